/* surmise-model-window.c – all that is known about one model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-window.h"

#include <glib/gi18n.h>

#include "clarifai-model-ref.h"
#include "surmise-account-actions.h"
#include "surmise-error-text.h"
#include "surmise-model-check.h"
#include "surmise-model-concepts.h"
#include "surmise-model-facts.h"
#include "surmise-model-notes.h"
#include "surmise-model-text.h"
#include "surmise-model-versions.h"
#include "surmise-model-words.h"

#define LONGEST_NAME        200
#define LONGEST_DESCRIPTION 3000

/**
 * SurmiseModelWindow:
 *
 * Asks about the model when it is made, and about its versions and concepts when those are first looked at. What is
 * used is the newest version, unless one was picked.
 */
struct _SurmiseModelWindow
{
  AdwWindow             parent_instance;

  AdwWindowTitle       *title;
  GtkToggleButton      *favorite_button;
  GtkStack             *stack;
  GtkSpinner           *spinner;
  AdwStatusPage        *message;
  GtkWidget            *retry_button;
  GtkStack             *pages;
  GtkWidget            *reason_box;
  GtkImage             *reason_image;
  GtkLabel             *reason_label;
  GtkLabel             *description_label;
  SurmiseModelFacts    *facts;
  SurmiseModelNotes    *notes;
  AdwBin               *versions_bin;
  AdwBin               *concepts_bin;
  GtkLabel             *version_label;
  GtkWidget            *use_button;
  SurmiseModelVersions *versions;    /* (nullable): made when it is first looked at */
  SurmiseModelConcepts *concepts;    /* (nullable): as well */

  SurmiseContext       *context;     /* (owned) */
  SurmiseAccount       *account;     /* (owned) */
  ClarifaiModelRef     *model;       /* (owned): without a version */
  char                 *version_id;  /* (owned) (nullable): the one that is picked */
  char                 *name;        /* (owned) */
  GCancellable         *cancellable; /* (owned): ends with the window */
};

G_DEFINE_FINAL_TYPE (SurmiseModelWindow, surmise_model_window, ADW_TYPE_WINDOW)

enum {
  USE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ClarifaiModelRef *
dup_picked (SurmiseModelWindow *self)
{
  return clarifai_model_ref_new (clarifai_model_ref_get_user_id (self->model),
                                 clarifai_model_ref_get_app_id (self->model),
                                 clarifai_model_ref_get_model_id (self->model), self->version_id);
}

static void
set_name (SurmiseModelWindow *self,
          const char         *name)
{
  g_autofree char *owner = surmise_model_words_owner (self->model);
  char *copy = surmise_model_text_line (name, LONGEST_NAME);

  g_free (self->name);
  self->name = copy;
  gtk_window_set_title (GTK_WINDOW (self), copy);
  adw_window_title_set_title (self->title, copy);
  adw_window_title_set_subtitle (self->title, owner);
}

static void
update_version (SurmiseModelWindow *self)
{
  g_autofree char *start = self->version_id != NULL ? surmise_model_words_version (self->version_id) : NULL;
  /* Translators: how the identifier of a model's version begins. */
  g_autofree char *text = start != NULL ? g_strdup_printf (_("Version %s"), start) : NULL;

  gtk_label_set_label (self->version_label, text != NULL ? text : "");
}

static void
update_favorite (SurmiseModelWindow *self)
{
  gboolean favorite = surmise_favorites_contains (surmise_context_get_favorites (self->context), self->model);

  gtk_toggle_button_set_active (self->favorite_button, favorite);
  gtk_button_set_icon_name (GTK_BUTTON (self->favorite_button), favorite ? "starred-symbolic" : "non-starred-symbolic");
}

static void
on_favorite_toggled (SurmiseModelWindow *self)
{
  SurmiseFavorites *favorites = surmise_context_get_favorites (self->context);

  if (gtk_toggle_button_get_active (self->favorite_button))
    surmise_favorites_add (favorites, self->model, self->name);
  else
    surmise_favorites_remove (favorites, self->model);
  update_favorite (self);
}

static void
show_message (SurmiseModelWindow *self,
              const char         *title,
              const char         *text)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);

  adw_status_page_set_title (self->message, escaped_title);
  adw_status_page_set_description (self->message, escaped);
  gtk_stack_set_visible_child_name (self->stack, "message");
  gtk_widget_grab_focus (self->retry_button);
}

/* A text of the service, however long: what is read in a window. */
static void
set_description (SurmiseModelWindow *self,
                 const char         *text)
{
  g_autofree char *shown = NULL;

  if (text != NULL && g_utf8_strlen (text, -1) > LONGEST_DESCRIPTION)
    {
      g_autofree char *start = g_utf8_substring (text, 0, LONGEST_DESCRIPTION);

      shown = g_strconcat (start, "…", NULL);
    }
  else if (text != NULL)
    {
      shown = g_strdup (text);
    }
  if (shown != NULL)
    g_strstrip (shown);
  gtk_label_set_label (self->description_label, shown != NULL ? shown : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description_label), shown != NULL && *shown != '\0');
}

static void
show_model (SurmiseModelWindow *self,
            SurmiseModelCheck  *check)
{
  SurmiseModelVerdict verdict = surmise_model_check_get_verdict (check);
  ClarifaiModelType *type = surmise_model_check_get_kind (check);
  ClarifaiModel *model = surmise_model_check_get_model (check);
  gboolean usable = surmise_model_verdict_may_be_used (verdict);
  const char *reason = surmise_model_words_verdict (verdict);
  const char *notes = clarifai_model_get_notes (model);

  set_name (self, clarifai_model_get_name (model));
  gtk_widget_set_visible (self->reason_box, reason != NULL);
  gtk_image_set_from_icon_name (self->reason_image, usable ? "dialog-information-symbolic" : "dialog-warning-symbolic");
  gtk_label_set_label (self->reason_label, reason != NULL ? reason : "");
  set_description (self, clarifai_model_get_description (model));
  surmise_model_facts_set_model (self->facts, model, type);
  surmise_model_notes_set_text (self->notes, notes);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), notes != NULL && *notes != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "model.use", usable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "model.compare", usable);
  gtk_stack_set_visible_child_name (self->stack, "model");
  if (usable)
    gtk_widget_grab_focus (self->use_button);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree GWeakRef *weak = user_data;
  g_autoptr(SurmiseModelWindow) self = g_weak_ref_get (weak);
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseModelCheck) check = surmise_model_check_finish (SURMISE_ACCOUNT (source), result, &error);

  g_weak_ref_clear (weak);
  if (self == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  gtk_spinner_set_spinning (self->spinner, FALSE);
  if (check == NULL)
    {
      g_autoptr(SurmiseErrorText) words = surmise_error_text_new (error);

      surmise_account_list_note_error (surmise_context_get_accounts (self->context), self->account, error);
      show_message (self, words->title, words->hint);
    }
  else if (surmise_model_check_get_model (check) == NULL)
    {
      show_message (self, _("Model Not Available"),
                    surmise_model_words_verdict (surmise_model_check_get_verdict (check)));
    }
  else
    {
      show_model (self, check);
    }
}

static void
load (SurmiseModelWindow *self)
{
  g_autoptr(ClarifaiModelRef) picked = dup_picked (self);
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  /* A question that held the window would keep it from ending with its parent, and from ending the question. */
  g_weak_ref_init (weak, self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "model.use", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "model.compare", FALSE);
  gtk_stack_set_visible_child_name (self->stack, "loading");
  gtk_spinner_set_spinning (self->spinner, TRUE);
  surmise_model_check_async (self->account, picked, self->cancellable, checked_cb, weak);
}

static void
on_version_changed (SurmiseModelWindow *self)
{
  g_autoptr(ClarifaiModelRef) picked = NULL;

  g_free (self->version_id);
  self->version_id = g_strdup (surmise_model_versions_get_version (self->versions));
  update_version (self);
  picked = dup_picked (self);
  if (self->concepts != NULL)
    surmise_model_concepts_set_model (self->concepts, picked);
}

static void
make_versions (SurmiseModelWindow *self)
{
  self->versions = SURMISE_MODEL_VERSIONS (surmise_model_versions_new (self->account, self->model));
  surmise_model_versions_set_version (self->versions, self->version_id);
  g_signal_connect_object (self->versions, "changed", G_CALLBACK (on_version_changed), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->versions_bin, GTK_WIDGET (self->versions));
}

static void
make_concepts (SurmiseModelWindow *self)
{
  g_autoptr(ClarifaiModelRef) picked = dup_picked (self);

  self->concepts = SURMISE_MODEL_CONCEPTS (surmise_model_concepts_new (self->account));
  surmise_model_concepts_set_model (self->concepts, picked);
  adw_bin_set_child (self->concepts_bin, GTK_WIDGET (self->concepts));
}

static void
on_page_changed (SurmiseModelWindow *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->pages);

  if (self->versions == NULL && g_strcmp0 (page, "versions") == 0)
    make_versions (self);
  else if (self->concepts == NULL && g_strcmp0 (page, "concepts") == 0)
    make_concepts (self);
}

static void
on_use (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  g_autoptr(SurmiseModelWindow) self = g_object_ref (SURMISE_MODEL_WINDOW (widget));
  g_autoptr(ClarifaiModelRef) picked = dup_picked (self);

  g_signal_emit (self, signals[USE], 0, picked, self->name, g_str_equal (action_name, "model.compare"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_open_web_page (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  SurmiseModelWindow *self = SURMISE_MODEL_WINDOW (widget);
  g_autofree char *address = clarifai_model_ref_to_web_address (self->model);
  g_autoptr(GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (widget));

  g_app_info_launch_default_for_uri_async (address, G_APP_LAUNCH_CONTEXT (context), self->cancellable, NULL, NULL);
}

static void
surmise_model_window_dispose (GObject *object)
{
  SurmiseModelWindow *self = SURMISE_MODEL_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (surmise_context_get_favorites (self->context), self);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_MODEL_WINDOW);
  g_clear_object (&self->context);
  g_clear_object (&self->account);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (surmise_model_window_parent_class)->dispose (object);
}

static void
surmise_model_window_finalize (GObject *object)
{
  SurmiseModelWindow *self = SURMISE_MODEL_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->version_id, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (surmise_model_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-model-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, title);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, favorite_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, message);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, retry_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, reason_box);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, reason_image);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, reason_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, description_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, facts);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, versions_bin);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, concepts_bin);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, version_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, use_button);
  gtk_widget_class_bind_template_callback (widget_class, on_favorite_toggled);
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed);
}

static void
surmise_model_window_class_init (SurmiseModelWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_model_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = surmise_model_window_finalize;

  signals[USE] = g_signal_new ("use", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 3, CLARIFAI_TYPE_MODEL_REF, G_TYPE_STRING, G_TYPE_BOOLEAN);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "model.use", NULL, on_use);
  gtk_widget_class_install_action (widget_class, "model.compare", NULL, on_use);
  gtk_widget_class_install_action (widget_class, "model.open-web-page", NULL, on_open_web_page);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (SURMISE_TYPE_MODEL_FACTS);
  g_type_ensure (SURMISE_TYPE_MODEL_NOTES);
}

static void
surmise_model_window_init (SurmiseModelWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
}

/* @parent: (nullable); @model: what is asked about; its version, where it has one, is picked */
GtkWindow *
surmise_model_window_new (GtkWindow        *parent,
                          SurmiseContext   *context,
                          SurmiseAccount   *account,
                          ClarifaiModelRef *model)
{
  SurmiseModelWindow *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (SURMISE_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (model), NULL);

  self = g_object_new (SURMISE_TYPE_MODEL_WINDOW, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  self->account = g_object_ref (account);
  self->model = clarifai_model_ref_new (clarifai_model_ref_get_user_id (model), clarifai_model_ref_get_app_id (model),
                                        clarifai_model_ref_get_model_id (model), NULL);
  self->version_id = g_strdup (clarifai_model_ref_get_version_id (model));
  name = surmise_context_dup_model_name (context, self->model);
  set_name (self, name);
  update_version (self);
  update_favorite (self);
  g_signal_connect_object (surmise_context_get_favorites (context), "changed", G_CALLBACK (update_favorite), self,
                           G_CONNECT_SWAPPED);
  load (self);

  return GTK_WINDOW (self);
}

static void
call_use (SurmiseModelWindow *self,
          ClarifaiModelRef   *model,
          const char         *name,
          gboolean            compare,
          gpointer            user_data)
{
  SurmiseModelWindowUse use_func = (SurmiseModelWindowUse) g_object_get_data (G_OBJECT (self), "use-func");

  use_func (model, name, compare, user_data);
}

/* @user_data has to live as long as @parent, with which the window goes. */
void
surmise_model_window_show (GtkWindow             *parent,
                           SurmiseContext        *context,
                           SurmiseAccount        *account,
                           ClarifaiModelRef      *model,
                           SurmiseModelWindowUse  use_func,
                           gpointer               user_data)
{
  GtkWindow *self = surmise_model_window_new (parent, context, account, model);

  g_return_if_fail (self != NULL);
  g_return_if_fail (use_func != NULL);

  g_object_set_data (G_OBJECT (self), "use-func", (gpointer) use_func);
  g_signal_connect (self, "use", G_CALLBACK (call_use), user_data);
  gtk_window_present (self);
}
