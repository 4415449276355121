/* test-picture.c – a picture's origin, state and notifications
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <unistd.h>

#include "surmise-address.h"
#include "surmise-picture-private.h"
#include "test-files.h"

static SurmisePrepared *
prepare (void)
{
  g_autoptr(GBytes) jpeg = test_picture_new (8, 8, 0xff0000, 1);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  SurmisePrepared *prepared;
  int fd = g_file_open_tmp (NULL, &path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (write (fd, g_bytes_get_data (jpeg, NULL), g_bytes_get_size (jpeg)), ==, (gssize) g_bytes_get_size (jpeg));
  prepared = surmise_prepare (fd, 0, NULL, &error);
  g_assert_no_error (error);
  close (fd);
  unlink (path);

  return prepared;
}

static void
on_notify (GObject    *picture,
           GParamSpec *pspec,
           gpointer    user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

static void
test_file (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/some where/cat.jpg");
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_file (file);
  g_autofree char *location = surmise_picture_dup_location (picture);

  g_assert_cmpstr (surmise_picture_get_name (picture), ==, "cat.jpg");
  g_assert_cmpstr (location, ==, "/some where/cat.jpg");
  g_assert_true (surmise_picture_get_file (picture) == file);
  g_assert_null (surmise_picture_get_address (picture));
  g_assert_null (surmise_picture_get_bytes (picture));
  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_WAITING);
  g_assert_true (surmise_picture_is_busy (picture));
}

static void
test_file_name_not_utf8 (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/tmp/\377.jpg");
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_file (file);
  g_autofree char *location = surmise_picture_dup_location (picture);

  g_assert_true (g_utf8_validate (surmise_picture_get_name (picture), -1, NULL));
  g_assert_true (g_utf8_validate (location, -1, NULL));
}

static void
assert_address_name (const char *address,
                     const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_address (address, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (surmise_picture_get_name (picture), ==, name);
  g_assert_nonnull (surmise_picture_get_address (picture));
}

static void
test_address_name (void)
{
  assert_address_name ("https://example.com/a/cat.jpg?size=2", "cat.jpg");
  assert_address_name ("https://example.com/a/", "a");
  assert_address_name ("https://example.com/", "example.com");
  assert_address_name ("https://example.com/a%20cat.jpg", "a cat.jpg");
  assert_address_name ("https://example.com/%FF", "example.com");
  assert_address_name ("https://example.com/a%0Ab.jpg", "example.com");
  assert_address_name ("https://example.com/a%2Fb.jpg", "example.com");
}

static void
test_address_refused (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (surmise_picture_new_for_address ("file:///etc/passwd", &error));
  g_assert_error (error, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_SCHEME);
}

static void
test_bytes (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (bytes, "Pasted");
  g_autofree char *location = surmise_picture_dup_location (picture);

  g_assert_cmpstr (location, ==, "Pasted");
  g_assert_true (surmise_picture_get_bytes (picture) == bytes);
}

static void
test_words (void)
{
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_words ("What\nis this?");
  g_autoptr(SurmisePicture) longer = surmise_picture_new_for_words (
    "\303\204rger \303\204rger \303\204rger \303\204rger \303\204rger \303\204rger \303\204rger \303\204rger");
  g_autoptr(SurmisePicture) broken = surmise_picture_new_for_words ("\377 no text");

  g_assert_cmpstr (surmise_picture_get_words (picture), ==, "What\nis this?");
  g_assert_cmpstr (surmise_picture_get_name (picture), ==, "What is this?");
  g_assert_null (surmise_picture_get_bytes (picture));
  g_assert_null (surmise_picture_get_address (picture));
  g_assert_null (surmise_picture_get_file (picture));
  g_assert_cmpint (g_utf8_strlen (surmise_picture_get_name (longer), -1), <=, 41);
  g_assert_true (g_str_has_suffix (surmise_picture_get_name (longer), "…"));
  g_assert_true (g_utf8_validate (surmise_picture_get_words (broken), -1, NULL));
}

static void
test_sibling (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr(GFile) file = g_file_new_for_path ("/tmp/a.jpg");
  SurmisePicture *all[] = {
    surmise_picture_new_for_file (file), surmise_picture_new_for_address ("https://example.com/a.jpg", NULL),
    surmise_picture_new_for_bytes (bytes, "Pasted"), surmise_picture_new_for_words ("Hello")
  };
  g_autoptr(SurmisePrepared) prepared = prepare ();
  g_autoptr(ClarifaiOutput) output = clarifai_output_new (NULL, NULL, NULL, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr(SurmisePicture) sibling = NULL;

      _surmise_picture_set_prepared (all[i], prepared, 512);
      _surmise_picture_finish (all[i], output, 1);
      sibling = surmise_picture_new_sibling (all[i]);
      g_assert_cmpstr (surmise_picture_get_name (sibling), ==, surmise_picture_get_name (all[i]));
      g_assert_true (surmise_picture_get_file (sibling) == surmise_picture_get_file (all[i]));
      g_assert_cmpstr (surmise_picture_get_address (sibling), ==, surmise_picture_get_address (all[i]));
      g_assert_true (surmise_picture_get_bytes (sibling) == surmise_picture_get_bytes (all[i]));
      g_assert_cmpstr (surmise_picture_get_words (sibling), ==, surmise_picture_get_words (all[i]));
      g_assert_true (_surmise_picture_peek_prepared (sibling, 512) == prepared);
      g_assert_cmpint (surmise_picture_get_state (sibling), ==, SURMISE_PICTURE_STATE_WAITING);
      g_assert_null (surmise_picture_get_output (sibling));
      g_clear_object (&all[i]);
    }
}

static void
test_question (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (bytes, "Pasted");
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("ada", "lab", "birds", NULL);
  g_autoptr(SurmiseQuestion) first = surmise_question_new (model, NULL);
  g_autoptr(SurmiseQuestion) second = surmise_question_with_words (first, "Which?");
  g_autoptr(ClarifaiOutput) output = clarifai_output_new (NULL, NULL, NULL, NULL, NULL);

  g_assert_null (surmise_picture_get_question (picture));
  _surmise_picture_begin (picture, first);
  g_assert_true (surmise_picture_get_question (picture) == first);
  g_assert_null (_surmise_picture_get_answered (picture));
  _surmise_picture_finish (picture, output, 1);
  _surmise_picture_begin (picture, second);

  /* The answer on the screen is still one to the first. */
  g_assert_true (surmise_picture_get_question (picture) == second);
  g_assert_true (_surmise_picture_get_answered (picture) == first);
}

static void
test_second_output (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (bytes, "Pasted");
  g_autoptr(ClarifaiOutput) first = clarifai_output_new (NULL, NULL, NULL, NULL, NULL);
  g_autoptr(ClarifaiOutput) second = clarifai_output_new (NULL, NULL, NULL, NULL, NULL);
  g_autoptr(ClarifaiOutput) found = NULL;
  g_autoptr(GString) heard = g_string_new (NULL);

  _surmise_picture_finish (picture, first, 1);
  g_signal_connect (picture, "notify", G_CALLBACK (on_notify), heard);
  _surmise_picture_set_second_output (picture, second);
  _surmise_picture_set_second_output (picture, second);
  g_assert_cmpstr (heard->str, ==, "second-output ");
  g_object_get (picture, "second-output", &found, NULL);
  g_assert_true (found == second);
  _surmise_picture_finish (picture, first, 1);
  g_assert_null (surmise_picture_get_second_output (picture));
}

static void
test_notify (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (bytes, "Pasted");
  g_autoptr(SurmisePrepared) prepared = prepare ();
  g_autoptr(ClarifaiOutput) output = clarifai_output_new (NULL, NULL, NULL, NULL, NULL);
  g_autoptr(GString) heard = g_string_new (NULL);

  g_signal_connect (picture, "notify", G_CALLBACK (on_notify), heard);
  _surmise_picture_begin (picture, NULL);
  g_assert_cmpstr (heard->str, ==, "");
  _surmise_picture_set_state (picture, SURMISE_PICTURE_STATE_PREPARING);
  _surmise_picture_set_prepared (picture, prepared, 1024);
  _surmise_picture_set_prepared (picture, prepared, 1024);
  _surmise_picture_set_state (picture, SURMISE_PICTURE_STATE_SENDING);
  _surmise_picture_set_progress (picture, CLARIFAI_PROGRESS_THROTTLED);
  _surmise_picture_finish (picture, output, 0.5);

  /* The output is there before the state says so. */
  g_assert_cmpstr (heard->str, ==, "state prepared state progress elapsed output state ");
  g_assert_true (surmise_picture_get_output (picture) == output);
  g_assert_cmpfloat (surmise_picture_get_elapsed (picture), ==, 0.5);
  g_assert_false (surmise_picture_is_busy (picture));
}

static void
test_prepared_for_its_edge (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (bytes, "Pasted");
  g_autoptr(SurmisePrepared) prepared = prepare ();

  g_assert_null (_surmise_picture_peek_prepared (picture, 0));
  _surmise_picture_set_prepared (picture, prepared, 1024);
  g_assert_true (_surmise_picture_peek_prepared (picture, 1024) == prepared);
  g_assert_null (_surmise_picture_peek_prepared (picture, 0));
  g_assert_true (surmise_picture_get_prepared (picture) == prepared);
}

/* Asked again, a picture keeps what was answered and loses what went wrong. */
static void
test_begin_again (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (bytes, "Pasted");
  g_autoptr(ClarifaiOutput) output = clarifai_output_new (NULL, NULL, NULL, NULL, NULL);
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "no");

  _surmise_picture_finish (picture, output, 1);
  _surmise_picture_begin (picture, NULL);
  _surmise_picture_set_progress (picture, CLARIFAI_PROGRESS_MODEL_STARTING);
  _surmise_picture_fail (picture, error);
  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_FAILED);
  g_assert_error (surmise_picture_get_error (picture), G_IO_ERROR, G_IO_ERROR_FAILED);

  _surmise_picture_begin (picture, NULL);
  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_WAITING);
  g_assert_cmpint (surmise_picture_get_progress (picture), ==, CLARIFAI_PROGRESS_SENT);
  g_assert_null (surmise_picture_get_error (picture));
  g_assert_true (surmise_picture_get_output (picture) == output);
}

static void
test_properties (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (bytes, "Pasted");
  g_autoptr(ClarifaiOutput) output = NULL;
  g_autoptr(SurmisePrepared) prepared = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;
  SurmisePictureState state;
  guint progress;
  double elapsed;

  g_object_get (picture, "name", &name, "state", &state, "prepared", &prepared, "output", &output, "error", &error,
                "progress", &progress, "elapsed", &elapsed, NULL);

  g_assert_cmpstr (name, ==, "Pasted");
  g_assert_cmpint (state, ==, SURMISE_PICTURE_STATE_WAITING);
  g_assert_null (prepared);
  g_assert_null (output);
  g_assert_no_error (error);
  g_assert_cmpuint (progress, ==, CLARIFAI_PROGRESS_SENT);
  g_assert_cmpfloat (elapsed, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/file", test_file);
  g_test_add_func ("/picture/file-name-not-utf8", test_file_name_not_utf8);
  g_test_add_func ("/picture/address-name", test_address_name);
  g_test_add_func ("/picture/address-refused", test_address_refused);
  g_test_add_func ("/picture/bytes", test_bytes);
  g_test_add_func ("/picture/words", test_words);
  g_test_add_func ("/picture/sibling", test_sibling);
  g_test_add_func ("/picture/question", test_question);
  g_test_add_func ("/picture/second-output", test_second_output);
  g_test_add_func ("/picture/notify", test_notify);
  g_test_add_func ("/picture/prepared-for-its-edge", test_prepared_for_its_edge);
  g_test_add_func ("/picture/begin-again", test_begin_again);
  g_test_add_func ("/picture/properties", test_properties);

  return g_test_run ();
}
