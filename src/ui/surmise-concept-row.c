/* surmise-concept-row.c – a concept's name, bar and percent
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-concept-row.h"

#include "surmise-confidence.h"
#include "surmise-tooltip.h"

/**
 * SurmiseConceptRow:
 *
 * Strength is the bar's length, never its colour. A colour's row shows the colour itself as well.
 */
struct _SurmiseConceptRow
{
  GtkGrid         parent_instance;

  GtkDrawingArea *swatch;
  GtkLabel       *name;
  GtkLabel       *percent;
  GtkLevelBar    *bar;

  GdkRGBA         color;
};

G_DEFINE_FINAL_TYPE (SurmiseConceptRow, surmise_concept_row, GTK_TYPE_GRID)

static void
draw_swatch (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        user_data)
{
  SurmiseConceptRow *self = user_data;
  double radius = MIN (width, height) / 2.0;

  cairo_arc (cr, width / 2.0, height / 2.0, radius - 0.5, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &self->color);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, 0.5, 0.5, 0.5, 0.5);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* Only when it is asked for: setting it takes longer than all the rest of a row. */
static gboolean
on_query_tooltip (SurmiseConceptRow *self,
                  int                x,
                  int                y,
                  gboolean           keyboard,
                  GtkTooltip        *tooltip)
{
  g_autofree char *text = surmise_tooltip_dup_text (gtk_label_get_label (self->name));

  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
surmise_concept_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SURMISE_TYPE_CONCEPT_ROW);

  G_OBJECT_CLASS (surmise_concept_row_parent_class)->dispose (object);
}

static void
surmise_concept_row_class_init (SurmiseConceptRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_concept_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-concept-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptRow, name);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptRow, percent);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConceptRow, bar);
}

static void
surmise_concept_row_init (SurmiseConceptRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->name), TRUE);
  g_signal_connect_swapped (self->name, "query-tooltip", G_CALLBACK (on_query_tooltip), self);
  gtk_drawing_area_set_draw_func (self->swatch, draw_swatch, self, NULL);
  /* Colours that warn of low and high values would say something that is not meant. */
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_FULL);
}

GtkWidget *
surmise_concept_row_new (void)
{
  return g_object_new (SURMISE_TYPE_CONCEPT_ROW, NULL);
}

/**
 * surmise_concept_row_set_concept:
 * @self: the row
 * @concept: what to show
 * @second: (nullable): its name in another language
 * @best: whether it is what the model is surest of, which is shown a little larger
 */
void
surmise_concept_row_set_concept (SurmiseConceptRow *self,
                                 ClarifaiConcept   *concept,
                                 const char        *second,
                                 gboolean           best)
{
  const char *hex;
  double value;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (SURMISE_IS_CONCEPT_ROW (self));
  g_return_if_fail (CLARIFAI_IS_CONCEPT (concept));

  name = second != NULL ? g_strdup_printf ("%s · %s", clarifai_concept_get_name (concept), second)
                        : g_strdup (clarifai_concept_get_name (concept));
  hex = clarifai_concept_get_hex (concept);
  value = clarifai_concept_get_value (concept);
  text = surmise_confidence_to_text (value);
  spoken = surmise_confidence_to_spoken (value);

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->percent, text);
  gtk_level_bar_set_value (self->bar, CLAMP (value, 0, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken,
                                  -1);

  gtk_widget_set_visible (GTK_WIDGET (self->swatch), hex != NULL && gdk_rgba_parse (&self->color, hex));
  gtk_widget_queue_draw (GTK_WIDGET (self->swatch));
  if (best)
    gtk_widget_add_css_class (GTK_WIDGET (self), "best");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "best");
}
