/* test-error-text.c – errors in words that help
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "clarifai-error.h"
#include "mock-server.h"
#include "surmise-account-list.h"
#include "surmise-address.h"
#include "surmise-error-text.h"
#include "surmise-fetcher.h"
#include "surmise-prepare.h"
#include "surmise-token.h"
#include "test-utils.h"

#define TOKEN "5f3a0c7d9e2b4a6188c1d0e7f2b3a495"

static SurmiseErrorText *
text_for (GQuark domain,
          int    code)
{
  g_autoptr(GError) error = g_error_new_literal (domain, code, "details");

  return surmise_error_text_new (error);
}

/* Each code up to @last has words of its own, which end as words of their kind do. */
static void
assert_own_words (GQuark domain,
                  int    last)
{
  g_autoptr(GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = 0; code <= last; code++)
    {
      g_autoptr(SurmiseErrorText) text = text_for (domain, code);

      g_assert_cmpuint (strlen (text->title), >, 0);
      g_assert_false (g_str_has_suffix (text->title, "."));
      g_assert_true (g_str_has_suffix (text->hint, "."));
      g_assert_cmpstr (text->details, ==, "details");
      if (!g_hash_table_add (titles, g_strdup (text->title)))
        g_error ("%s %d has the words of another code: %s", g_quark_to_string (domain), code, text->title);
    }
}

static void
test_own_words (void)
{
  assert_own_words (CLARIFAI_ERROR, CLARIFAI_ERROR_REFERENCE_KIND);
  assert_own_words (SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_GONE);
  assert_own_words (SURMISE_TOKEN_ERROR, SURMISE_TOKEN_ERROR_TOO_LONG);
  assert_own_words (SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_PRIVATE);
  assert_own_words (SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_REDIRECTS);
  assert_own_words (SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_UNREADABLE);
}

/* The last codes above are the last there are: the next one has the words of the table's first. */
static void
test_no_more_codes (void)
{
  const struct
  {
    GQuark domain;
    int    last;
    int    first;
  } ends[] = {
    { CLARIFAI_ERROR, CLARIFAI_ERROR_REFERENCE_KIND, CLARIFAI_ERROR_FAILED },
    { SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_GONE, SURMISE_KEYRING_ERROR_FAILED },
    { SURMISE_TOKEN_ERROR, SURMISE_TOKEN_ERROR_TOO_LONG, SURMISE_TOKEN_ERROR_EMPTY },
    { SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_PRIVATE, SURMISE_ADDRESS_ERROR_MALFORMED },
    { SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_REDIRECTS, SURMISE_FETCH_ERROR_STATUS },
    { SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_UNREADABLE, SURMISE_PREPARE_ERROR_BROKEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr(SurmiseErrorText) next = text_for (ends[i].domain, ends[i].last + 1);
      g_autoptr(SurmiseErrorText) first = text_for (ends[i].domain, ends[i].first);

      g_assert_cmpstr (next->title, ==, first->title);
    }
}

/* Every code of the system's domains has words, though not words of its own. */
static void
test_system (void)
{
  for (int code = 0; code < 60; code++)
    {
      const GQuark domains[] = { G_IO_ERROR, G_RESOLVER_ERROR, G_TLS_ERROR, G_FILE_ERROR, g_quark_from_static_string ("x") };

      for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
        {
          g_autoptr(SurmiseErrorText) text = text_for (domains[i], code);

          g_assert_cmpuint (strlen (text->title), >, 0);
          g_assert_cmpuint (strlen (text->hint), >, 0);
        }
    }
}

static void
assert_title (GQuark      domain,
              int         code,
              const char *title)
{
  g_autoptr(SurmiseErrorText) text = text_for (domain, code);

  g_assert_cmpstr (text->title, ==, title);
}

static void
test_causes_apart (void)
{
  assert_title (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "The File Cannot Be Found");
  assert_title (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "No Answer in Time");
  assert_title (G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, "There Is No Connection");
  assert_title (G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, "The Connection Broke Off");
  assert_title (G_RESOLVER_ERROR, G_RESOLVER_ERROR_TEMPORARY_FAILURE, "The Server Cannot Be Found");
  assert_title (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, "The Connection Is Not Safe");
  assert_title (G_TLS_ERROR, G_TLS_ERROR_UNAVAILABLE, "Safe Connections Cannot Be Made");
  assert_title (G_TLS_ERROR, G_TLS_ERROR_EOF, "The Connection Broke Off");
}

static void
test_actions (void)
{
  const struct
  {
    int                code;
    SurmiseErrorAction action;
  } cases[] = {
    { CLARIFAI_ERROR_TOKEN_REFUSED, SURMISE_ERROR_ACTION_CHANGE_TOKEN },
    { CLARIFAI_ERROR_MODEL_NOT_FOUND, SURMISE_ERROR_ACTION_CHANGE_MODEL },
    { CLARIFAI_ERROR_THROTTLED, SURMISE_ERROR_ACTION_TRY_AGAIN },
    { CLARIFAI_ERROR_QUOTA, SURMISE_ERROR_ACTION_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SurmiseErrorText) text = text_for (CLARIFAI_ERROR, cases[i].code);

      g_assert_cmpint (text->action, ==, cases[i].action);
      g_assert_true ((surmise_error_action_get_label (text->action) == NULL) == (text->action == SURMISE_ERROR_ACTION_NONE));
    }
}

static void
test_line (void)
{
  g_autoptr(GError) error = g_error_new_literal (SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_STATUS, "404");
  g_autoptr(GError) silent = g_error_new_literal (SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_STATUS, "");
  g_autofree char *line = surmise_error_text_line (error);
  g_autofree char *silent_line = surmise_error_text_line (silent);

  g_assert_cmpstr (line, ==, "The Website Did Not Give the Picture. It may be gone, or not open to everyone. (404)");
  g_assert_cmpstr (silent_line, ==, "The Website Did Not Give the Picture. It may be gone, or not open to everyone.");
}

static void
test_about (void)
{
  const GQuark domains[] = { CLARIFAI_ERROR, SURMISE_PREPARE_ERROR, SURMISE_ADDRESS_ERROR, SURMISE_FETCH_ERROR, G_IO_ERROR };

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    for (int code = 0; code < 50; code++)
      {
        g_autoptr(GError) error = g_error_new_literal (domains[i], code, "details");
        g_autofree char *text = surmise_error_text_about (error, "100%s.jpg");

        g_assert_true (g_str_has_prefix (text, "“100%s.jpg” "));
      }
}

/* What is wrong with a token is told without the token. */
static void
test_token_refused_here (void)
{
  const char *const pasted[] = { TOKEN " " TOKEN, TOKEN "\303\244", TOKEN "\001" };

  for (guint i = 0; i < G_N_ELEMENTS (pasted); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *line = NULL;

      g_assert_null (surmise_token_new (pasted[i], &error));
      line = surmise_error_text_line (error);
      g_assert_null (strstr (line, TOKEN));
    }
}

/* The service repeats a token that it refuses. */
static void
test_token_refused_there (void)
{
  g_autoptr(MockServer) server = mock_server_new ();
  g_autoptr(SoupSession) session = clarifai_session_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ClarifaiClient) client = clarifai_client_new (session, mock_server_get_base (server), &error);
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  mock_server_reply (server, "GET", "/v2/users/me", 401,
                     "{\"status\":{\"code\":11009,\"description\":\"Bad key " TOKEN "\",\"details\":\"invalid key(" TOKEN ")\"}}");
  clarifai_client_get_me_async (client, TOKEN, NULL, test_catch_result, &result);
  test_wait_for_result (&result);
  g_assert_null (clarifai_client_get_me_finish (client, result, &error));
  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED);

  line = surmise_error_text_line (error);
  g_assert_true (g_str_has_prefix (line, "Clarifai Refused This Token."));
  g_assert_null (strstr (line, TOKEN));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/error-text/own-words", test_own_words);
  g_test_add_func ("/error-text/no-more-codes", test_no_more_codes);
  g_test_add_func ("/error-text/system", test_system);
  g_test_add_func ("/error-text/causes-apart", test_causes_apart);
  g_test_add_func ("/error-text/actions", test_actions);
  g_test_add_func ("/error-text/line", test_line);
  g_test_add_func ("/error-text/about", test_about);
  g_test_add_func ("/error-text/token-refused-here", test_token_refused_here);
  g_test_add_func ("/error-text/token-refused-there", test_token_refused_there);

  return g_test_run ();
}
