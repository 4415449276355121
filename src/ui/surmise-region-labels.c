/* surmise-region-labels.c – places for the boxes' labels, so that none hides another
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-region-labels.h"

#include <math.h>

/* Logical pixels, between two labels. */
#define GAP 1
/* How many lines below its corner a label may go before it is left out. */
#define MOST_LINES 6

/* What is taken, by lines as high as the highest label, so that looking for a place meets few others. */
typedef struct
{
  GPtrArray *lines;  /* (owned) of GArray of graphene_rect_t, or NULL where a line is empty */
  float      top;
  float      height;
} Taken;

static guint
line_of (Taken *taken,
         float  y)
{
  float line = floorf ((y - taken->top) / taken->height);

  return (guint) CLAMP (line, 0, (float) taken->lines->len - 1);
}

static gboolean
overlap (const graphene_rect_t *a,
         const graphene_rect_t *b)
{
  return a->origin.x < b->origin.x + b->size.width + GAP && b->origin.x < a->origin.x + a->size.width + GAP
         && a->origin.y < b->origin.y + b->size.height + GAP && b->origin.y < a->origin.y + a->size.height + GAP;
}

static gboolean
is_free (Taken                 *taken,
         const graphene_rect_t *rect)
{
  guint last = line_of (taken, rect->origin.y + rect->size.height + GAP);

  for (guint line = line_of (taken, rect->origin.y - GAP); line <= last; line++)
    {
      GArray *rects = g_ptr_array_index (taken->lines, line);

      for (guint i = 0; rects != NULL && i < rects->len; i++)
        if (overlap (rect, &g_array_index (rects, graphene_rect_t, i)))
          return FALSE;
    }

  return TRUE;
}

static void
take (Taken                 *taken,
      const graphene_rect_t *rect)
{
  guint last = line_of (taken, rect->origin.y + rect->size.height);

  for (guint line = line_of (taken, rect->origin.y); line <= last; line++)
    {
      GArray *rects = g_ptr_array_index (taken->lines, line);

      if (rects == NULL)
        {
          rects = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
          g_ptr_array_index (taken->lines, line) = rects;
        }
      g_array_append_val (rects, *rect);
    }
}

static gboolean
try (Taken                 *taken,
     SurmiseRegionLabel    *label,
     const graphene_rect_t *area,
     float                  x,
     float                  y)
{
  float right = area->origin.x + area->size.width - label->size.width;
  graphene_rect_t rect = GRAPHENE_RECT_INIT (CLAMP (x, area->origin.x, MAX (area->origin.x, right)), y,
                                             label->size.width, label->size.height);

  if (y < area->origin.y || y + label->size.height > area->origin.y + area->size.height || !is_free (taken, &rect))
    return FALSE;

  take (taken, &rect);
  label->place = rect.origin;
  label->shown = TRUE;

  return TRUE;
}

/* On its upper edge where that is free, else at another corner, else below the labels that stand at its corner. */
static void
place (Taken                 *taken,
       SurmiseRegionLabel    *label,
       const graphene_rect_t *area)
{
  float left = label->box.origin.x, top = label->box.origin.y;
  float right = left + label->box.size.width - label->size.width;
  float bottom = top + label->box.size.height;
  float height = label->size.height;

  if (try (taken, label, area, left, top - height) || try (taken, label, area, left, top)
      || try (taken, label, area, right, top - height) || try (taken, label, area, right, top)
      || try (taken, label, area, left, bottom) || try (taken, label, area, left, bottom - height)
      || try (taken, label, area, right, bottom) || try (taken, label, area, right, bottom - height))
    return;

  for (guint line = 1; line <= MOST_LINES && top + (float) line * (height + GAP) < bottom; line++)
    if (try (taken, label, area, left, top + (float) line * (height + GAP)))
      return;
}

static void
free_line (gpointer line)
{
  g_clear_pointer ((GArray **) &line, g_array_unref);
}

/**
 * surmise_region_labels_place:
 * @labels: (array length=n): the most important first, which gets the best place
 * @n: how many
 * @area: what no label may leave
 *
 * A label finds no place where more boxes begin in one spot than can be told apart there; its box still lights up.
 */
void
surmise_region_labels_place (SurmiseRegionLabel    *labels,
                             guint                  n,
                             const graphene_rect_t *area)
{
  Taken taken = { .lines = g_ptr_array_new_with_free_func (free_line), .top = area->origin.y, .height = 1 };

  for (guint i = 0; i < n; i++)
    taken.height = MAX (taken.height, labels[i].size.height + GAP);
  g_ptr_array_set_size (taken.lines, (int) (area->size.height / taken.height) + 1);

  for (guint i = 0; i < n; i++)
    {
      const graphene_rect_t *box = &labels[i].box;

      labels[i].shown = FALSE;
      /* Zoomed, most boxes are somewhere else. */
      if (box->origin.x <= area->origin.x + area->size.width && box->origin.x + box->size.width >= area->origin.x
          && box->origin.y <= area->origin.y + area->size.height && box->origin.y + box->size.height >= area->origin.y)
        place (&taken, &labels[i], area);
    }

  g_clear_pointer (&taken.lines, g_ptr_array_unref);
}
