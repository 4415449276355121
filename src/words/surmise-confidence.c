/* surmise-confidence.c – the one way in which a confidence becomes text
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-confidence.h"

#include <glib/gi18n.h>
#include <math.h>

/* Tenths of a percent, rounded down, so that nothing below certainty reads as certainty. The tiny addend keeps 0.999,
 * which has no exact binary form, from becoming 99.8. What is no number at all is no confidence. */
static double
to_percent (double confidence)
{
  double tenths = isnan (confidence) ? 0 : floor (CLAMP (confidence, 0, 1) * 1000 + 1e-9);

  if (confidence < 1)
    tenths = MIN (tenths, 999);

  return tenths / 10;
}

/**
 * surmise_confidence_to_text:
 * @confidence: 0–1
 *
 * Returns: (transfer full): "99.9 %" in the locale's form
 */
char *
surmise_confidence_to_text (double confidence)
{
  /* Translators: a confidence such as "99.9 %"; the blank is a no-break space. Use your language's form. */
  return g_strdup_printf (C_("confidence", "%.1f\302\240%%"), to_percent (confidence));
}

/**
 * surmise_confidence_to_spoken:
 * @confidence: 0–1
 *
 * Returns: (transfer full): "99.9 percent", for screen readers
 */
char *
surmise_confidence_to_spoken (double confidence)
{
  /* Translators: a confidence as a screen reader speaks it. */
  return g_strdup_printf (C_("confidence", "%.1f percent"), to_percent (confidence));
}
