/* service-fixture.c – an account at a scripted service
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "service-fixture.h"

#define PER_PAGE 50

void
service_fixture_set_up (ServiceFixture *self,
                        gconstpointer   data)
{
  g_autoptr(SoupSession) session = clarifai_session_new ();
  g_autoptr(GError) error = NULL;

  self->server = mock_server_new ();
  self->account = _surmise_account_new (session, "id", mock_server_get_base (self->server),
                                        SURMISE_ACCOUNT_PLACE_SESSION, &error);
  g_assert_no_error (error);
  _surmise_account_take_token (self->account, surmise_token_copy (TOKEN));
}

void
service_fixture_tear_down (ServiceFixture *self,
                           gconstpointer   data)
{
  gpointer account = self->account;

  g_object_add_weak_pointer (account, &account);
  g_clear_object (&self->account);
  test_wait_until_null (&account);
  g_clear_object (&self->server);
}

const char *
service_fixture_get_query (ServiceFixture *self,
                           guint           i)
{
  return mock_server_get_request (self->server, i)->query;
}

void
service_fixture_reply_pages (ServiceFixture *self,
                             const char     *path,
                             guint           n_pages,
                             const char     *type)
{
  for (guint page = 0; page < n_pages; page++)
    {
      g_autoptr(GString) models = g_string_new (NULL);
      g_autofree char *body = NULL;

      for (guint i = 0; i < PER_PAGE; i++)
        g_string_append_printf (models, "%s" MODEL ("%s-%u", "%s"), i > 0 ? "," : "", type, page * PER_PAGE + i, type);
      body = g_strdup_printf (PAGE ("%s"), models->str);
      mock_server_reply (self->server, "GET", path, 200, body);
    }
}
