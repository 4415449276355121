/* surmise-compare-number.c – the number that stands for a model in a comparison
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-compare-number.h"

GtkWidget *
surmise_compare_number_new (guint number)
{
  GtkWidget *widget = gtk_label_new (NULL);

  gtk_widget_add_css_class (widget, "compare-number");
  gtk_widget_add_css_class (widget, "numeric");
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  surmise_compare_number_set (widget, number);

  return widget;
}

void
surmise_compare_number_set (GtkWidget *widget,
                            guint      number)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_LABEL (widget));

  text = g_strdup_printf ("%u", number);
  gtk_label_set_label (GTK_LABEL (widget), text);
  gtk_widget_set_visible (widget, number > 0);
}
