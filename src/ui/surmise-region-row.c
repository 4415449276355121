/* surmise-region-row.c – one region in a list: its name, bar, and whatever else was said of it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-region-row.h"

#include "surmise-confidence.h"
#include "surmise-region-words.h"
#include "surmise-swatch.h"
#include "surmise-tooltip.h"

struct _SurmiseRegionRow
{
  GtkBox          parent_instance;

  SurmiseSwatch  *swatch;
  GtkLabel       *name;
  GtkLabel       *percent;
  GtkLevelBar    *bar;
  GtkLabel       *rest;

  ClarifaiRegion *region; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SurmiseRegionRow, surmise_region_row, GTK_TYPE_BOX)

static void
surmise_region_row_dispose (GObject *object)
{
  SurmiseRegionRow *self = SURMISE_REGION_ROW (object);

  g_clear_object (&self->region);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_REGION_ROW);

  G_OBJECT_CLASS (surmise_region_row_parent_class)->dispose (object);
}

static void
surmise_region_row_class_init (SurmiseRegionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_region_row_dispose;

  g_type_ensure (SURMISE_TYPE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-region-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseRegionRow, swatch);
  gtk_widget_class_bind_template_child (widget_class, SurmiseRegionRow, name);
  gtk_widget_class_bind_template_child (widget_class, SurmiseRegionRow, percent);
  gtk_widget_class_bind_template_child (widget_class, SurmiseRegionRow, bar);
  gtk_widget_class_bind_template_child (widget_class, SurmiseRegionRow, rest);
}

static void
surmise_region_row_init (SurmiseRegionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Colours that warn of low and high values would say something that is not meant. */
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (self->bar, GTK_LEVEL_BAR_OFFSET_FULL);
}

GtkWidget *
surmise_region_row_new (void)
{
  return g_object_new (SURMISE_TYPE_REGION_ROW, NULL);
}

/* (transfer none) (nullable) */
ClarifaiRegion *
surmise_region_row_get_region (SurmiseRegionRow *self)
{
  g_return_val_if_fail (SURMISE_IS_REGION_ROW (self), NULL);

  return self->region;
}

void
surmise_region_row_set_region (SurmiseRegionRow *self,
                               ClarifaiRegion   *region,
                               const GdkRGBA    *color)
{
  double value = region != NULL ? surmise_region_get_value (region) : 0;
  gboolean has_value = region != NULL && surmise_region_has_value (region);
  g_autofree char *name = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *percent = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (SURMISE_IS_REGION_ROW (self));

  g_set_object (&self->region, region);
  if (region == NULL)
    return;

  name = surmise_region_dup_name (region);
  rest = surmise_region_dup_rest (region);
  percent = surmise_confidence_to_text (value);
  spoken = surmise_confidence_to_spoken (value);
  surmise_swatch_set_color (self->swatch, color);
  gtk_widget_set_visible (GTK_WIDGET (self->swatch), color != NULL);
  gtk_label_set_label (self->name, name);
  surmise_tooltip_set (GTK_WIDGET (self->name), name);
  gtk_label_set_label (self->percent, has_value ? percent : "");
  gtk_widget_set_visible (GTK_WIDGET (self->bar), has_value);
  gtk_level_bar_set_value (self->bar, CLAMP (value, 0, 1));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken,
                                  -1);
  gtk_label_set_label (self->rest, rest != NULL ? rest : "");
  gtk_widget_set_visible (GTK_WIDGET (self->rest), rest != NULL);
}

/* The whole row lights up, and that is the list's. */
void
surmise_region_row_set_lit (SurmiseRegionRow *self,
                            gboolean          lit)
{
  GtkWidget *row;

  g_return_if_fail (SURMISE_IS_REGION_ROW (self));

  row = gtk_widget_get_parent (GTK_WIDGET (self));
  if (row != NULL && lit)
    gtk_widget_add_css_class (row, "lit");
  else if (row != NULL)
    gtk_widget_remove_css_class (row, "lit");
}
