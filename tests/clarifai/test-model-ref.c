/* test-model-ref.c – the name of a model, from all that people paste
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-error.h"
#include "clarifai-model-ref.h"

/* "user app model version" */
static void
assert_parsed (const char *text,
               const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ClarifaiModelRef) ref = clarifai_model_ref_parse (text, &error);
  g_autofree char *actual = NULL;

  g_test_message ("%s", text);
  g_assert_no_error (error);
  actual = g_strdup_printf ("%s %s %s %s", clarifai_model_ref_get_user_id (ref),
                            clarifai_model_ref_get_app_id (ref),
                            clarifai_model_ref_get_model_id (ref),
                            clarifai_model_ref_get_version_id (ref) != NULL
                              ? clarifai_model_ref_get_version_id (ref) : "-");
  g_assert_cmpstr (actual, ==, expected);
}

static void
assert_refused (const char    *text,
                ClarifaiError  code)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *shown = g_strescape (text != NULL ? text : "(null)", NULL);

  g_test_message ("%.100s", shown);
  g_assert_null (clarifai_model_ref_parse (text, &error));
  g_assert_error (error, CLARIFAI_ERROR, (int) code);
}

static void
test_short (void)
{
  assert_parsed ("user/app/model", "user app model -");
  assert_parsed ("  user/app/model\n", "user app model -");
  assert_parsed ("user/app/model/", "user app model -");
  assert_parsed ("user/app/model/versions/v1", "user app model v1");
  assert_parsed ("User_1/app-2/Qwen2.5-VL_7B", "User_1 app-2 Qwen2.5-VL_7B -");
}

static void
test_with_models (void)
{
  assert_parsed ("user/app/models/model", "user app model -");
  assert_parsed ("user/app/models/model/versions/v1", "user app model v1");
  assert_parsed ("user/app/models/model?tab=overview#top", "user app model -");
}

static void
test_web_pages (void)
{
  assert_parsed ("https://clarifai.com/user/app/models/model", "user app model -");
  assert_parsed ("http://www.clarifai.com/user/app/models/model/", "user app model -");
  assert_parsed ("HTTPS://Clarifai.COM/user/app/models/model", "user app model -");
  assert_parsed ("clarifai.com/user/app/models/model", "user app model -");
  assert_parsed ("www.clarifai.com/user/app/models/model/versions/v1?a=b", "user app model v1");
  assert_parsed ("https://clarifai.com/user/app/models/model/versions/v1#x", "user app model v1");
  assert_parsed ("https://clarifai.com/us%65r/app/models/model", "user app model -");
  assert_parsed ("https://clarifai.com/us.er/app/models/model", "us.er app model -");
}

static void
test_api_addresses (void)
{
  assert_parsed ("https://api.clarifai.com/v2/users/u/apps/a/models/m", "u a m -");
  assert_parsed ("https://api.clarifai.com/v2/users/u/apps/a/models/m/outputs", "u a m -");
  assert_parsed ("api.clarifai.com/v2/users/u/apps/a/models/m/versions/v", "u a m v");
  assert_parsed ("https://api.clarifai.com/v2/users/u/apps/a/models/m/versions/v/outputs", "u a m v");
}

static void
test_other_kinds (void)
{
  assert_refused ("https://clarifai.com/user/app/workflows/w", CLARIFAI_ERROR_REFERENCE_KIND);
  assert_refused ("https://clarifai.com/user/app/modules/w/versions/1", CLARIFAI_ERROR_REFERENCE_KIND);
  assert_refused ("https://clarifai.com/user/app/models", CLARIFAI_ERROR_REFERENCE_KIND);
  assert_refused ("https://clarifai.com/user/app", CLARIFAI_ERROR_REFERENCE_KIND);
  assert_refused ("https://clarifai.com/explore/models?page=1", CLARIFAI_ERROR_REFERENCE_KIND);
  assert_refused ("user/app/workflows/w", CLARIFAI_ERROR_REFERENCE_KIND);
  assert_refused ("user/app/datasets", CLARIFAI_ERROR_REFERENCE_KIND);
  assert_refused ("https://api.clarifai.com/v2/users/u/apps/a/workflows/w/results",
                  CLARIFAI_ERROR_REFERENCE_KIND);
  assert_refused ("https://api.clarifai.com/v2/users/me", CLARIFAI_ERROR_REFERENCE_KIND);
}

static void
test_refused (void)
{
  g_autofree char *long_id = g_strnfill (201, 'x');
  g_autofree char *long_ref = g_strconcat ("user/app/", long_id, NULL);
  g_autofree char *long_text = g_strnfill (100000, '/');
  const char *texts[] = {
    NULL, "", " ", "/", "//", "model", "user/app", "user//model", "user/app/models", "user/app/models/",
    "/user/app/model",
    "user/app/model/extra", "user/app/model/versions", "user/app/models/m/versions",
    "user/app/models/m/versions/v/x",
    "user/app/models/m/outputs", "user/app/mo del", "user/app/modèle", "user/app/m%20", "user/app/m%2Fx",
    "user/app/%zz",
    "user/app/%00", "user/app/..", "../app/model", "user/app/<b>", "user/app/m:1", "user/app/m\\n",
    "example.com/app/model",
    "https://example.com/user/app/models/model", "https://clarifai.com.example.com/user/app/models/model",
    "https://evil@clarifai.com/user/app/models/model", "https://clarifai.com:8080/user/app/models/model",
    "ftp://clarifai.com/user/app/models/model", "javascript:user/app/model", "https://clarifai.com",
    "https://",
    "https:///user/app/models/m", "https://api.clarifai.com/", "\xff/app/model", long_ref, long_text,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_refused (texts[i], CLARIFAI_ERROR_REFERENCE);
}

static void
test_longest_id (void)
{
  g_autofree char *id = g_strnfill (200, 'x');
  g_autofree char *text = g_strconcat ("user/app/", id, NULL);
  g_autofree char *expected = g_strconcat ("user app ", id, " -", NULL);

  assert_parsed (text, expected);
}

static void
test_texts (void)
{
  g_autoptr(ClarifaiModelRef) latest = clarifai_model_ref_new ("u", "a", "m", NULL);
  g_autoptr(ClarifaiModelRef) pinned = clarifai_model_ref_new ("u", "a", "m", "v");
  g_autoptr(ClarifaiModelRef) odd = clarifai_model_ref_new ("u/1", "a?", "m é", "");
  g_autofree char *latest_text = clarifai_model_ref_to_string (latest);
  g_autofree char *pinned_text = clarifai_model_ref_to_string (pinned);
  g_autofree char *latest_address = clarifai_model_ref_to_web_address (latest);
  g_autofree char *pinned_address = clarifai_model_ref_to_web_address (pinned);
  g_autofree char *latest_path = clarifai_model_ref_to_path (latest);
  g_autofree char *pinned_path = clarifai_model_ref_to_path (pinned);
  g_autofree char *odd_path = clarifai_model_ref_to_path (odd);

  g_assert_cmpstr (latest_text, ==, "u/a/m");
  g_assert_cmpstr (pinned_text, ==, "u/a/m/versions/v");
  g_assert_cmpstr (latest_address, ==, "https://clarifai.com/u/a/models/m");
  g_assert_cmpstr (pinned_address, ==, "https://clarifai.com/u/a/models/m/versions/v");
  g_assert_cmpstr (latest_path, ==, "/v2/users/u/apps/a/models/m");
  g_assert_cmpstr (pinned_path, ==, "/v2/users/u/apps/a/models/m/versions/v");
  g_assert_cmpstr (odd_path, ==, "/v2/users/u%2F1/apps/a%3F/models/m%20%C3%A9");
  assert_parsed (pinned_text, "u a m v");
  assert_parsed (pinned_address, "u a m v");
}

static void
test_equality (void)
{
  g_autoptr(ClarifaiModelRef) one = clarifai_model_ref_new ("u", "a", "m", NULL);
  g_autoptr(ClarifaiModelRef) same = clarifai_model_ref_new ("u", "a", "m", "");
  g_autoptr(ClarifaiModelRef) pinned = clarifai_model_ref_new ("u", "a", "m", "v");
  g_autoptr(ClarifaiModelRef) other = clarifai_model_ref_new ("u", "b", "m", NULL);

  g_assert_true (clarifai_model_ref_equal (one, same));
  g_assert_cmpuint (clarifai_model_ref_hash (one), ==, clarifai_model_ref_hash (same));
  g_assert_false (clarifai_model_ref_equal (one, pinned));
  g_assert_false (clarifai_model_ref_equal (one, other));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model-ref/short", test_short);
  g_test_add_func ("/model-ref/with-models", test_with_models);
  g_test_add_func ("/model-ref/web-pages", test_web_pages);
  g_test_add_func ("/model-ref/api-addresses", test_api_addresses);
  g_test_add_func ("/model-ref/other-kinds", test_other_kinds);
  g_test_add_func ("/model-ref/refused", test_refused);
  g_test_add_func ("/model-ref/longest-id", test_longest_id);
  g_test_add_func ("/model-ref/texts", test_texts);
  g_test_add_func ("/model-ref/equality", test_equality);

  return g_test_run ();
}
