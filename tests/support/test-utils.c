/* test-utils.c – waiting with a deadline, and what else every test needs
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-utils.h"

/* Long enough for a busy machine under sanitizers; nothing waits so long when all is well. */
#define DEADLINE_MS 20000

typedef struct {
  guint position;
  guint removed;
  guint added;
} Change;

struct _TestChanges
{
  GListModel *list;    /* (owned) */
  GArray     *changes; /* (owned) of Change, oldest first */
  gulong      handler;
};

static gboolean
pass_deadline (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_CONTINUE;
}

static void
on_items_changed (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    user_data)
{
  TestChanges *self = user_data;
  Change change = { position, removed, added };

  g_array_append_val (self->changes, change);
}

static gboolean
has_result (gpointer user_data)
{
  return *(GAsyncResult **) user_data != NULL;
}

static gboolean
is_null (gpointer user_data)
{
  return *(gpointer *) user_data == NULL;
}

/* Spins the default context until func says TRUE, and aborts where that does not come true in time. func is
 * asked again after each iteration, so something must wake the context: all that runs in it does, and another
 * thread can with g_main_context_wakeup (). */
void
test_wait_until_full (TestFunc func,
                      gpointer user_data,
                      guint    timeout_ms)
{
  gboolean late = FALSE;
  guint source = g_timeout_add (timeout_ms, pass_deadline, &late);

  while (!func (user_data) && !late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);

  if (!func (user_data))
    g_error ("The deadline of %u ms passed", timeout_ms);
}

void
test_wait_until (TestFunc func,
                 gpointer user_data)
{
  test_wait_until_full (func, user_data, DEADLINE_MS);
}

void
test_wait_until_null (gpointer *weak)
{
  test_wait_until (is_null, weak);
}

void
test_catch_result (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  GAsyncResult **caught = user_data;

  g_assert_null (*caught);
  *caught = g_object_ref (result);
}

/* The result, still owned by the variable. */
GAsyncResult *
test_wait_for_result (GAsyncResult **result)
{
  test_wait_until (has_result, result);

  return *result;
}

TestChanges *
test_changes_new (GListModel *list)
{
  TestChanges *self = g_new0 (TestChanges, 1);

  self->list = g_object_ref (list);
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  self->handler = g_signal_connect (list, "items-changed", G_CALLBACK (on_items_changed), self);

  return self;
}

void
test_changes_free (TestChanges *self)
{
  g_clear_signal_handler (&self->handler, self->list);
  g_clear_object (&self->list);
  g_array_unref (self->changes);
  g_free (self);
}

/* Takes the oldest change that has not been looked at. */
void
assert_items_changed (TestChanges *self,
                      guint        position,
                      guint        removed,
                      guint        added)
{
  Change change;

  g_assert_cmpuint (self->changes->len, >, 0);
  change = g_array_index (self->changes, Change, 0);
  g_array_remove_index (self->changes, 0);

  g_assert_cmpuint (change.position, ==, position);
  g_assert_cmpuint (change.removed, ==, removed);
  g_assert_cmpuint (change.added, ==, added);
}

void
assert_no_items_changed (TestChanges *self)
{
  g_assert_cmpuint (self->changes->len, ==, 0);
}

char *
test_data_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", name, NULL);
}

GBytes *
test_load_data (const char *name)
{
  g_autofree char *path = test_data_path (name);
  g_autoptr(GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (text, length);
}
