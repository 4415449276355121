/* surmise-color-view.c – the colours of a picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-color-view.h"

#include <glib/gi18n.h>

#include "clarifai-concept.h"
#include "surmise-answer-view.h"
#include "surmise-color-row.h"
#include "surmise-color-strip.h"
#include "surmise-confidence.h"

struct _SurmiseColorView
{
  AdwBin              parent_instance;

  SurmiseColorStrip  *strip;
  GtkScrolledWindow  *scroller;
  GtkListView        *list;

  GtkSingleSelection *selection; /* (owned) */
};

static void answer_view_iface_init (SurmiseAnswerViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SurmiseColorView, surmise_color_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SURMISE_TYPE_ANSWER_VIEW, answer_view_iface_init))

static const char *
get_code (ClarifaiConcept *color)
{
  const char *hex = clarifai_concept_get_hex (color);

  return hex != NULL ? hex : "";
}

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  gtk_list_item_set_child (item, surmise_color_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  ClarifaiConcept *color = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *spoken = surmise_confidence_to_spoken (clarifai_concept_get_value (color));
  /* Translators: for screen readers: a colour's name, its code (#7298e2) and its share of the picture. */
  g_autofree char *label = g_strdup_printf (_("%s, %s, %s"), clarifai_concept_get_name (color), get_code (color), spoken);

  surmise_color_row_set_color (SURMISE_COLOR_ROW (row), color);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* What is wanted of a colour is its code. */
static void
on_activate (SurmiseColorView *self,
             guint             position)
{
  g_autoptr(ClarifaiConcept) color = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autofree char *toast = NULL;

  if (color == NULL || clarifai_concept_get_hex (color) == NULL)
    return;

  toast = g_strdup_printf (_("Copied “%s”"), clarifai_concept_get_hex (color));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), clarifai_concept_get_hex (color));
  surmise_answer_view_copied (SURMISE_ANSWER_VIEW (self), toast);
}

static char *
dup_text (SurmiseAnswerView  *view,
          char              **toast)
{
  GListModel *colors = G_LIST_MODEL (SURMISE_COLOR_VIEW (view)->selection);
  guint n = g_list_model_get_n_items (colors);
  GString *text = g_string_new (NULL);

  *toast = g_strdup_printf (ngettext ("Copied %u colour", "Copied %u colours", n), n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiConcept) color = g_list_model_get_item (colors, i);
      g_autofree char *share = surmise_confidence_to_text (clarifai_concept_get_value (color));

      g_string_append_printf (text, "%s\t%s\t%s\n", clarifai_concept_get_name (color), get_code (color), share);
    }

  return g_string_free (text, FALSE);
}

static void
set_output (SurmiseAnswerView *view,
            ClarifaiOutput    *output)
{
  SurmiseColorView *self = SURMISE_COLOR_VIEW (view);
  GListModel *colors = output != NULL ? clarifai_output_get_colors (output) : NULL;

  surmise_color_strip_set_colors (self->strip, colors);
  gtk_single_selection_set_model (self->selection, colors);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

static void
set_stacked (SurmiseAnswerView *view,
             gboolean           stacked)
{
  gtk_scrolled_window_set_policy (SURMISE_COLOR_VIEW (view)->scroller, GTK_POLICY_NEVER,
                                  stacked ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
}

static void
answer_view_iface_init (SurmiseAnswerViewInterface *iface)
{
  iface->dup_text = dup_text;
  iface->set_output = set_output;
  iface->set_stacked = set_stacked;
}

static void
surmise_color_view_dispose (GObject *object)
{
  SurmiseColorView *self = SURMISE_COLOR_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_COLOR_VIEW);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (surmise_color_view_parent_class)->dispose (object);
}

static void
surmise_color_view_class_init (SurmiseColorViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_color_view_dispose;

  g_type_ensure (SURMISE_TYPE_COLOR_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-color-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseColorView, strip);
  gtk_widget_class_bind_template_child (widget_class, SurmiseColorView, scroller);
  gtk_widget_class_bind_template_child (widget_class, SurmiseColorView, list);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
surmise_color_view_init (SurmiseColorView *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
}

GtkWidget *
surmise_color_view_new (void)
{
  return g_object_new (SURMISE_TYPE_COLOR_VIEW, NULL);
}
