/* surmise-model-choice.c – one line of the list of models
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-choice.h"

#include <string.h>

#include "clarifai-model-ref.h"
#include "surmise-model-text.h"
#include "surmise-model-words.h"

#define LONGEST_NAME 200

/**
 * SurmiseModelChoice:
 *
 * A model that can be chosen, or a line that stands between such: a heading, a note, a sign of waiting.
 */
struct _SurmiseModelChoice
{
  GObject                 parent_instance;

  SurmiseModelChoiceKind  kind;
  char                   *text;    /* (owned) (nullable) */
  ClarifaiModelRef       *ref;     /* (owned) (nullable): of models alone */
  char                   *folded;  /* (owned) (nullable): what words are looked for in */
  const char             *word;    /* (not owned) (nullable): translated */
  ClarifaiOutputKinds     kinds;   /* what comes back, as far as it is known */
  gboolean                checked; /* whether the service has been asked */
  gboolean                usable;
  gboolean                in_use;
};

G_DEFINE_FINAL_TYPE (SurmiseModelChoice, surmise_model_choice, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_name (SurmiseModelChoice *self,
          const char         *name)
{
  g_autofree char *path = clarifai_model_ref_to_string (self->ref);
  g_autofree char *both = NULL;

  g_free (self->text);
  self->text = surmise_model_text_line (name, LONGEST_NAME);
  both = g_strdup_printf ("%s\n%s", self->text, path);
  g_free (self->folded);
  self->folded = g_utf8_casefold (both, -1);
}

static void
surmise_model_choice_finalize (GObject *object)
{
  SurmiseModelChoice *self = SURMISE_MODEL_CHOICE (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->folded, g_free);
  g_clear_object (&self->ref);

  G_OBJECT_CLASS (surmise_model_choice_parent_class)->finalize (object);
}

static void
surmise_model_choice_class_init (SurmiseModelChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = surmise_model_choice_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
surmise_model_choice_init (SurmiseModelChoice *self)
{
}

SurmiseModelChoiceKind
surmise_model_choice_get_kind (SurmiseModelChoice *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_CHOICE (self), SURMISE_MODEL_CHOICE_NOTE);

  return self->kind;
}

const char *
surmise_model_choice_get_text (SurmiseModelChoice *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_CHOICE (self), NULL);

  return self->text;
}

/* (transfer none) (nullable) */
ClarifaiModelRef *
surmise_model_choice_get_ref (SurmiseModelChoice *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_CHOICE (self), NULL);

  return self->ref;
}

/* (nullable): what the model answers with, or why it cannot be used. */
const char *
surmise_model_choice_get_word (SurmiseModelChoice *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_CHOICE (self), NULL);

  return self->word;
}

gboolean
surmise_model_choice_get_usable (SurmiseModelChoice *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_CHOICE (self), FALSE);

  return self->usable;
}

gboolean
surmise_model_choice_get_checked (SurmiseModelChoice *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_CHOICE (self), FALSE);

  return self->checked;
}

/* 0 where it is not known */
ClarifaiOutputKinds
surmise_model_choice_get_kinds (SurmiseModelChoice *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_CHOICE (self), 0);

  return self->kinds;
}

gboolean
surmise_model_choice_get_in_use (SurmiseModelChoice *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_CHOICE (self), FALSE);

  return self->in_use;
}

void
surmise_model_choice_set_in_use (SurmiseModelChoice *self,
                                 gboolean            in_use)
{
  g_return_if_fail (SURMISE_IS_MODEL_CHOICE (self));

  if (self->in_use == in_use)
    return;

  self->in_use = in_use;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What the service said about the model that this stands for; its name is then the service's. */
void
surmise_model_choice_set_check (SurmiseModelChoice *self,
                                SurmiseModelCheck  *check)
{
  ClarifaiModel *model;

  g_return_if_fail (SURMISE_IS_MODEL_CHOICE (self));
  g_return_if_fail (SURMISE_IS_MODEL_CHECK (check));

  model = surmise_model_check_get_model (check);
  if (model != NULL)
    set_name (self, clarifai_model_get_name (model));
  surmise_model_choice_set_facts (self, surmise_model_check_get_verdict (check), surmise_model_check_get_kind (check));
}

/* @type: (nullable) */
void
surmise_model_choice_set_facts (SurmiseModelChoice  *self,
                                SurmiseModelVerdict  verdict,
                                ClarifaiModelType   *type)
{
  g_return_if_fail (SURMISE_IS_MODEL_CHOICE (self));

  self->checked = TRUE;
  self->usable = surmise_model_verdict_may_be_used (verdict);
  self->kinds = type != NULL ? clarifai_model_type_get_output_kinds (type) : 0;
  self->word = self->usable ? NULL : surmise_model_words_short (verdict);
  if (self->word == NULL)
    self->word = surmise_model_words_output (type);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* @words: case-folded; all have to be found. */
gboolean
surmise_model_choice_matches (SurmiseModelChoice *self,
                              const char * const *words)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_CHOICE (self), FALSE);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (self->folded == NULL || strstr (self->folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* @text: (nullable) */
SurmiseModelChoice *
surmise_model_choice_new (SurmiseModelChoiceKind  kind,
                          const char             *text)
{
  SurmiseModelChoice *self = g_object_new (SURMISE_TYPE_MODEL_CHOICE, NULL);

  self->kind = kind;
  self->text = g_strdup (text);

  return self;
}

SurmiseModelChoice *
surmise_model_choice_new_model (ClarifaiModelRef *ref,
                                const char       *name)
{
  SurmiseModelChoice *self;

  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (ref), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = surmise_model_choice_new (SURMISE_MODEL_CHOICE_MODEL, NULL);
  self->ref = g_object_ref (ref);
  self->usable = TRUE;
  set_name (self, name);

  return self;
}
