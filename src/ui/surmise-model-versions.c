/* surmise-model-versions.c – the versions of a model, one of which can be picked
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-versions.h"

#include <glib/gi18n.h>

#include "clarifai-version-list.h"
#include "clarifai-version.h"
#include "surmise-model-facts.h"
#include "surmise-model-feed-view.h"
#include "surmise-model-text.h"
#include "surmise-model-words.h"
#include "surmise-tooltip.h"

#define LONGEST_DETAILS 300

/**
 * SurmiseModelVersions:
 *
 * Nothing is asked of the service before it is on the screen. What is not trained is shown and cannot be picked.
 */
struct _SurmiseModelVersions
{
  AdwBin                parent_instance;

  GtkBox               *box;
  GtkCheckButton       *newest_button;
  SurmiseModelFeedView *view;

  GPtrArray            *bound;      /* (owned) of GtkListItem (not owned): those with a version */
  char                 *version_id; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SurmiseModelVersions, surmise_model_versions, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_state_word (ClarifaiVersion *version)
{
  switch (clarifai_version_get_usable (version))
    {
    case CLARIFAI_VERDICT_YES:
      return C_("a version", "trained");

    case CLARIFAI_VERDICT_NO:
      return C_("a version", "not trained");

    case CLARIFAI_VERDICT_UNKNOWN:
    default:
      return NULL;
    }
}

static char *
dup_title (ClarifaiVersion *version)
{
  char *date = surmise_model_facts_date (clarifai_version_get_created (version));

  return date != NULL ? date : g_strdup (_("Date unknown"));
}

/* Which one it is, what its owner says of it, and the service's own words where it cannot be used. */
static char *
dup_details (ClarifaiVersion *version)
{
  const char *description = clarifai_version_get_description (version);
  const char *status = clarifai_version_get_status_text (version);
  int n = clarifai_version_get_concept_count (version);
  g_autofree char *start = surmise_model_words_version (clarifai_version_get_id (version));
  g_autoptr(GString) text = g_string_new (start);

  if (n > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u concept", "%u concepts", (guint) n), (guint) n);
    }
  if (description != NULL && *description != '\0')
    g_string_append_printf (text, " · %s", description);
  if (clarifai_version_get_usable (version) == CLARIFAI_VERDICT_NO && status != NULL && *status != '\0')
    g_string_append_printf (text, " · %s", status);

  return surmise_model_text_line (text->str, LONGEST_DETAILS);
}

static gboolean
is_picked (SurmiseModelVersions *self,
           ClarifaiVersion      *version)
{
  return g_strcmp0 (clarifai_version_get_id (version), self->version_id) == 0;
}

static void
on_row_toggled (GtkCheckButton *check,
                gpointer        user_data)
{
  SurmiseModelVersions *self = user_data;

  for (guint i = 0; gtk_check_button_get_active (check) && i < self->bound->len; i++)
    {
      GtkListItem *item = self->bound->pdata[i];

      if (gtk_widget_get_first_child (gtk_list_item_get_child (item)) == GTK_WIDGET (check))
        surmise_model_versions_set_version (self, clarifai_version_get_id (gtk_list_item_get_item (item)));
    }
}

static GtkLabel *
append_label (GtkWidget  *box,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return GTK_LABEL (label);
}

static void
on_setup (SurmiseModelVersions *self,
          GtkListItem          *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkLabel *details;

  /* The row is what takes the focus, and Enter. */
  gtk_widget_set_focusable (check, FALSE);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->newest_button);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_row_toggled), self, G_CONNECT_DEFAULT);
  gtk_box_append (GTK_BOX (row), check);
  append_label (texts, NULL);
  details = append_label (texts, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (details), "dim-label");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), texts);
  append_label (row, "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (row), "model-word");
  gtk_widget_set_valign (gtk_widget_get_last_child (row), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row, "model-row");
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_list_item_set_child (item, row);
}

static void
set_spoken (GtkListItem *item,
            const char  *title,
            const char  *details,
            const char  *word,
            gboolean     picked)
{
  GtkWidget *parent = gtk_widget_get_parent (gtk_list_item_get_child (item));
  g_autofree char *spoken = NULL;

  spoken = g_strdup_printf ("%s, %s%s%s%s%s", title, details, word != NULL ? ", " : "", word != NULL ? word : "",
                            picked ? ", " : "",
                            /* Translators: said of the version of a model that is chosen, after its date. */
                            picked ? C_("a version", "chosen") : "");
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
update_row (SurmiseModelVersions *self,
            GtkListItem          *item)
{
  ClarifaiVersion *version = gtk_list_item_get_item (item);
  gboolean usable = clarifai_version_get_usable (version) != CLARIFAI_VERDICT_NO;
  const char *word = get_state_word (version);
  g_autofree char *title = dup_title (version);
  g_autofree char *details = dup_details (version);
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *texts = gtk_widget_get_next_sibling (check);
  GtkWidget *word_label = gtk_widget_get_next_sibling (texts);

  gtk_list_item_set_activatable (item, usable);
  gtk_widget_set_sensitive (check, usable);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_picked (self, version));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (texts)), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (texts)), details);
  surmise_tooltip_set (texts, details);
  gtk_label_set_label (GTK_LABEL (word_label), word != NULL ? word : "");
  gtk_widget_set_visible (word_label, word != NULL);
  if (usable)
    gtk_widget_remove_css_class (word_label, "unusable");
  else
    gtk_widget_add_css_class (word_label, "unusable");
  set_spoken (item, title, details, word, is_picked (self, version));
}

static void
on_bind (SurmiseModelVersions *self,
         GtkListItem          *item)
{
  g_ptr_array_add (self->bound, item);
  update_row (self, item);
}

static void
on_unbind (SurmiseModelVersions *self,
           GtkListItem          *item)
{
  g_ptr_array_remove_fast (self->bound, item);
}

static void
on_activate (SurmiseModelVersions *self,
             guint                 position)
{
  GListModel *list = surmise_feed_get_list (surmise_model_feed_view_get_feed (self->view));
  g_autoptr(ClarifaiVersion) version = g_list_model_get_item (list, position);

  if (version != NULL && clarifai_version_get_usable (version) != CLARIFAI_VERDICT_NO)
    surmise_model_versions_set_version (self, clarifai_version_get_id (version));
}

static void
on_newest_toggled (SurmiseModelVersions *self)
{
  if (gtk_check_button_get_active (self->newest_button))
    surmise_model_versions_set_version (self, NULL);
}

static void
surmise_model_versions_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SURMISE_TYPE_MODEL_VERSIONS);

  G_OBJECT_CLASS (surmise_model_versions_parent_class)->dispose (object);
}

static void
surmise_model_versions_finalize (GObject *object)
{
  SurmiseModelVersions *self = SURMISE_MODEL_VERSIONS (object);

  g_clear_pointer (&self->bound, g_ptr_array_unref);
  g_clear_pointer (&self->version_id, g_free);

  G_OBJECT_CLASS (surmise_model_versions_parent_class)->finalize (object);
}

static void
surmise_model_versions_class_init (SurmiseModelVersionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_model_versions_dispose;
  G_OBJECT_CLASS (klass)->finalize = surmise_model_versions_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-model-versions.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelVersions, box);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelVersions, newest_button);
  gtk_widget_class_bind_template_callback (widget_class, on_newest_toggled);
}

static void
surmise_model_versions_init (SurmiseModelVersions *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->bound = g_ptr_array_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  self->view = SURMISE_MODEL_FEED_VIEW (surmise_model_feed_view_new (factory, _("Versions"),
                                                                     _("There are no versions to see.")));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, GTK_WIDGET (self->view));
}

GtkWidget *
surmise_model_versions_new (SurmiseAccount   *account,
                            ClarifaiModelRef *model)
{
  SurmiseModelVersions *self;
  g_autoptr(ClarifaiVersionList) versions = NULL;
  g_autoptr(SurmiseFeed) feed = NULL;

  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (model != NULL, NULL);

  self = g_object_new (SURMISE_TYPE_MODEL_VERSIONS, NULL);
  versions = clarifai_version_list_new (surmise_account_get_client (account), model);
  feed = surmise_feed_new (account, CLARIFAI_PAGED_LIST (versions));
  surmise_model_feed_view_set_feed (self->view, feed);

  return GTK_WIDGET (self);
}

/* (nullable) */
const char *
surmise_model_versions_get_version (SurmiseModelVersions *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_VERSIONS (self), NULL);

  return self->version_id;
}

/* @version_id: (nullable) */
void
surmise_model_versions_set_version (SurmiseModelVersions *self,
                                    const char           *version_id)
{
  g_autofree char *copy = g_strdup (version_id);

  g_return_if_fail (SURMISE_IS_MODEL_VERSIONS (self));

  if (g_strcmp0 (self->version_id, version_id) == 0)
    return;

  g_free (self->version_id);
  self->version_id = g_steal_pointer (&copy);
  if (self->version_id == NULL)
    gtk_check_button_set_active (self->newest_button, TRUE);
  for (guint i = 0; i < self->bound->len; i++)
    update_row (self, self->bound->pdata[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}
