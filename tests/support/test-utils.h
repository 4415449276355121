/* test-utils.h – waiting with a deadline, and what else every test needs
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef gboolean (*TestFunc) (gpointer user_data);

void          test_wait_until       (TestFunc      func,
                                     gpointer      user_data);
void          test_wait_until_full  (TestFunc      func,
                                     gpointer      user_data,
                                     guint         timeout_ms);
/* For something that is unreffed by then: waits until the pointer, a weak one, is NULL. */
void          test_wait_until_null  (gpointer     *weak);

/* Give test_catch_result as the callback and the address of a GAsyncResult pointer, NULL at first, as its
 * data. */
void          test_catch_result     (GObject      *source,
                                     GAsyncResult *result,
                                     gpointer      user_data);
GAsyncResult *test_wait_for_result  (GAsyncResult **result);

/* Records the items-changed of a list, and checks one against what is expected. */
typedef struct _TestChanges TestChanges;
TestChanges  *test_changes_new      (GListModel   *list);
void          test_changes_free     (TestChanges  *self);
void          assert_items_changed  (TestChanges  *self,
                                     guint         position,
                                     guint         removed,
                                     guint         added);
void          assert_no_items_changed (TestChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestChanges, test_changes_free)

/* A file of tests/data. */
char         *test_data_path        (const char   *name);
GBytes       *test_load_data        (const char   *name);

G_END_DECLS
