/* surmise-compare-meter.c – a bar and nothing else: strength is its length
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-compare-meter.h"

#include <math.h>

#include "surmise-compat.h"

/**
 * SurmiseCompareMeter:
 *
 * A level bar is four widgets with four styles. A table has a thousand bars, so each of them is one widget here: its
 * background is the trough, its own colour fills it.
 */
struct _SurmiseCompareMeter
{
  GtkWidget parent_instance;

  double    value; /* 0–1 */
};

G_DEFINE_FINAL_TYPE (SurmiseCompareMeter, surmise_compare_meter, GTK_TYPE_WIDGET)

static void
surmise_compare_meter_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  SurmiseCompareMeter *self = SURMISE_COMPARE_METER (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float filled = (float) (width * self->value);
  GskRoundedRect rounded;
  GdkRGBA color;

  if (filled <= 0)
    return;

  /* Never shorter than it is high, so that a little is seen as a little and not as nothing. */
  filled = MIN (width, MAX (filled, height));
  surmise_get_color (widget, &color);
  gsk_rounded_rect_init_from_rect (&rounded,
                                   &GRAPHENE_RECT_INIT (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
                                                          ? width - filled : 0, 0, filled, height),
                                   height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &color, &rounded.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
surmise_compare_meter_class_init (SurmiseCompareMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = surmise_compare_meter_snapshot;

  gtk_widget_class_set_css_name (widget_class, "comparemeter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
surmise_compare_meter_init (SurmiseCompareMeter *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0,
                                  -1);
}

GtkWidget *
surmise_compare_meter_new (void)
{
  return g_object_new (SURMISE_TYPE_COMPARE_METER, NULL);
}

/**
 * surmise_compare_meter_set_value:
 * @self: the bar
 * @value: how much of it is filled; what is no number fills nothing
 */
void
surmise_compare_meter_set_value (SurmiseCompareMeter *self,
                                 double               value)
{
  double sane = isnan (value) ? 0 : CLAMP (value, 0, 1);

  g_return_if_fail (SURMISE_IS_COMPARE_METER (self));

  if (sane == self->value)
    return;

  self->value = sane;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, sane, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
