/* surmise-plot.c – a small plot of many numbers
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-plot.h"

#include <math.h>

#include "surmise-compat.h"

#define HEIGHT 120

/**
 * SurmisePlot:
 *
 * A bar up or down for each number, or, where there are more of them than pixels, from the least to the greatest of those
 * that share one.
 */
struct _SurmisePlot
{
  GtkWidget  parent_instance;

  float     *numbers; /* (owned) (nullable) */
  gsize      n;
  float      most;    /* the greatest of all, up or down */
};

G_DEFINE_FINAL_TYPE (SurmisePlot, surmise_plot, GTK_TYPE_WIDGET)

static void
surmise_plot_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  SurmisePlot *self = SURMISE_PLOT (widget);
  gsize width = (gsize) MAX (1, gtk_widget_get_width (widget));
  float half = (float) gtk_widget_get_height (widget) / 2;
  gsize n_bars = MIN (self->n, MAX (1, width / 2));
  GdkRGBA color, line;

  if (self->n == 0)
    return;

  surmise_get_color (widget, &color);
  line = color;
  line.alpha *= 0.3f;
  for (gsize bar = 0; bar < n_bars; bar++)
    {
      gsize from = bar * self->n / n_bars, to = MAX (from + 1, (bar + 1) * self->n / n_bars);
      float left = floorf ((float) (bar * width) / (float) n_bars);
      float right = floorf ((float) ((bar + 1) * width) / (float) n_bars);
      float low = 0, high = 0;

      for (gsize i = from; i < to; i++)
        {
          low = MIN (low, self->numbers[i]);
          high = MAX (high, self->numbers[i]);
        }
      gtk_snapshot_append_color (snapshot, &color,
                                 &GRAPHENE_RECT_INIT (left, half - high / self->most * half, MAX (1, right - left - 1),
                                                      MAX (1, (high - low) / self->most * half)));
    }
  gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, floorf (half), (float) width, 1));
}

static void
surmise_plot_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 1;
  *natural = HEIGHT;
}

static void
surmise_plot_finalize (GObject *object)
{
  g_clear_pointer (&SURMISE_PLOT (object)->numbers, g_free);

  G_OBJECT_CLASS (surmise_plot_parent_class)->finalize (object);
}

static void
surmise_plot_class_init (SurmisePlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = surmise_plot_finalize;
  widget_class->measure = surmise_plot_measure;
  widget_class->snapshot = surmise_plot_snapshot;

  gtk_widget_class_set_css_name (widget_class, "plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
surmise_plot_init (SurmisePlot *self)
{
}

/**
 * surmise_plot_set_numbers:
 * @self: the plot
 * @numbers: (array length=n) (nullable): what to show, copied; those that are none are shown as 0
 * @n: how many
 */
void
surmise_plot_set_numbers (SurmisePlot *self,
                          const float *numbers,
                          gsize        n)
{
  g_return_if_fail (SURMISE_IS_PLOT (self));

  g_clear_pointer (&self->numbers, g_free);
  self->numbers = g_memdup2 (numbers, n * sizeof (float));
  self->n = n;
  self->most = 0;
  for (gsize i = 0; i < n; i++)
    {
      if (!isfinite (self->numbers[i]))
        self->numbers[i] = 0;
      self->most = MAX (self->most, fabsf (self->numbers[i]));
    }
  if (self->most <= 0)
    self->most = 1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
