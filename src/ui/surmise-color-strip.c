/* surmise-color-strip.c – the colours of a picture side by side, each as wide as its share
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-color-strip.h"

#include "clarifai-concept.h"

#define CORNER      9
/* More than can be told apart. */
#define MOST_COLORS 64

struct _SurmiseColorStrip
{
  GtkWidget   parent_instance;

  GListModel *colors; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SurmiseColorStrip, surmise_color_strip, GTK_TYPE_WIDGET)

static double
sum_up (GListModel *colors,
        guint       n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiConcept) color = g_list_model_get_item (colors, i);

      sum += clarifai_concept_get_value (color);
    }

  return sum;
}

static void
surmise_color_strip_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  SurmiseColorStrip *self = SURMISE_COLOR_STRIP (widget);
  const GdkRGBA edge = { 0.5f, 0.5f, 0.5f, 0.4f };
  const GdkRGBA edges[4] = { edge, edge, edge, edge };
  const float widths[4] = { 1, 1, 1, 1 };
  guint n = self->colors != NULL ? MIN (g_list_model_get_n_items (self->colors), MOST_COLORS) : 0;
  double sum = sum_up (self->colors, n);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double x = 0;
  GskRoundedRect rounded;

  if (sum <= 0)
    return;

  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT (0, 0, width, height), CORNER);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiConcept) color = g_list_model_get_item (self->colors, i);
      const char *hex = clarifai_concept_get_hex (color);
      double w = clarifai_concept_get_value (color) / sum * width;
      GdkRGBA rgba;

      if (hex != NULL && gdk_rgba_parse (&rgba, hex))
        gtk_snapshot_append_color (snapshot, &rgba, &GRAPHENE_RECT_INIT ((float) (rtl ? width - x - w : x), 0, (float) w, height));
      x += w;
    }
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &rounded, widths, edges);
}

static void
surmise_color_strip_finalize (GObject *object)
{
  g_clear_object (&SURMISE_COLOR_STRIP (object)->colors);

  G_OBJECT_CLASS (surmise_color_strip_parent_class)->finalize (object);
}

static void
surmise_color_strip_class_init (SurmiseColorStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = surmise_color_strip_finalize;
  widget_class->snapshot = surmise_color_strip_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
surmise_color_strip_init (SurmiseColorStrip *self)
{
}

/**
 * surmise_color_strip_set_colors:
 * @self: the strip
 * @colors: (nullable): #ClarifaiConcept with a hex, largest share first
 */
void
surmise_color_strip_set_colors (SurmiseColorStrip *self,
                                GListModel        *colors)
{
  g_return_if_fail (SURMISE_IS_COLOR_STRIP (self));

  if (g_set_object (&self->colors, colors))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
