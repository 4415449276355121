/* surmise-model-filter-bar.c – which models are to be found, and in which order
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-filter-bar.h"

#include <glib/gi18n.h>

/* At the places of the drop-down's lines. */
static const ClarifaiOutputKinds kinds[] = {
  0,
  CLARIFAI_OUTPUT_KIND_CONCEPTS,
  CLARIFAI_OUTPUT_KIND_REGIONS,
  CLARIFAI_OUTPUT_KIND_COLORS,
  CLARIFAI_OUTPUT_KIND_TEXT,
  CLARIFAI_OUTPUT_KIND_EMBEDDINGS,
  CLARIFAI_OUTPUT_KIND_IMAGES,
  CLARIFAI_OUTPUT_KIND_MASKS,
};

static const ClarifaiModelSort sorts[] = {
  CLARIFAI_MODEL_SORT_RELEVANCE,
  CLARIFAI_MODEL_SORT_STARS,
  CLARIFAI_MODEL_SORT_NEWEST,
};

struct _SurmiseModelFilterBar
{
  AdwBin          parent_instance;

  GtkDropDown    *kind_dropdown;
  GtkDropDown    *sort_dropdown;
  GtkMenuButton  *more_button;
  GtkCheckButton *featured_button;
  GtkCheckButton *starred_button;
  GtkCheckButton *all_button;
  GtkEditable    *owner_entry;
  GtkWidget      *reset_button;

  gboolean        resetting;
};

G_DEFINE_FINAL_TYPE (SurmiseModelFilterBar, surmise_model_filter_bar, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_default (SurmiseModelFilterBar *self,
            gboolean               more_only)
{
  SurmiseModelFilter filter = { 0 };

  surmise_model_filter_bar_fill (self, &filter);

  return !filter.featured && !filter.starred && !filter.show_all && (filter.owner == NULL || *filter.owner == '\0')
         && (more_only || (filter.kinds == 0 && filter.sort == CLARIFAI_MODEL_SORT_RELEVANCE));
}

/* What takes the focus is the button inside it. */
static void
set_spoken (GtkDropDown *dropdown,
            const char  *name)
{
  GtkStringObject *selected = GTK_STRING_OBJECT (gtk_drop_down_get_selected_item (dropdown));
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (dropdown));
  g_autofree char *spoken = NULL;

  /* Translators: a drop-down's name, and the line of it that is chosen. */
  spoken = g_strdup_printf (_("%s: %s"), name, selected != NULL ? gtk_string_object_get_string (selected) : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* What is set behind the button is seen on it. */
static void
update (SurmiseModelFilterBar *self)
{
  set_spoken (self->kind_dropdown, _("What comes back"));
  set_spoken (self->sort_dropdown, _("Order"));
  if (is_default (self, TRUE))
    gtk_widget_remove_css_class (GTK_WIDGET (self->more_button), "filtering");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->more_button), "filtering");
  gtk_widget_set_sensitive (self->reset_button, !is_default (self, FALSE));
}

static void
on_changed (SurmiseModelFilterBar *self)
{
  if (self->resetting || self->reset_button == NULL)
    return;

  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_reset_clicked (SurmiseModelFilterBar *self)
{
  gtk_menu_button_popdown (self->more_button);
  surmise_model_filter_bar_reset (self);
}

static void
surmise_model_filter_bar_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SURMISE_TYPE_MODEL_FILTER_BAR);

  G_OBJECT_CLASS (surmise_model_filter_bar_parent_class)->dispose (object);
}

static void
surmise_model_filter_bar_class_init (SurmiseModelFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_model_filter_bar_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-model-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelFilterBar, kind_dropdown);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelFilterBar, sort_dropdown);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelFilterBar, more_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelFilterBar, featured_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelFilterBar, starred_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelFilterBar, all_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelFilterBar, owner_entry);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelFilterBar, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_reset_clicked);
}

static void
surmise_model_filter_bar_init (SurmiseModelFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/* @filter: its owner stays the bar's own */
void
surmise_model_filter_bar_fill (SurmiseModelFilterBar *self,
                               SurmiseModelFilter    *filter)
{
  g_return_if_fail (SURMISE_IS_MODEL_FILTER_BAR (self));
  g_return_if_fail (filter != NULL);

  filter->kinds = kinds[MIN (gtk_drop_down_get_selected (self->kind_dropdown), G_N_ELEMENTS (kinds) - 1)];
  filter->sort = sorts[MIN (gtk_drop_down_get_selected (self->sort_dropdown), G_N_ELEMENTS (sorts) - 1)];
  filter->featured = gtk_check_button_get_active (self->featured_button);
  filter->starred = gtk_check_button_get_active (self->starred_button);
  filter->show_all = gtk_check_button_get_active (self->all_button);
  filter->owner = gtk_editable_get_text (self->owner_entry);
}

void
surmise_model_filter_bar_reset (SurmiseModelFilterBar *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_FILTER_BAR (self));

  if (is_default (self, FALSE))
    return;

  self->resetting = TRUE;
  gtk_drop_down_set_selected (self->kind_dropdown, 0);
  gtk_drop_down_set_selected (self->sort_dropdown, 0);
  gtk_check_button_set_active (self->featured_button, FALSE);
  gtk_check_button_set_active (self->starred_button, FALSE);
  gtk_check_button_set_active (self->all_button, FALSE);
  gtk_editable_set_text (self->owner_entry, "");
  self->resetting = FALSE;
  on_changed (self);
}
