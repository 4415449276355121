/* surmise-compare-columns.c – where the columns of a comparison stand, in its head as in its rows
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-compare-columns.h"

/* Beside each other from here on; the margins on both sides are not part of a line's width. */
#define WIDE_FROM  (600 - 2 * 18)
#define NAMES_MIN  132
#define NAMES_MAX  260
#define GAP        24
/* With a column narrower than this a bar beside its percent is too short to be compared. */
#define COLUMN_MIN 136

/**
 * surmise_compare_columns_init:
 * @self: what to fill in
 * @n: how many models there are
 * @width: of the line, in pixels; where it is not known (-1), they stand below each other
 *
 * The same line width always gives the same columns, which is what makes head and rows agree to the pixel.
 */
void
surmise_compare_columns_init (SurmiseCompareColumns *self,
                              guint                  n,
                              int                    width)
{
  int names, rest;

  g_return_if_fail (self != NULL);
  g_return_if_fail (n <= SURMISE_COMPARISON_MOST);

  names = CLAMP (width / ((int) n + 2), NAMES_MIN, NAMES_MAX);
  rest = width - names;
  *self = (SurmiseCompareColumns) { .n = n, .name_width = MAX (0, width) };
  self->narrow = width < WIDE_FROM || rest < (int) n * (COLUMN_MIN + GAP);
  if (self->narrow || n == 0)
    {
      for (guint i = 0; i < n; i++)
        self->width[i] = MAX (0, width);
      return;
    }

  self->name_width = names;
  for (guint i = 0; i < n; i++)
    {
      /* Rounded at the edges, not at the widths, so that the last column ends with the line. */
      int begin = names + rest * (int) i / (int) n;
      int end = names + rest * ((int) i + 1) / (int) n;

      self->x[i] = begin + GAP;
      self->width[i] = MAX (0, end - begin - GAP);
    }
}

void
surmise_compare_columns_allocate (GtkWidget     *child,
                                  GtkAllocation  area,
                                  int            whole_width)
{
  if (!gtk_widget_should_layout (child))
    return;

  if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
    area.x = whole_width - area.x - area.width;
  gtk_widget_size_allocate (child, &area, -1);
}
