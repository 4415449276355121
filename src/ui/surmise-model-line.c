/* surmise-model-line.c – what stands between the models of a list
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-line.h"

#include <glib/gi18n.h>

#define MARGIN 6

static GtkWidget *
make_text (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "max-width-chars", 24, "xalign", 0.0f, "wrap", TRUE,
                       "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
}

static GtkWidget *
make_sentence (const char *text)
{
  GtkWidget *label = make_text (text);

  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_widget_set_margin_bottom (label, MARGIN);
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static GtkWidget *
make_loading (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *spinner = gtk_spinner_new ();
  GtkWidget *label = gtk_label_new (_("Loading…"));

  gtk_widget_add_css_class (label, "dim-label");
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
make_failed (const char  *text,
             GtkWidget  **retry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = make_text (text);

  *retry = gtk_button_new_with_label (_("Try Again"));
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (*retry, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), *retry);

  return box;
}

/* @choice: anything but a model; @retry: (out): the button that tries again what failed, NULL where nothing did */
GtkWidget *
surmise_model_line_new (SurmiseModelChoice  *choice,
                        GtkWidget          **retry)
{
  const char *text;
  GtkWidget *line;

  g_return_val_if_fail (SURMISE_IS_MODEL_CHOICE (choice), NULL);
  g_return_val_if_fail (retry != NULL, NULL);

  text = surmise_model_choice_get_text (choice);
  *retry = NULL;
  switch (surmise_model_choice_get_kind (choice))
    {
    case SURMISE_MODEL_CHOICE_HEADING:
      line = make_sentence (text);
      gtk_widget_add_css_class (line, "caption-heading");
      break;

    case SURMISE_MODEL_CHOICE_NOTE:
      line = make_sentence (text);
      break;

    case SURMISE_MODEL_CHOICE_LOADING:
      line = make_loading ();
      break;

    case SURMISE_MODEL_CHOICE_FAILED:
      line = make_failed (text, retry);
      break;

    case SURMISE_MODEL_CHOICE_MODEL:
    default:
      g_assert_not_reached ();
    }

  return line;
}
