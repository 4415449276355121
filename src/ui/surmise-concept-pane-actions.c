/* surmise-concept-pane-actions.c – what can be done with an answer
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-concept-pane-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "clarifai-concept.h"
#include "surmise-raw-window.h"
#include "surmise-region-words.h"

static void
copy_text (SurmiseConceptPane *self,
           const char         *text,
           const char         *toast)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  g_signal_emit_by_name (self, "copied", toast);
}

/* @item: a concept or a region. */
void
_surmise_concept_pane_copy_one (SurmiseConceptPane *self,
                                GObject            *item)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *toast = NULL;

  if (CLARIFAI_IS_REGION (item))
    {
      text = surmise_region_to_text (CLARIFAI_REGION (item));
      name = surmise_region_dup_name (CLARIFAI_REGION (item));
    }
  else
    {
      text = surmise_concept_to_text (CLARIFAI_CONCEPT (item));
      name = g_strdup (clarifai_concept_get_name (CLARIFAI_CONCEPT (item)));
    }
  toast = g_strdup_printf (_("Copied “%s”"), name);
  copy_text (self, text, toast);
}

static void
on_copy (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  surmise_concept_pane_copy (SURMISE_CONCEPT_PANE (widget));
}

static void
on_copy_all (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  SurmiseConceptPane *self = SURMISE_CONCEPT_PANE (widget);
  g_autofree char *toast = NULL;
  g_autofree char *text = surmise_answer_stack_dup_text (self->answer, &toast);

  if (text != NULL)
    copy_text (self, text, toast);
}

static void
on_show_raw (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (SURMISE_CONCEPT_PANE (widget)->picture != NULL && GTK_IS_WINDOW (root))
    surmise_raw_window_show (GTK_WINDOW (root), SURMISE_CONCEPT_PANE (widget)->picture);
}

static void
on_lower_threshold (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  SurmiseConceptPane *self = SURMISE_CONCEPT_PANE (widget);
  double value;
  g_autofree char *best = _surmise_concept_pane_dup_best (self, &value);

  /* To a round number below the best one, so that its neighbours come into sight with it. */
  if (best != NULL)
    g_object_set (self, "threshold", floor (value * 10) / 10, NULL);
}

void
_surmise_concept_pane_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "concepts.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "concepts.copy-all", NULL, on_copy_all);
  gtk_widget_class_install_action (widget_class, "concepts.lower-threshold", NULL, on_lower_threshold);
  gtk_widget_class_install_action (widget_class, "concepts.show-raw", NULL, on_show_raw);
}
