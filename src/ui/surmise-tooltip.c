/* surmise-tooltip.c – names in full where a pointer rests
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-tooltip.h"

/* Characters: of all, and of a word before it may be broken. */
#define LONGEST      500
#define LONGEST_WORD 40

#define ZERO_WIDTH_SPACE 0x200b

/**
 * surmise_tooltip_dup_text:
 * @text: of any length and origin
 *
 * The toolkit breaks a tooltip's lines at spaces only: without any, a name would be as wide as it is long.
 *
 * Returns: (transfer full): as much of it as a tooltip may hold, with places to break a line at
 */
char *
surmise_tooltip_dup_text (const char *text)
{
  g_autoptr(GString) broken = NULL;
  guint n = 0;
  guint word = 0;

  g_return_val_if_fail (text != NULL, NULL);

  broken = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n++ == LONGEST)
        {
          g_string_append (broken, "…");
          break;
        }
      word = g_unichar_isspace (c) ? 0 : word + 1;
      if (word > LONGEST_WORD && !g_unichar_ismark (c))
        {
          g_string_append_unichar (broken, ZERO_WIDTH_SPACE);
          word = 1;
        }
      g_string_append_unichar (broken, c);
    }

  return g_string_free (g_steal_pointer (&broken), FALSE);
}

/**
 * surmise_tooltip_set:
 * @widget: where the pointer rests
 * @text: (nullable): of any length and origin
 */
void
surmise_tooltip_set (GtkWidget  *widget,
                     const char *text)
{
  g_autofree char *shown = text != NULL ? surmise_tooltip_dup_text (text) : NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_set_tooltip_text (widget, shown);
}
