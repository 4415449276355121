/* surmise-options-percent.c – a spin button whose value is a percentage
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-options-percent.h"

#include <glib/gi18n.h>
#include <math.h>

static gboolean
on_output (GtkSpinButton *spin,
                   gpointer       user_data)
{
  /* Translators: a whole percentage. */
  g_autofree char *text = g_strdup_printf (_("%d\302\240%%"), gtk_spin_button_get_value_as_int (spin));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);

  return TRUE;
}

/* The sign for percent may be there or not. */
static int
on_input (GtkSpinButton *spin,
                  double        *value,
                  gpointer       user_data)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (spin));
  char *end = NULL;

  *value = g_strtod (text, &end);

  return end != text && isfinite (*value) ? TRUE : GTK_INPUT_ERROR;
}

/* Shows the value of @spin, 0 to 100, with the sign for percent. */
void
surmise_options_percent_follow (GtkSpinButton *spin)
{
  g_return_if_fail (GTK_IS_SPIN_BUTTON (spin));

  /* What is no number changes nothing. */
  gtk_spin_button_set_update_policy (spin, GTK_UPDATE_IF_VALID);
  g_signal_connect (spin, "input", G_CALLBACK (on_input), NULL);
  g_signal_connect (spin, "output", G_CALLBACK (on_output), NULL);
  gtk_spin_button_update (spin);
}
