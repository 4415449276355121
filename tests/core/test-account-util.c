/* test-account-util.c – an account list, a scripted service, and calls that wait
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-account-util.h"

#include "surmise-keyring.h"

static void
clear_keyring (void)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) items = NULL;
  gboolean any_locked;

  surmise_keyring_search_async (FALSE, NULL, test_catch_result, &result);
  test_wait_for_result (&result);
  items = surmise_keyring_search_finish (result, &any_locked, NULL);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const SurmiseKeyringItem *item = g_ptr_array_index (items, i);
      g_autoptr(GAsyncResult) cleared = NULL;

      surmise_keyring_clear_async (item->id, NULL, 0, NULL, test_catch_result, &cleared);
      test_wait_for_result (&cleared);
    }
}

void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  self->server = mock_server_new ();
  self->list = new_list ();
}

void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  clear_keyring ();
  g_object_add_weak_pointer (G_OBJECT (self->list), (gpointer *) &self->list);
  g_object_unref (self->list);
  test_wait_until_null ((gpointer *) &self->list);
  g_clear_object (&self->server);
}

void
reply_me (Fixture    *self,
          guint       status,
          const char *body)
{
  mock_server_reply (self->server, "GET", "/v2/users/me", status, body);
}

SurmiseAccountList *
new_list (void)
{
  g_autoptr(SoupSession) session = clarifai_session_new ();

  return surmise_account_list_new (session);
}

gboolean
load_accounts (SurmiseAccountList  *list,
               gboolean             may_prompt,
               GError             **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_account_list_load_async (list, may_prompt, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_account_list_load_finish (list, result, error);
}

SurmiseAccount *
add_account (Fixture              *self,
             const char           *token,
             SurmiseAccountPlace   place,
             GError              **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_account_list_add_async (self->list, token, mock_server_get_base (self->server), place, NULL,
                                  test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_account_list_add_finish (self->list, result, error);
}

SurmiseAccount *
add_good (Fixture             *self,
          const char          *token,
          const char          *me,
          SurmiseAccountPlace  place)
{
  g_autoptr(GError) error = NULL;
  SurmiseAccount *account;

  mock_server_clear (self->server);
  reply_me (self, 200, me);
  account = add_account (self, token, place, &error);
  g_assert_no_error (error);
  g_assert_nonnull (account);

  return account;
}

gboolean
check_account (Fixture         *self,
               SurmiseAccount  *account,
               GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_account_list_check_async (self->list, account, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_account_list_check_finish (self->list, result, error);
}

gboolean
rename_account (Fixture         *self,
                SurmiseAccount  *account,
                const char      *label,
                GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_account_list_rename_async (self->list, account, label, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_account_list_rename_finish (self->list, result, error);
}

gboolean
replace_token (Fixture         *self,
               SurmiseAccount  *account,
               const char      *token,
               GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_account_list_replace_async (self->list, account, token, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_account_list_replace_finish (self->list, result, error);
}

SurmiseRemovedAccount *
remove_account (Fixture         *self,
                SurmiseAccount  *account,
                GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_account_list_remove_async (self->list, account, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_account_list_remove_finish (self->list, result, error);
}

SurmiseAccount *
restore_account (Fixture                *self,
                 SurmiseRemovedAccount  *removed,
                 GError                **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_account_list_restore_async (self->list, removed, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_account_list_restore_finish (self->list, result, error);
}

SurmiseToken *
load_token (SurmiseAccount  *account,
            GError         **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  surmise_account_load_token_async (account, NULL, test_catch_result, &result);
  test_wait_for_result (&result);

  return surmise_account_load_token_finish (account, result, error);
}

void
assert_token (SurmiseAccount *account,
              const char     *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseToken) token = load_token (account, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (token, ==, expected);
}

void
assert_n_accounts (SurmiseAccountList *list,
                   guint               n)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
}

void
assert_n_stored (guint n)
{
  g_autoptr(SurmiseAccountList) list = new_list ();
  g_autoptr(GError) error = NULL;

  g_assert_true (load_accounts (list, FALSE, &error));
  g_assert_no_error (error);
  assert_n_accounts (list, n);
}
