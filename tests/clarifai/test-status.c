/* test-status.c – the table of status codes, and the words of errors
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "clarifai-json.h"
#include "clarifai-status-codes.h"

#define TOKEN "c0ffee00c0ffee00c0ffee00c0ffee00"

static ClarifaiStatus
read_status (const char  *text,
             guint        http_status,
             JsonNode   **node)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  ClarifaiStatus status;

  *node = clarifai_json_parse (bytes, NULL);
  clarifai_status_read (&status, *node != NULL ? json_node_get_object (*node) : NULL, http_status);

  return status;
}

static void
assert_message (const char *text,
                const char *expected)
{
  g_autoptr(JsonNode) node = NULL;
  ClarifaiStatus status = read_status (text, 400, &node);
  g_autoptr(GError) error = clarifai_status_to_error (&status, TOKEN);

  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_numbers_and_names_agree (void)
{
  const ClarifaiStatusCode *code;
  guint n = 0;

  for (; (code = clarifai_status_code_get (n)) != NULL; n++)
    {
      g_autofree char *number = g_strdup_printf ("{\"status\":{\"code\":%d}}", code->code);
      g_autofree char *name = g_strdup_printf ("{\"status\":{\"code\":\"%s\"}}", code->name);
      g_autoptr(JsonNode) by_number_node = NULL;
      g_autoptr(JsonNode) by_name_node = NULL;
      ClarifaiStatus by_number = read_status (number, 200, &by_number_node);
      ClarifaiStatus by_name = read_status (name, 200, &by_name_node);

      g_assert_cmpint (by_number.code, ==, code->code);
      g_assert_cmpint (by_name.code, ==, code->code);
      g_assert_cmpint (by_number.error, ==, code->error);
      g_assert_cmpint (by_name.error, ==, code->error);
      g_assert_cmpint (by_number.retry, ==, code->retry);
      g_assert_true (by_number.good == code->good);
    }
  g_assert_cmpuint (n, >, 100);
}

static void
assert_verdict (int            code,
                ClarifaiError  error,
                ClarifaiRetry  retry)
{
  const ClarifaiStatusCode *found = clarifai_status_code_find (code);

  g_assert_nonnull (found);
  g_assert_false (found->good);
  g_assert_cmpint (found->error, ==, error);
  g_assert_cmpint (found->retry, ==, retry);
}

static void
test_verdicts (void)
{
  assert_verdict (10030, CLARIFAI_ERROR_SERVER, CLARIFAI_RETRY_FEW);
  assert_verdict (11000, CLARIFAI_ERROR_ACCOUNT, CLARIFAI_RETRY_NEVER);
  assert_verdict (11001, CLARIFAI_ERROR_TOKEN_REFUSED, CLARIFAI_RETRY_NEVER);
  assert_verdict (11002, CLARIFAI_ERROR_TOKEN_REFUSED, CLARIFAI_RETRY_NEVER);
  assert_verdict (11003, CLARIFAI_ERROR_THROTTLED, CLARIFAI_RETRY_THROTTLE);
  assert_verdict (11004, CLARIFAI_ERROR_QUOTA, CLARIFAI_RETRY_NEVER);
  assert_verdict (11005, CLARIFAI_ERROR_THROTTLED, CLARIFAI_RETRY_THROTTLE);
  assert_verdict (11006, CLARIFAI_ERROR_QUOTA, CLARIFAI_RETRY_NEVER);
  assert_verdict (11007, CLARIFAI_ERROR_SCOPES, CLARIFAI_RETRY_NEVER);
  assert_verdict (11008, CLARIFAI_ERROR_KEY_INVALID, CLARIFAI_RETRY_NEVER);
  assert_verdict (11009, CLARIFAI_ERROR_TOKEN_REFUSED, CLARIFAI_RETRY_NEVER);
  assert_verdict (11101, CLARIFAI_ERROR_NOT_FOUND, CLARIFAI_RETRY_NEVER);
  assert_verdict (11104, CLARIFAI_ERROR_CONSENT, CLARIFAI_RETRY_NEVER);
  assert_verdict (21200, CLARIFAI_ERROR_MODEL_NOT_FOUND, CLARIFAI_RETRY_NEVER);
  assert_verdict (21201, CLARIFAI_ERROR_MODEL_DENIED, CLARIFAI_RETRY_NEVER);
  assert_verdict (21351, CLARIFAI_ERROR_MODEL_NOT_READY, CLARIFAI_RETRY_MODEL);
  assert_verdict (21352, CLARIFAI_ERROR_MODEL_NOT_READY, CLARIFAI_RETRY_MODEL);
  assert_verdict (21353, CLARIFAI_ERROR_MODEL_NOT_DEPLOYED, CLARIFAI_RETRY_NEVER);
  assert_verdict (21354, CLARIFAI_ERROR_MODEL_NOT_READY, CLARIFAI_RETRY_MODEL);
  assert_verdict (21355, CLARIFAI_ERROR_MODEL_NOT_READY, CLARIFAI_RETRY_MODEL);
  assert_verdict (25602, CLARIFAI_ERROR_MODEL_NOT_DEPLOYED, CLARIFAI_RETRY_NEVER);
  assert_verdict (25604, CLARIFAI_ERROR_MODEL_NOT_READY, CLARIFAI_RETRY_MODEL);
  assert_verdict (25608, CLARIFAI_ERROR_MODEL_FAILED, CLARIFAI_RETRY_NEVER);
  assert_verdict (30002, CLARIFAI_ERROR_INPUT_FAILED, CLARIFAI_RETRY_NEVER);
  assert_verdict (30101, CLARIFAI_ERROR_INPUT_UNSUPPORTED, CLARIFAI_RETRY_NEVER);
  assert_verdict (30105, CLARIFAI_ERROR_INPUT_TOO_LARGE, CLARIFAI_RETRY_NEVER);
  assert_verdict (30106, CLARIFAI_ERROR_INPUT_ADDRESS, CLARIFAI_RETRY_NEVER);
  assert_verdict (39996, CLARIFAI_ERROR_INPUT_FAILED, CLARIFAI_RETRY_ONCE);
  assert_verdict (39997, CLARIFAI_ERROR_SERVER, CLARIFAI_RETRY_NEVER);
  assert_verdict (40032, CLARIFAI_ERROR_SERVER, CLARIFAI_RETRY_FEW);
  assert_verdict (40033, CLARIFAI_ERROR_INPUT_TOO_LARGE, CLARIFAI_RETRY_NEVER);
  assert_verdict (50001, CLARIFAI_ERROR_CONSENT, CLARIFAI_RETRY_NEVER);
  assert_verdict (69001, CLARIFAI_ERROR_ACCOUNT, CLARIFAI_RETRY_NEVER);
  assert_verdict (98009, CLARIFAI_ERROR_SERVER, CLARIFAI_RETRY_FEW);
  assert_verdict (98500, CLARIFAI_ERROR_SERVER, CLARIFAI_RETRY_FEW);
  assert_verdict (99009, CLARIFAI_ERROR_SERVER, CLARIFAI_RETRY_FEW);
}

static void
test_unknown_codes (void)
{
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(JsonNode) name_node = NULL;
  g_autoptr(JsonNode) huge_node = NULL;
  ClarifaiStatus status = read_status ("{\"status\":{\"code\":55555,\"description\":\"x\"}}", 200, &node);
  ClarifaiStatus named = read_status ("{\"status\":{\"code\":\"SOMETHING_NEW\"}}", 503, &name_node);
  ClarifaiStatus huge = read_status ("{\"status\":{\"code\":1e300}}", 200, &huge_node);

  g_assert_false (status.good);
  g_assert_cmpint (status.error, ==, CLARIFAI_ERROR_FAILED);
  g_assert_cmpint (status.retry, ==, CLARIFAI_RETRY_NEVER);
  g_assert_cmpint (named.error, ==, CLARIFAI_ERROR_SERVER);
  g_assert_cmpint (named.retry, ==, CLARIFAI_RETRY_FEW);
  g_assert_false (huge.good);
}

static void
test_words (void)
{
  assert_message ("{\"status\":{\"code\":30002,\"description\":\"Failed\",\"details\":\"no picture\"}}",
                  "Failed: no picture");
  assert_message ("{\"status\":{\"code\":21200,\"description\":\"Gone\",\"details\":\"Gone\"}}", "Gone");
  assert_message ("{\"status\":{\"code\":30002,\"details\":\"only details\"}}", "only details");
  assert_message ("{\"status\":{\"code\":30002}}", "The service answered with the code 30002");
  assert_message ("<html>", "The service answered with the HTTP status 400");
  assert_message ("{\"status\":{\"code\":30002,\"description\":\"a\\nb\\u0000c\"}}", "a b");
}

static void
test_words_without_tokens (void)
{
  assert_message ("{\"status\":{\"code\":11009,\"description\":\"API key not found\",\"details\":\"invalid key(abc)\"}}",
                  "API key not found");
  assert_message ("{\"status\":{\"code\":11008,\"description\":\"Bad " TOKEN " here\",\"details\":\"x\"}}",
                  "Bad [token] here");
  assert_message ("{\"status\":{\"code\":30002,\"description\":\"x\",\"details\":\"invalid key(abc)\"}}",
                  "x: invalid key([token])");
  assert_message ("{\"status\":{\"code\":30002,\"description\":\"x\",\"details\":\"header: Key 1234567890abcdef\"}}",
                  "x: header: Key [token]");
  assert_message ("{\"status\":{\"code\":11007,\"description\":\"Insufficient scopes\",\"details\":\"missing Predict for " TOKEN "\"}}",
                  "Insufficient scopes: missing Predict for [token]");
  assert_message ("{\"code\":16,\"message\":\"who is " TOKEN "?\",\"details\":[]}", "who is [token]?");
}

/* As a proxy may repeat a header: encoded, by itself or behind other words, which shifts the base64. */
static void
test_encoded_tokens (void)
{
  const char *before[] = { "", "a", "Key ", "user:", "Key\t\xff\xff" };
  const char *token = "s3cret/c0ffee+token?~\xc3\xb6\xc3\xbf>>>\xc3\xbf\xc3\xbf";
  g_autofree char *percent = g_uri_escape_string (token, NULL, FALSE);
  g_autofree char *lower = g_strdelimit (g_ascii_strdown (percent, -1), "\n", ' ');

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    {
      g_autofree char *whole = g_strconcat (before[i], token, i % 2 == 0 ? "" : "!", NULL);
      g_autofree char *base64 = g_base64_encode ((const guchar *) whole, strlen (whole));
      g_autofree char *base64url = g_strdelimit (g_strdelimit (g_strdup (base64), "+", '-'), "/", '_');
      g_autofree char *text = g_strdup_printf ("{\"status\":{\"code\":30002,\"description\":\"%s, %s, %s, %s\"}}",
                                               base64, base64url, percent, lower);
      g_autoptr(JsonNode) node = NULL;
      ClarifaiStatus status = read_status (text, 400, &node);
      g_autoptr(GError) error = clarifai_status_to_error (&status, token);

      base64[24] = base64url[24] = '\0';
      g_assert_null (strstr (error->message, base64 + 8));
      g_assert_null (strstr (error->message, base64url + 8));
      g_assert_null (strstr (error->message, percent + 3));
      g_assert_null (strstr (error->message, lower + 3));
    }
}

/* The cut comes after the token has gone, so that no half of it stays. */
static void
test_long_words (void)
{
  g_autofree char *many = g_strnfill (490, 'x');
  g_autofree char *text = g_strdup_printf ("{\"status\":{\"code\":30002,\"description\":\"%s " TOKEN "%s\"}}",
                                           many, many);
  g_autoptr(JsonNode) node = NULL;
  ClarifaiStatus status = read_status (text, 400, &node);
  g_autoptr(GError) error = clarifai_status_to_error (&status, TOKEN);

  g_assert_cmpint (g_utf8_strlen (error->message, -1), ==, 500);
  g_assert_null (strstr (error->message, "c0ffee"));
}

/* A service that is not what it seems can write as much as it likes, and make it as hard to look through. */
static void
assert_quick (const char *piece,
              guint       n)
{
  g_autoptr(GString) text = g_string_new ("{\"status\":{\"code\":30002,\"description\":\"");
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  ClarifaiStatus status;

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  g_string_append (text, "\"}}");
  status = read_status (text->str, 400, &node);
  error = clarifai_status_to_error (&status, TOKEN);

  g_assert_error (error, CLARIFAI_ERROR, CLARIFAI_ERROR_INPUT_FAILED);
  g_assert_cmpint (g_utf8_strlen (error->message, -1), <=, 500);
  g_assert_null (strstr (error->message, "c0ffee"));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
}

static void
test_hostile_words (void)
{
  assert_quick ("key:", 100000);
  assert_quick ("key: abcdefgh", 100000);
  assert_quick ("key(", 1000000);
  assert_quick (TOKEN " ", 200000);
  /* Wherever the cut falls, it leaves no part of a token. */
  for (guint n = 1; n < 40; n++)
    {
      g_autofree char *shift = g_strnfill (n, 'x');
      g_autofree char *piece = g_strconcat (shift, TOKEN, NULL);

      assert_quick (piece, 1000);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/status/numbers-and-names-agree", test_numbers_and_names_agree);
  g_test_add_func ("/status/verdicts", test_verdicts);
  g_test_add_func ("/status/unknown-codes", test_unknown_codes);
  g_test_add_func ("/status/words", test_words);
  g_test_add_func ("/status/words-without-tokens", test_words_without_tokens);
  g_test_add_func ("/status/encoded-tokens", test_encoded_tokens);
  g_test_add_func ("/status/long-words", test_long_words);
  g_test_add_func ("/status/hostile-words", test_hostile_words);

  return g_test_run ();
}
