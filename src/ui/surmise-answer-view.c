/* surmise-answer-view.c – what shows one kind of answer
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-answer-view.h"

/**
 * SurmiseAnswerView:
 *
 * What the pane needs of each of its views, so that it need not tell them apart.
 */
G_DEFINE_INTERFACE (SurmiseAnswerView, surmise_answer_view, GTK_TYPE_WIDGET)

enum { COPIED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
surmise_answer_view_default_init (SurmiseAnswerViewInterface *iface)
{
  signals[COPIED] = g_signal_new ("copied", SURMISE_TYPE_ANSWER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

/**
 * surmise_answer_view_set_output:
 * @self: the view
 * @output: (nullable): what to show
 */
void
surmise_answer_view_set_output (SurmiseAnswerView *self,
                                ClarifaiOutput    *output)
{
  SurmiseAnswerViewInterface *iface;

  g_return_if_fail (SURMISE_IS_ANSWER_VIEW (self));
  g_return_if_fail (output == NULL || CLARIFAI_IS_OUTPUT (output));

  iface = SURMISE_ANSWER_VIEW_GET_IFACE (self);
  if (iface->set_output != NULL)
    iface->set_output (self, output);
}

/**
 * surmise_answer_view_set_stacked:
 * @self: the view
 * @stacked: whether it scrolls together with the picture above it, and not by itself
 */
void
surmise_answer_view_set_stacked (SurmiseAnswerView *self,
                                 gboolean           stacked)
{
  SurmiseAnswerViewInterface *iface;

  g_return_if_fail (SURMISE_IS_ANSWER_VIEW (self));

  iface = SURMISE_ANSWER_VIEW_GET_IFACE (self);
  if (iface->set_stacked != NULL)
    iface->set_stacked (self, stacked);
}

/**
 * surmise_answer_view_dup_text:
 * @self: the view
 * @toast: (out) (transfer full): what to say when it has been copied
 *
 * Returns: (transfer full) (nullable): all that it shows, for the clipboard
 */
char *
surmise_answer_view_dup_text (SurmiseAnswerView  *self,
                              char              **toast)
{
  g_return_val_if_fail (SURMISE_IS_ANSWER_VIEW (self), NULL);

  return SURMISE_ANSWER_VIEW_GET_IFACE (self)->dup_text (self, toast);
}

void
surmise_answer_view_copied (SurmiseAnswerView *self,
                            const char        *toast)
{
  g_return_if_fail (SURMISE_IS_ANSWER_VIEW (self));

  g_signal_emit (self, signals[COPIED], 0, toast);
}
