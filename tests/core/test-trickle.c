/* test-trickle.c – letting many objects go without a pause
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-trickle.h"
#include "test-utils.h"

static void
on_gone (gpointer  data,
         GObject  *object)
{
  guint *n_gone = data;

  (*n_gone)++;
}

/* Objects that count when they go. */
static GListStore *
new_list (guint  n,
          guint *n_gone)
{
  GListStore *list = g_list_store_new (G_TYPE_OBJECT);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GObject) object = g_object_new (G_TYPE_OBJECT, NULL);

      g_object_weak_ref (object, on_gone, n_gone);
      g_list_store_append (list, object);
    }

  return list;
}

static gboolean
are_all_gone (gpointer user_data)
{
  return *(guint *) user_data == 1000;
}

static void
test_many (void)
{
  guint n_gone = 0;
  g_autoptr(GListStore) list = new_list (1000, &n_gone);

  surmise_trickle_free_items (G_LIST_MODEL (list));
  g_list_store_remove_all (list);
  g_assert_cmpuint (n_gone, ==, 0);
  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (n_gone, >, 0);
  g_assert_cmpuint (n_gone, <, 1000);
  test_wait_until (are_all_gone, &n_gone);
}

/* For a few it is not worth it. */
static void
test_few (void)
{
  guint n_gone = 0;
  g_autoptr(GListStore) list = new_list (10, &n_gone);

  surmise_trickle_free_items (G_LIST_MODEL (list));
  g_list_store_remove_all (list);
  g_assert_cmpuint (n_gone, ==, 10);
}

/* Who still holds one keeps it. */
static void
test_held (void)
{
  guint n_gone = 0;
  g_autoptr(GListStore) list = new_list (1001, &n_gone);
  g_autoptr(GObject) held = g_list_model_get_item (G_LIST_MODEL (list), 1000);

  surmise_trickle_free_items (G_LIST_MODEL (list));
  g_list_store_remove_all (list);
  test_wait_until (are_all_gone, &n_gone);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_gone, ==, 1000);
  g_object_weak_unref (held, on_gone, &n_gone);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trickle/many", test_many);
  g_test_add_func ("/trickle/few", test_few);
  g_test_add_func ("/trickle/held", test_held);

  return g_test_run ();
}
