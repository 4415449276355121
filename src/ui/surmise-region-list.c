/* surmise-region-list.c – the regions that are listed: those sure enough, with the filter's words in them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-region-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clarifai-concept.h"
#include "surmise-confidence.h"
#include "surmise-fold.h"
#include "surmise-region-words.h"

/**
 * SurmiseRegionList:
 *
 * Things come surest first; what is written in a picture stays in the order in which the model read it.
 */
struct _SurmiseRegionList
{
  GObject             parent_instance;

  GListStore         *sorted;    /* (owned) of ClarifaiRegion */
  GHashTable         *indices;   /* (owned): of guint, by region: where the model named it */
  GHashTable         *folded;    /* (owned): names as they are compared, by region; made when first needed */
  GtkFilter          *filter;    /* (owned by @shown) */
  GtkFilterListModel *shown;     /* (owned) */
  char               *needle;    /* (owned) (nullable): what is looked for, as it is compared */
  double              threshold; /* 0–1 */
};

G_DEFINE_FINAL_TYPE (SurmiseRegionList, surmise_region_list, G_TYPE_OBJECT)

static const char *
get_folded (SurmiseRegionList *self,
            ClarifaiRegion    *region)
{
  const char *known = g_hash_table_lookup (self->folded, region);
  g_autofree char *name = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *both = NULL;

  if (known != NULL)
    return known;

  name = surmise_region_dup_name (region);
  rest = surmise_region_dup_rest (region);
  both = g_strconcat (name, rest != NULL ? "\n" : NULL, rest, NULL);
  g_hash_table_insert (self->folded, region, surmise_fold (both));

  return g_hash_table_lookup (self->folded, region);
}

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  SurmiseRegionList *self = user_data;
  const char *name;

  if (!surmise_region_is_sure (item, self->threshold))
    return FALSE;
  if (self->needle == NULL)
    return TRUE;

  name = get_folded (self, item);

  return name != NULL && strstr (name, self->needle) != NULL;
}

static int
compare_values (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  double left = surmise_region_get_value ((ClarifaiRegion *) a);
  double right = surmise_region_get_value ((ClarifaiRegion *) b);

  return (left < right) - (left > right);
}

static void
surmise_region_list_dispose (GObject *object)
{
  SurmiseRegionList *self = SURMISE_REGION_LIST (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->sorted);
  g_clear_pointer (&self->indices, g_hash_table_unref);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (surmise_region_list_parent_class)->dispose (object);
}

static void
surmise_region_list_class_init (SurmiseRegionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = surmise_region_list_dispose;
}

static void
surmise_region_list_init (SurmiseRegionList *self)
{
  self->sorted = g_list_store_new (CLARIFAI_TYPE_REGION);
  self->indices = g_hash_table_new (NULL, NULL);
  self->folded = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->sorted)), self->filter);
}

SurmiseRegionList *
surmise_region_list_new (void)
{
  return g_object_new (SURMISE_TYPE_REGION_LIST, NULL);
}

/* (transfer none): a list of #ClarifaiRegion, always the same one. */
GListModel *
surmise_region_list_get_shown (SurmiseRegionList *self)
{
  g_return_val_if_fail (SURMISE_IS_REGION_LIST (self), NULL);

  return G_LIST_MODEL (self->shown);
}

/* (transfer none) (nullable): what the model is surest of, shown or not. */
ClarifaiRegion *
surmise_region_list_get_best (SurmiseRegionList *self)
{
  g_autoptr(ClarifaiRegion) best = NULL;

  g_return_val_if_fail (SURMISE_IS_REGION_LIST (self), NULL);

  best = g_list_model_get_item (G_LIST_MODEL (self->sorted), 0);

  return best;
}

/* Among those that are shown, or GTK_INVALID_LIST_POSITION. */
guint
surmise_region_list_get_position (SurmiseRegionList *self,
                                  ClarifaiRegion    *region)
{
  guint n;

  g_return_val_if_fail (SURMISE_IS_REGION_LIST (self), GTK_INVALID_LIST_POSITION);

  n = region != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->shown)) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiRegion) one = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (one == region)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* Where the model named it, from 0: what tells the masks' colours. */
guint
surmise_region_list_get_index (SurmiseRegionList *self,
                               ClarifaiRegion    *region)
{
  g_return_val_if_fail (SURMISE_IS_REGION_LIST (self), 0);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->indices, region));
}

void
surmise_region_list_set_output (SurmiseRegionList *self,
                                ClarifaiOutput    *output)
{
  GListModel *regions = output != NULL ? clarifai_output_get_regions (output) : NULL;
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean named = FALSE;

  g_return_if_fail (SURMISE_IS_REGION_LIST (self));

  g_hash_table_remove_all (self->indices);
  g_hash_table_remove_all (self->folded);
  for (guint i = 0; regions != NULL && i < g_list_model_get_n_items (regions); i++)
    {
      ClarifaiRegion *region = g_list_model_get_item (regions, i);

      named = named || g_list_model_get_n_items (clarifai_region_get_concepts (region)) > 0;
      g_ptr_array_add (all, region);
      g_hash_table_insert (self->indices, region, GUINT_TO_POINTER (i));
    }
  g_list_store_splice (self->sorted, 0, g_list_model_get_n_items (G_LIST_MODEL (self->sorted)), all->pdata, all->len);
  if (named)
    g_list_store_sort (self->sorted, compare_values, NULL);
}

void
surmise_region_list_set_threshold (SurmiseRegionList *self,
                                   double             threshold)
{
  GtkFilterChange change;

  g_return_if_fail (SURMISE_IS_REGION_LIST (self));

  change = threshold > self->threshold ? GTK_FILTER_CHANGE_MORE_STRICT : GTK_FILTER_CHANGE_LESS_STRICT;
  self->threshold = threshold;
  gtk_filter_changed (self->filter, change);
}

void
surmise_region_list_set_search (SurmiseRegionList *self,
                                const char        *search)
{
  g_autofree char *old = NULL;

  g_return_if_fail (SURMISE_IS_REGION_LIST (self));

  old = g_steal_pointer (&self->needle);
  self->needle = search != NULL && *search != '\0' ? surmise_fold (search) : NULL;
  if (g_strcmp0 (old, self->needle) != 0)
    gtk_filter_changed (self->filter, surmise_fold_compare (old, self->needle));
}

/**
 * surmise_region_list_to_text:
 * @self: the list
 *
 * Returns: (transfer full): the regions shown, one a line, for the clipboard
 */
char *
surmise_region_list_to_text (SurmiseRegionList *self)
{
  GString *text;

  g_return_val_if_fail (SURMISE_IS_REGION_LIST (self), NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr(ClarifaiRegion) region = g_list_model_get_item (G_LIST_MODEL (self->shown), i);
      g_autofree char *line = surmise_region_to_text (region);

      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (text, FALSE);
}

/**
 * surmise_region_list_to_spoken:
 * @self: the list
 *
 * Returns: (transfer full): one sentence on the whole of it, for a screen reader
 */
char *
surmise_region_list_to_spoken (SurmiseRegionList *self)
{
  guint n;

  g_return_val_if_fail (SURMISE_IS_REGION_LIST (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  /* Translators: for screen readers: how many parts of a picture are listed. */
  return g_strdup_printf (ngettext ("%u box", "%u boxes", n), n);
}
