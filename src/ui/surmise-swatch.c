/* surmise-swatch.c – a spot of colour
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-swatch.h"

#define CORNER 6

/**
 * SurmiseSwatch:
 *
 * Says nothing to a screen reader: the colour's name stands beside it.
 */
struct _SurmiseSwatch
{
  GtkWidget parent_instance;

  GdkRGBA   color;
};

G_DEFINE_FINAL_TYPE (SurmiseSwatch, surmise_swatch, GTK_TYPE_WIDGET)

static void
surmise_swatch_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  SurmiseSwatch *self = SURMISE_SWATCH (widget);
  const GdkRGBA edge = { 0.5f, 0.5f, 0.5f, 0.5f };
  const GdkRGBA edges[4] = { edge, edge, edge, edge };
  const float widths[4] = { 1, 1, 1, 1 };
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT (0, 0, width, height),
                                   MIN (CORNER, MIN (width, height) / 3));
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &self->color, &rounded.bounds);
  gtk_snapshot_pop (snapshot);
  /* White on white, and black on black, are still there. */
  gtk_snapshot_append_border (snapshot, &rounded, widths, edges);
}

static void
surmise_swatch_class_init (SurmiseSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = surmise_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
surmise_swatch_init (SurmiseSwatch *self)
{
}

GtkWidget *
surmise_swatch_new (void)
{
  return g_object_new (SURMISE_TYPE_SWATCH, NULL);
}

/* @color: (nullable): NULL leaves what there was. */
void
surmise_swatch_set_color (SurmiseSwatch *self,
                          const GdkRGBA *color)
{
  g_return_if_fail (SURMISE_IS_SWATCH (self));

  if (color == NULL || gdk_rgba_equal (&self->color, color))
    return;

  self->color = *color;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Neighbours are as far apart as they can be; light enough and strong enough for a picture of any kind. */
const GdkRGBA *
surmise_mask_color (guint position)
{
  static const GdkRGBA colors[] = {
    { 0.21f, 0.52f, 0.89f, 1 }, { 0.96f, 0.83f, 0.18f, 1 }, { 0.88f, 0.11f, 0.14f, 1 }, { 0.20f, 0.82f, 0.48f, 1 },
    { 0.57f, 0.25f, 0.67f, 1 }, { 1.00f, 0.47f, 0.00f, 1 }, { 0.20f, 0.78f, 0.87f, 1 }, { 0.93f, 0.35f, 0.63f, 1 },
    { 0.60f, 0.42f, 0.27f, 1 }, { 0.67f, 0.86f, 0.20f, 1 },
  };

  return &colors[position % G_N_ELEMENTS (colors)];
}
