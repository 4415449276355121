/* surmise-model-verifier.c – asks whether the models that are offered are really there
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-verifier.h"

#include "clarifai-model-ref.h"

/* Nobody waits for these: they leave room for what somebody does wait for. */
#define MAX_RUNNING 3

/**
 * SurmiseModelVerifier:
 *
 * Asks the service once about each model and remembers the answer. When the service cannot be reached it asks no
 * further, and what was not asked about stays as it is until it is added again.
 */
struct _SurmiseModelVerifier
{
  GObject         parent_instance;

  SurmiseAccount *account;     /* (owned) */
  GQueue          waiting;     /* (owned) of SurmiseModelChoice */
  GHashTable     *checks;      /* (owned) ClarifaiModelRef → SurmiseModelCheck */
  GCancellable   *cancellable; /* (owned) */
  guint           n_running;
};

G_DEFINE_FINAL_TYPE (SurmiseModelVerifier, surmise_model_verifier, G_TYPE_OBJECT)

enum {
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  SurmiseModelVerifier *verifier; /* (owned) */
  SurmiseModelChoice   *choice;   /* (owned) */
} Question;

static void
question_free (Question *question)
{
  g_clear_object (&question->verifier);
  g_clear_object (&question->choice);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void ask_next (SurmiseModelVerifier *self);

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Question) question = user_data;
  SurmiseModelVerifier *self = question->verifier;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseModelCheck) check = surmise_model_check_finish (SURMISE_ACCOUNT (source), result, &error);

  self->n_running--;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (check == NULL)
    {
      g_queue_clear_full (&self->waiting, g_object_unref);
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  g_hash_table_insert (self->checks, g_object_ref (surmise_model_check_get_ref (check)), g_object_ref (check));
  surmise_model_choice_set_check (question->choice, check);
  ask_next (self);
}

static void
ask_next (SurmiseModelVerifier *self)
{
  while (self->n_running < MAX_RUNNING && self->waiting.length > 0)
    {
      g_autoptr(SurmiseModelChoice) choice = g_queue_pop_head (&self->waiting);
      SurmiseModelCheck *check = g_hash_table_lookup (self->checks, surmise_model_choice_get_ref (choice));
      Question *question;

      /* The answer may have come while this one waited. */
      if (check != NULL)
        {
          surmise_model_choice_set_check (choice, check);
          continue;
        }

      question = g_new0 (Question, 1);
      question->verifier = g_object_ref (self);
      question->choice = g_steal_pointer (&choice);
      self->n_running++;
      surmise_model_check_async (self->account, surmise_model_choice_get_ref (question->choice), self->cancellable,
                                 checked_cb, question);
    }
}

static void
surmise_model_verifier_dispose (GObject *object)
{
  SurmiseModelVerifier *self = SURMISE_MODEL_VERIFIER (object);

  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (surmise_model_verifier_parent_class)->dispose (object);
}

static void
surmise_model_verifier_finalize (GObject *object)
{
  SurmiseModelVerifier *self = SURMISE_MODEL_VERIFIER (object);

  g_clear_pointer (&self->checks, g_hash_table_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (surmise_model_verifier_parent_class)->finalize (object);
}

static void
surmise_model_verifier_class_init (SurmiseModelVerifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = surmise_model_verifier_dispose;
  object_class->finalize = surmise_model_verifier_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
surmise_model_verifier_init (SurmiseModelVerifier *self)
{
  g_queue_init (&self->waiting);
  self->checks = g_hash_table_new_full (clarifai_model_ref_hash, clarifai_model_ref_equal,
                                        g_object_unref, g_object_unref);
  self->cancellable = g_cancellable_new ();
}

SurmiseModelVerifier *
surmise_model_verifier_new (SurmiseAccount *account)
{
  SurmiseModelVerifier *self;

  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);

  self = g_object_new (SURMISE_TYPE_MODEL_VERIFIER, NULL);
  self->account = g_object_ref (account);

  return self;
}

/* At once where the answer is known, later where it is not. */
void
surmise_model_verifier_add (SurmiseModelVerifier *self,
                            SurmiseModelChoice   *choice)
{
  SurmiseModelCheck *check;

  g_return_if_fail (SURMISE_IS_MODEL_VERIFIER (self));
  g_return_if_fail (SURMISE_IS_MODEL_CHOICE (choice));

  check = g_hash_table_lookup (self->checks, surmise_model_choice_get_ref (choice));
  if (check != NULL)
    {
      surmise_model_choice_set_check (choice, check);
      return;
    }

  g_queue_push_tail (&self->waiting, g_object_ref (choice));
  ask_next (self);
}

/* Nothing changes any more. */
void
surmise_model_verifier_stop (SurmiseModelVerifier *self)
{
  g_return_if_fail (SURMISE_IS_MODEL_VERIFIER (self));

  g_cancellable_cancel (self->cancellable);
  g_queue_clear_full (&self->waiting, g_object_unref);
}
