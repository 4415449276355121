/* test-confidence.c – the one way in which a confidence becomes text
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <locale.h>
#include <math.h>

#include "surmise-confidence.h"

#define NBSP "\302\240"

static void
assert_text (double      confidence,
             const char *number)
{
  g_autofree char *text = surmise_confidence_to_text (confidence);
  g_autofree char *spoken = surmise_confidence_to_spoken (confidence);
  g_autofree char *expected_text = g_strconcat (number, NBSP "%", NULL);
  g_autofree char *expected_spoken = g_strconcat (number, " percent", NULL);

  g_assert_cmpstr (text, ==, expected_text);
  g_assert_cmpstr (spoken, ==, expected_spoken);
}

static void
test_round_down (void)
{
  assert_text (0.9999, "99.9");
  assert_text (0.99999999999, "99.9");
  assert_text (nextafter (1, 0), "99.9");
  assert_text (0.9786, "97.8");
  assert_text (0.0009, "0.0");
  assert_text (0.0005, "0.0");
}

static void
test_exact (void)
{
  assert_text (1, "100.0");
  assert_text (0, "0.0");
  assert_text (0.001, "0.1");
  assert_text (0.5, "50.0");
}

/* None of the thousand steps falls to the one below, although few of them have an exact binary form. */
static void
test_every_step (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u.%u", i / 10, i % 10);

      assert_text (i / 1000.0, number);
    }
}

static void
test_out_of_range (void)
{
  assert_text (-0.5, "0.0");
  assert_text (-INFINITY, "0.0");
  assert_text (1.5, "100.0");
  assert_text (INFINITY, "100.0");
  assert_text (NAN, "0.0");
}

static void
test_german (void)
{
  g_autofree char *usual = g_strdup (setlocale (LC_ALL, NULL));

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    g_error ("There is no German locale: tests/tools/make-locales.sh makes one, LOCPATH says where it is");
  assert_text (0.9999, "99,9");
  setlocale (LC_ALL, usual);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/confidence/rounded-down", test_round_down);
  g_test_add_func ("/confidence/exact", test_exact);
  g_test_add_func ("/confidence/every-step", test_every_step);
  g_test_add_func ("/confidence/out-of-range", test_out_of_range);
  g_test_add_func ("/confidence/german-comma", test_german);

  return g_test_run ();
}
