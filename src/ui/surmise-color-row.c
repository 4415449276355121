/* surmise-color-row.c – one colour of a picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-color-row.h"

#include "surmise-confidence.h"
#include "surmise-swatch.h"
#include "surmise-tooltip.h"

struct _SurmiseColorRow
{
  GtkGrid        parent_instance;

  SurmiseSwatch *swatch;
  GtkLabel      *name;
  GtkLabel      *hex;
  GtkLabel      *share;
  GtkLevelBar   *bar;
};

G_DEFINE_FINAL_TYPE (SurmiseColorRow, surmise_color_row, GTK_TYPE_GRID)

static void
surmise_color_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SURMISE_TYPE_COLOR_ROW);

  G_OBJECT_CLASS (surmise_color_row_parent_class)->dispose (object);
}

static void
surmise_color_row_class_init (SurmiseColorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_color_row_dispose;

  g_type_ensure (SURMISE_TYPE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-color-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseColorRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, SurmiseColorRow, name);
  gtk_widget_class_bind_template_child (widget_class, SurmiseColorRow, hex);
  gtk_widget_class_bind_template_child (widget_class, SurmiseColorRow, share);
  gtk_widget_class_bind_template_child (widget_class, SurmiseColorRow, bar);
}

static void
surmise_color_row_init (SurmiseColorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_FULL);
}

GtkWidget *
surmise_color_row_new (void)
{
  return g_object_new (SURMISE_TYPE_COLOR_ROW, NULL);
}

/**
 * surmise_color_row_set_color:
 * @self: the row
 * @color: its name, its hex where there is one, and its share of the picture
 */
void
surmise_color_row_set_color (SurmiseColorRow *self,
                             ClarifaiConcept *color)
{
  const char *name, *hex;
  double value;
  GdkRGBA rgba;
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (SURMISE_IS_COLOR_ROW (self));
  g_return_if_fail (CLARIFAI_IS_CONCEPT (color));

  name = clarifai_concept_get_name (color);
  hex = clarifai_concept_get_hex (color);
  value = clarifai_concept_get_value (color);
  text = surmise_confidence_to_text (value);
  spoken = surmise_confidence_to_spoken (value);

  gtk_widget_set_opacity (GTK_WIDGET (self->swatch), hex != NULL && gdk_rgba_parse (&rgba, hex) ? 1 : 0);
  if (gtk_widget_get_opacity (GTK_WIDGET (self->swatch)) > 0)
    surmise_swatch_set_color (self->swatch, &rgba);
  gtk_label_set_label (self->name, name);
  surmise_tooltip_set (GTK_WIDGET (self->name), name);
  gtk_label_set_label (self->hex, hex != NULL ? hex : "");
  gtk_label_set_label (self->share, text);
  gtk_level_bar_set_value (self->bar, CLAMP (value, 0, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken,
                                  -1);
}
