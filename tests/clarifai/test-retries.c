/* test-retries.c – how long is waited, and how often
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-retries.h"

static void
test_never (void)
{
  ClarifaiRetries retries = { 0 };

  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_NEVER, 5, 0), <, 0);
}

static void
test_once (void)
{
  ClarifaiRetries retries = { 0 };

  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_ONCE, -1, 0), ==, 1);
  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_ONCE, -1, 0), <, 0);
}

static void
test_few (void)
{
  ClarifaiRetries retries = { 0 };

  for (guint i = 1; i <= 8; i *= 2)
    g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_FEW, -1, 0), ==, i);
  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_FEW, -1, 0), <, 0);
}

static void
test_throttle (void)
{
  ClarifaiRetries retries = { 0 };

  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_THROTTLE, -1, 0), ==, 5);
  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_THROTTLE, -1, 0), ==, 10);
  for (guint i = 2; i < 10; i++)
    g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_THROTTLE, -1, 0), ==, 15);
  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_THROTTLE, -1, 0), <, 0);
}

static void
test_retry_after (void)
{
  ClarifaiRetries retries = { 0 };

  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_THROTTLE, 42, 0), ==, 42);
  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_THROTTLE, 0, 0), ==, 1);
  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_THROTTLE, 86400, 0), ==, 300);
  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_FEW, 42, 0), ==, 42);
}

static void
test_model (void)
{
  const double waits[] = { 1.8, 2.34, 3.042, 3.9546, 5.14098, 6.683274, 8.6882562, 11.2, 11.2 };
  ClarifaiRetries retries = { 0 };
  double now = 1000;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (waits); i++, n++)
    {
      double seconds = clarifai_retries_next (&retries, CLARIFAI_RETRY_MODEL, -1, now);

      g_assert_cmpfloat_with_epsilon (seconds, waits[i], 0.000001);
      now += seconds;
    }
  for (double seconds = 0; seconds >= 0; n++)
    {
      seconds = clarifai_retries_next (&retries, CLARIFAI_RETRY_MODEL, -1, now);
      now += MAX (seconds, 0);
    }

  g_assert_cmpfloat (now - 1000, >, 600);
  g_assert_cmpfloat (now - 1000, <, 612);
  g_assert_cmpuint (n, <, 65);
}

/* Each reason has its own count. */
static void
test_reasons_are_counted_apart (void)
{
  ClarifaiRetries retries = { 0 };

  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_FEW, -1, 0), ==, 1);
  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_ONCE, -1, 0), ==, 1);
  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_THROTTLE, -1, 0), ==, 5);
  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_FEW, -1, 0), ==, 2);
}

static void
test_model_retry_after (void)
{
  ClarifaiRetries retries = { 0 };

  g_assert_cmpfloat (clarifai_retries_next (&retries, CLARIFAI_RETRY_MODEL, 30, 0), ==, 30);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/retries/never", test_never);
  g_test_add_func ("/retries/once", test_once);
  g_test_add_func ("/retries/few", test_few);
  g_test_add_func ("/retries/throttle", test_throttle);
  g_test_add_func ("/retries/retry-after", test_retry_after);
  g_test_add_func ("/retries/model", test_model);
  g_test_add_func ("/retries/reasons-are-counted-apart", test_reasons_are_counted_apart);
  g_test_add_func ("/retries/model-retry-after", test_model_retry_after);

  return g_test_run ();
}
