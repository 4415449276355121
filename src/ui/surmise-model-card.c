/* surmise-model-card.c – what a typed or pasted model turns out to be
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clarifai-model-ref.h"
#include "surmise-compat.h"
#include "surmise-error-text.h"
#include "surmise-model-hint.h"
#include "surmise-model-words.h"
#include "surmise-tooltip.h"

#define LONGEST_DESCRIPTION 400

/**
 * SurmiseModelCard:
 *
 * Says what is understood of what stands in the field: that it is not enough yet, that it is being looked up, which
 * model it is, or why it cannot be used. It is never used before it has been shown.
 */
struct _SurmiseModelCard
{
  AdwBin      parent_instance;

  GtkWidget  *head;
  GtkLabel   *name_label;
  GtkLabel   *owner_label;
  GtkSpinner *spinner;
  GtkLabel   *word_label;
  GtkLabel   *description_label;
  GtkWidget  *reason_box;
  GtkImage   *reason_image;
  GtkLabel   *reason_label;
  GtkWidget  *use_button;
  GtkWidget  *retry_button;
};

G_DEFINE_FINAL_TYPE (SurmiseModelCard, surmise_model_card, ADW_TYPE_BIN)

enum {
  USE,
  RETRY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
set_model (SurmiseModelCard *self,
           ClarifaiModelRef *ref,
           const char       *name)
{
  g_autofree char *owner = surmise_model_words_owner (ref);

  gtk_label_set_label (self->name_label, name);
  surmise_tooltip_set (GTK_WIDGET (self->name_label), name);
  gtk_label_set_label (self->owner_label, owner);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->owner_label), owner);
  gtk_widget_set_visible (self->head, TRUE);
}

static void
set_reason (SurmiseModelCard *self,
            const char       *icon_name,
            const char       *text)
{
  gtk_image_set_from_icon_name (self->reason_image, icon_name);
  gtk_label_set_label (self->reason_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->reason_box, text != NULL);
}

static void
clear (SurmiseModelCard *self)
{
  gtk_widget_set_visible (self->head, FALSE);
  gtk_spinner_set_spinning (self->spinner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  set_text (self->word_label, NULL);
  set_text (self->description_label, NULL);
  set_reason (self, NULL, NULL);
  gtk_widget_set_visible (self->use_button, FALSE);
  gtk_widget_set_visible (self->retry_button, FALSE);
}

/* Two lines are shown, and a pointer may ask for more; a model's notes can be as long as a book. */
static void
set_description (SurmiseModelCard *self,
                 const char       *text)
{
  g_autofree char *plain = NULL;

  if (text == NULL || *text == '\0')
    return;

  plain = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), LONGEST_DESCRIPTION));
  g_strdelimit (plain, "\n\r\t", ' ');
  g_strstrip (plain);
  if (*plain == '\0')
    return;

  set_text (self->description_label, plain);
  surmise_tooltip_set (GTK_WIDGET (self->description_label), plain);
}

static void
on_use_clicked (SurmiseModelCard *self)
{
  g_signal_emit (self, signals[USE], 0);
}

static void
on_retry_clicked (SurmiseModelCard *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
surmise_model_card_class_init (SurmiseModelCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[USE] = g_signal_new ("use", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  signals[RETRY] = g_signal_new ("retry", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-model-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelCard, head);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelCard, owner_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelCard, spinner);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelCard, word_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelCard, description_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelCard, reason_box);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelCard, reason_image);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelCard, reason_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelCard, use_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelCard, retry_button);
  gtk_widget_class_bind_template_callback (widget_class, on_use_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_retry_clicked);
}

static void
surmise_model_card_init (SurmiseModelCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @text: why what stands in the field is not a model's name, or not yet */
void
surmise_model_card_show_typing (SurmiseModelCard *self,
                                const char       *text)
{
  g_return_if_fail (SURMISE_IS_MODEL_CARD (self));
  g_return_if_fail (text != NULL);

  clear (self);
  set_reason (self, "dialog-information-symbolic", text);
}

void
surmise_model_card_show_checking (SurmiseModelCard *self,
                                  ClarifaiModelRef *ref)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SURMISE_IS_MODEL_CARD (self));
  g_return_if_fail (CLARIFAI_IS_MODEL_REF (ref));

  clear (self);
  name = surmise_model_hint_dup_name (ref);
  set_model (self, ref, name);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  set_text (self->description_label, _("Looking it up…"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->description_label), NULL);
}

void
surmise_model_card_show_check (SurmiseModelCard  *self,
                               SurmiseModelCheck *check)
{
  SurmiseModelVerdict verdict;
  ClarifaiModel *model;
  const char *reason;
  gboolean usable;

  g_return_if_fail (SURMISE_IS_MODEL_CARD (self));
  g_return_if_fail (SURMISE_IS_MODEL_CHECK (check));

  clear (self);
  verdict = surmise_model_check_get_verdict (check);
  usable = surmise_model_verdict_may_be_used (verdict);
  reason = surmise_model_words_verdict (verdict);
  model = surmise_model_check_get_model (check);
  if (model != NULL)
    {
      set_model (self, surmise_model_check_get_ref (check), clarifai_model_get_name (model));
      set_description (self, clarifai_model_get_description (model));
      set_text (self->word_label, surmise_model_words_output (surmise_model_check_get_kind (check)));
    }
  else
    {
      g_autofree char *name = surmise_model_hint_dup_name (surmise_model_check_get_ref (check));

      set_model (self, surmise_model_check_get_ref (check), name);
    }
  set_reason (self, usable ? "dialog-information-symbolic" : "dialog-warning-symbolic", reason);
  gtk_widget_set_visible (self->use_button, usable);
  surmise_announce (GTK_WIDGET (self), reason != NULL ? reason : clarifai_model_get_name (model));
}

/* @error: why it could not be looked up */
void
surmise_model_card_show_error (SurmiseModelCard *self,
                               const GError     *error)
{
  g_autoptr(SurmiseErrorText) words = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SURMISE_IS_MODEL_CARD (self));
  g_return_if_fail (error != NULL);

  clear (self);
  words = surmise_error_text_new (error);
  text = g_strdup_printf ("%s\n%s", words->title, words->hint);
  set_reason (self, "dialog-warning-symbolic", text);
  gtk_widget_set_visible (self->retry_button, TRUE);
  surmise_announce (GTK_WIDGET (self), words->title);
}

/* Returns: whether there was a button to take the focus */
gboolean
surmise_model_card_focus (SurmiseModelCard *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_CARD (self), FALSE);

  if (gtk_widget_get_visible (self->use_button))
    return gtk_widget_grab_focus (self->use_button);
  if (gtk_widget_get_visible (self->retry_button))
    return gtk_widget_grab_focus (self->retry_button);

  return FALSE;
}
