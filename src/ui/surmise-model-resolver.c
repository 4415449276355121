/* surmise-model-resolver.c – from what is typed to the model that it means
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-resolver.h"

#include "clarifai-model-ref.h"
#include "surmise-model-words.h"

/* Long enough that typing does not ask about every letter. */
#define PAUSE_MS 300

/**
 * SurmiseModelResolver:
 *
 * Says at once whether a text is understood, and after a pause in typing what the service says about the model. Of
 * several questions only the last one's answer counts.
 */
struct _SurmiseModelResolver
{
  GObject                    parent_instance;

  SurmiseAccount            *account;     /* (owned) (nullable) */
  SurmiseModelResolverState  state;
  ClarifaiModelRef          *ref;         /* (owned) (nullable) */
  SurmiseModelCheck         *check;       /* (owned) (nullable) */
  GError                    *error;       /* (owned) (nullable) */
  GCancellable              *cancellable; /* (owned) (nullable): while a question is under way */
  guint                      pause_id;
};

G_DEFINE_FINAL_TYPE (SurmiseModelResolver, surmise_model_resolver, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  SurmiseModelResolver *resolver;    /* (owned) */
  GCancellable         *cancellable; /* (owned) */
} Question;

static void
question_free (Question *question)
{
  g_clear_object (&question->resolver);
  g_clear_object (&question->cancellable);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
set_state (SurmiseModelResolver      *self,
           SurmiseModelResolverState  state)
{
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
clear (SurmiseModelResolver *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->ref);
  g_clear_object (&self->check);
  g_clear_error (&self->error);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(Question) question = user_data;
  SurmiseModelResolver *self = question->resolver;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseModelCheck) check = surmise_model_check_finish (SURMISE_ACCOUNT (source), result, &error);

  /* A newer text, another account, or nobody there any more. */
  if (g_cancellable_is_cancelled (question->cancellable))
    return;

  g_clear_object (&self->cancellable);
  self->check = g_steal_pointer (&check);
  self->error = g_steal_pointer (&error);
  set_state (self, self->check != NULL ? SURMISE_MODEL_RESOLVER_KNOWN : SURMISE_MODEL_RESOLVER_FAILED);
}

static gboolean
on_pause (gpointer user_data)
{
  SurmiseModelResolver *self = user_data;

  self->pause_id = 0;
  surmise_model_resolver_ask (self);

  return G_SOURCE_REMOVE;
}

static void
surmise_model_resolver_dispose (GObject *object)
{
  SurmiseModelResolver *self = SURMISE_MODEL_RESOLVER (object);

  clear (self);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (surmise_model_resolver_parent_class)->dispose (object);
}

static void
surmise_model_resolver_class_init (SurmiseModelResolverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = surmise_model_resolver_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
surmise_model_resolver_init (SurmiseModelResolver *self)
{
}

SurmiseModelResolver *
surmise_model_resolver_new (void)
{
  return g_object_new (SURMISE_TYPE_MODEL_RESOLVER, NULL);
}

SurmiseModelResolverState
surmise_model_resolver_get_state (SurmiseModelResolver *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_RESOLVER (self), SURMISE_MODEL_RESOLVER_IDLE);

  return self->state;
}

/* (transfer none) (nullable): what the text means */
ClarifaiModelRef *
surmise_model_resolver_get_ref (SurmiseModelResolver *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_RESOLVER (self), NULL);

  return self->ref;
}

/* (transfer none) (nullable): what the service says about it */
SurmiseModelCheck *
surmise_model_resolver_get_check (SurmiseModelResolver *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_RESOLVER (self), NULL);

  return self->check;
}

/* (transfer none) (nullable): why the text or the service says nothing */
const GError *
surmise_model_resolver_get_error (SurmiseModelResolver *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_RESOLVER (self), NULL);

  return self->error;
}

/* @account: (nullable): who asks; what was asked before is forgotten */
void
surmise_model_resolver_set_account (SurmiseModelResolver *self,
                                    SurmiseAccount       *account)
{
  g_return_if_fail (SURMISE_IS_MODEL_RESOLVER (self));

  if (!g_set_object (&self->account, account))
    return;

  clear (self);
  set_state (self, SURMISE_MODEL_RESOLVER_IDLE);
}

void
surmise_model_resolver_set_text (SurmiseModelResolver *self,
                                 const char           *text)
{
  g_return_if_fail (SURMISE_IS_MODEL_RESOLVER (self));
  g_return_if_fail (text != NULL);

  clear (self);
  if (!surmise_model_words_is_path (text))
    {
      set_state (self, SURMISE_MODEL_RESOLVER_IDLE);
      return;
    }

  self->ref = clarifai_model_ref_parse (text, &self->error);
  if (self->ref != NULL)
    self->pause_id = g_timeout_add (PAUSE_MS, on_pause, self);
  set_state (self, self->ref != NULL ? SURMISE_MODEL_RESOLVER_ASKING : SURMISE_MODEL_RESOLVER_UNCLEAR);
}

/* Without waiting for the pause; once more where it has failed. */
void
surmise_model_resolver_ask (SurmiseModelResolver *self)
{
  Question *question;

  g_return_if_fail (SURMISE_IS_MODEL_RESOLVER (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->account == NULL || self->ref == NULL || self->check != NULL || self->cancellable != NULL)
    return;

  g_clear_error (&self->error);
  self->cancellable = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->resolver = g_object_ref (self);
  question->cancellable = g_object_ref (self->cancellable);
  surmise_model_check_async (self->account, self->ref, self->cancellable, checked_cb, question);
  if (self->state != SURMISE_MODEL_RESOLVER_ASKING)
    set_state (self, SURMISE_MODEL_RESOLVER_ASKING);
}
