/* surmise-trickle.c – letting many objects go without a pause
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-trickle.h"

/* At a time: well under a millisecond. */
#define PORTION 200

static gboolean
free_portion (gpointer user_data)
{
  GPtrArray *objects = user_data;

  g_ptr_array_set_size (objects, (int) (objects->len - MIN (objects->len, PORTION)));

  return objects->len > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * surmise_trickle_free_items:
 * @list: a list of objects that is about to be emptied
 *
 * Keeps what is in the list now, and lets go of it a little at a time while nothing else is to be done: ten thousand
 * models freed at once would be a pause that can be seen.
 */
void
surmise_trickle_free_items (GListModel *list)
{
  g_autoptr(GPtrArray) objects = NULL;
  guint n;

  g_return_if_fail (G_IS_LIST_MODEL (list));

  n = g_list_model_get_n_items (list);
  if (n <= PORTION)
    return;

  objects = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (objects, g_list_model_get_item (list, i));
  g_idle_add_full (G_PRIORITY_LOW, free_portion, g_steal_pointer (&objects), (GDestroyNotify) g_ptr_array_unref);
}
