/* surmise-fold.c – names as they are compared when somebody looks for letters
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-fold.h"

#include <string.h>

/**
 * surmise_fold:
 * @text: a name, or what is looked for
 *
 * Without regard to case, and to how an accent is written, as the toolkit's own string filter does. Folding takes far
 * longer than looking through what is folded: names are folded once, not with each letter that is typed.
 *
 * Returns: (transfer full) (nullable): NULL where it is not UTF-8
 */
char *
surmise_fold (const char *text)
{
  g_autofree char *normal = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  /* Most names are, and there it comes to the same. */
  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return normal != NULL ? g_utf8_casefold (normal, -1) : NULL;
}

/**
 * surmise_fold_compare:
 * @old: (nullable): what was looked for, folded; NULL shows everything
 * @new: (nullable): what is looked for now
 *
 * Returns: how the second is related to the first, so that what can be kept is kept
 */
GtkFilterChange
surmise_fold_compare (const char *old,
                      const char *new)
{
  if (old == NULL || (new != NULL && strstr (new, old) != NULL))
    return GTK_FILTER_CHANGE_MORE_STRICT;
  if (new == NULL || strstr (old, new) != NULL)
    return GTK_FILTER_CHANGE_LESS_STRICT;

  return GTK_FILTER_CHANGE_DIFFERENT;
}
