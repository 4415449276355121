/* surmise-comparison.c – what several models say of one picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-comparison.h"

#include "surmise-comparison-table.h"
#include "surmise-picture-private.h"

/**
 * SurmiseComparison:
 *
 * Up to four models and one picture. The first model's answer is the picture's own, which others ask for; the other
 * models are asked about siblings of the picture as soon as it is prepared, all at once, and one that fails holds up
 * nobody. Answers are kept for each picture as long as there is the picture, so that going back to it asks nothing.
 * Pictures are held weakly: a comparison keeps none alive.
 */
struct _SurmiseComparison
{
  GObject         parent_instance;

  SurmiseTagger  *tagger;  /* (owned) */
  SurmiseAccount *account; /* (owned) (nullable) */
  SurmisePicture *picture; /* (not owned) (nullable): known to @kept */
  GPtrArray      *columns; /* (owned) of Column: the first model first */
  GHashTable     *kept;    /* (owned): SurmisePicture (weak) → GPtrArray of Answer */
  GListStore     *table;   /* (owned) of SurmiseComparisonRow */
};

G_DEFINE_FINAL_TYPE (SurmiseComparison, surmise_comparison, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  SurmiseQuestion *question; /* (owned) */
  char            *name;     /* (owned) */
} Column;

/* What one model says of one picture, or is asked. */
typedef struct
{
  SurmiseComparison *owner;
  SurmiseQuestion   *question; /* (owned) */
  SurmiseAccount    *account;  /* (owned): as whom it is asked */
  SurmisePicture    *sibling;  /* (owned) */
} Answer;

static void on_picture_gone (gpointer data,
                             GObject *where_it_was);

static void
column_free (gpointer data)
{
  Column *column = data;

  g_clear_object (&column->question);
  g_clear_pointer (&column->name, g_free);
  g_free (column);
}

/* Nobody waits for it any more. */
static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_signal_handlers_disconnect_by_data (answer->sibling, answer->owner);
  if (surmise_picture_is_busy (answer->sibling))
    surmise_tagger_cancel (answer->owner->tagger, answer->sibling);
  g_clear_object (&answer->question);
  g_clear_object (&answer->account);
  g_clear_object (&answer->sibling);
  g_free (answer);
}

static Column *
get_column (SurmiseComparison *self,
            guint              i)
{
  return i < self->columns->len ? self->columns->pdata[i] : NULL;
}

static gboolean
find_model (SurmiseComparison *self,
            ClarifaiModelRef  *model,
            guint             *position)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (clarifai_model_ref_equal (surmise_question_get_model (get_column (self, i)->question), model))
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

static Answer *
find_answer (SurmiseComparison *self,
             SurmiseQuestion   *question)
{
  GPtrArray *answers = self->picture != NULL ? g_hash_table_lookup (self->kept, self->picture) : NULL;

  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      Answer *answer = answers->pdata[i];

      if (surmise_question_equal (answer->question, question)
          && (self->account == NULL || answer->account == self->account))
        return answer;
    }

  return NULL;
}

/* What is on the screen is what the model in the head of the column said, and not the one before it. */
static ClarifaiOutput *
peek_output (SurmiseComparison *self,
             guint              i)
{
  SurmisePicture *answer = surmise_comparison_get_answer (self, i);
  SurmiseQuestion *answered = answer != NULL ? _surmise_picture_get_answered (answer) : NULL;

  if (answered == NULL || !clarifai_model_ref_equal (surmise_question_get_model (answered),
                                                     surmise_question_get_model (get_column (self, i)->question)))
    return NULL;

  return surmise_picture_get_output (answer);
}

static void
tell (SurmiseComparison *self)
{
  ClarifaiOutput *outputs[SURMISE_COMPARISON_MOST] = { NULL };

  for (guint i = 0; i < self->columns->len; i++)
    outputs[i] = peek_output (self, i);
  surmise_comparison_table_fill (self->table, outputs);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_sibling_notify (SurmiseComparison *self,
                   GParamSpec        *pspec,
                   SurmisePicture    *sibling)
{
  for (guint i = 1; i < self->columns->len; i++)
    if (surmise_comparison_get_answer (self, i) == sibling)
      {
        tell (self);
        return;
      }
}

/* Whether a sibling would have to do again what is being done for the picture at this moment. */
static gboolean
is_settled (SurmisePicture *picture)
{
  SurmisePictureState state = surmise_picture_get_state (picture);

  return surmise_picture_get_prepared (picture) != NULL || surmise_picture_get_words (picture) != NULL
         || state == SURMISE_PICTURE_STATE_SENDING || state == SURMISE_PICTURE_STATE_DONE
         || state == SURMISE_PICTURE_STATE_FAILED;
}

static void
ask (SurmiseComparison *self,
     SurmiseQuestion   *question)
{
  GPtrArray *answers = g_hash_table_lookup (self->kept, self->picture);
  Answer *answer = g_new0 (Answer, 1);
  g_autoptr(SurmisePicture) sibling = surmise_picture_new_sibling (self->picture);

  answer->owner = self;
  answer->question = g_object_ref (question);
  answer->account = g_object_ref (self->account);
  answer->sibling = g_object_ref (sibling);
  g_ptr_array_add (answers, answer);
  g_signal_connect_object (sibling, "notify", G_CALLBACK (on_sibling_notify), self, G_CONNECT_SWAPPED);
  surmise_tagger_ask_question (self->tagger, sibling, self->account, question);
}

/* Asks what is not asked yet. Whoever hears of it may change everything meanwhile. */
static void
ask_missing (SurmiseComparison *self)
{
  for (guint i = 1; self->account != NULL && self->picture != NULL && is_settled (self->picture)
                    && i < self->columns->len; i++)
    {
      g_autoptr(SurmiseQuestion) question = g_object_ref (get_column (self, i)->question);

      if (find_answer (self, question) == NULL)
        ask (self, question);
    }
}

static void
update (SurmiseComparison *self)
{
  g_object_ref (self);
  ask_missing (self);
  tell (self);
  g_object_unref (self);
}

static void
on_picture_notify (SurmiseComparison *self,
                   GParamSpec        *pspec,
                   SurmisePicture    *picture)
{
  if (picture == self->picture)
    update (self);
}

/* Answers that still arrive for @question, and that no column shows, are not worth waiting for. With @question %NULL: of
 * all questions asked as somebody else than the account. */
static void
drop_answers (SurmiseComparison *self,
              SurmiseQuestion   *question,
              gboolean           busy_only)
{
  g_autoptr(GPtrArray) dropped = g_ptr_array_new_with_free_func (answer_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->kept);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GPtrArray *answers = value;

      for (guint i = answers->len; i-- > 0;)
        {
          Answer *answer = answers->pdata[i];
          gboolean matches = question != NULL ? surmise_question_equal (answer->question, question)
                                              : answer->account != self->account;

          if (matches && (!busy_only || surmise_picture_is_busy (answer->sibling)))
            g_ptr_array_add (dropped, g_ptr_array_steal_index (answers, i));
        }
    }
}

static void
forget_picture (SurmiseComparison *self,
                gpointer           picture)
{
  gpointer answers = NULL;

  if (g_hash_table_steal_extended (self->kept, picture, NULL, &answers))
    g_ptr_array_unref (answers);
}

static void
on_picture_gone (gpointer  data,
                 GObject  *where_it_was)
{
  SurmiseComparison *self = data;
  gboolean shown = (gpointer) self->picture == (gpointer) where_it_was;

  if (shown)
    self->picture = NULL;
  forget_picture (self, where_it_was);
  if (shown)
    tell (self);
}

static void
surmise_comparison_dispose (GObject *object)
{
  SurmiseComparison *self = SURMISE_COMPARISON (object);
  g_autoptr(GHashTable) kept = g_steal_pointer (&self->kept);
  GHashTableIter iter;
  gpointer picture;

  if (kept != NULL)
    {
      g_hash_table_iter_init (&iter, kept);
      while (g_hash_table_iter_next (&iter, &picture, NULL))
        {
          g_signal_handlers_disconnect_by_data (picture, self);
          g_object_weak_unref (picture, on_picture_gone, self);
        }
    }
  self->picture = NULL;
  g_clear_pointer (&kept, g_hash_table_unref);
  g_clear_object (&self->tagger);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (surmise_comparison_parent_class)->dispose (object);
}

static void
surmise_comparison_finalize (GObject *object)
{
  SurmiseComparison *self = SURMISE_COMPARISON (object);

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_object (&self->table);

  G_OBJECT_CLASS (surmise_comparison_parent_class)->finalize (object);
}

static void
surmise_comparison_class_init (SurmiseComparisonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = surmise_comparison_dispose;
  object_class->finalize = surmise_comparison_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
surmise_comparison_init (SurmiseComparison *self)
{
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->kept = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->table = g_list_store_new (SURMISE_TYPE_COMPARISON_ROW);
}

/**
 * surmise_comparison_new:
 * @tagger: what asks
 *
 * Returns: (transfer full): a comparison of no models yet
 */
SurmiseComparison *
surmise_comparison_new (SurmiseTagger *tagger)
{
  SurmiseComparison *self;

  g_return_val_if_fail (SURMISE_IS_TAGGER (tagger), NULL);

  self = g_object_new (SURMISE_TYPE_COMPARISON, NULL);
  self->tagger = g_object_ref (tagger);

  return self;
}

/**
 * surmise_comparison_set_account:
 * @self: a comparison
 * @account: (nullable): as whom to ask; without one nobody is asked
 *
 * What was answered to another account is forgotten.
 */
void
surmise_comparison_set_account (SurmiseComparison *self,
                                SurmiseAccount    *account)
{
  g_return_if_fail (SURMISE_IS_COMPARISON (self));
  g_return_if_fail (account == NULL || SURMISE_IS_ACCOUNT (account));

  if (!g_set_object (&self->account, account))
    return;

  /* Without an account what is there stays to be looked at; it may come back, too. */
  drop_answers (self, NULL, account == NULL);
  update (self);
}

/**
 * surmise_comparison_set_picture:
 * @self: a comparison
 * @picture: (nullable): what to ask about, held weakly
 *
 * What is under way for another picture goes on, and is there when one comes back to it.
 */
void
surmise_comparison_set_picture (SurmiseComparison *self,
                                SurmisePicture    *picture)
{
  g_return_if_fail (SURMISE_IS_COMPARISON (self));
  g_return_if_fail (picture == NULL || SURMISE_IS_PICTURE (picture));

  if (self->picture == picture)
    return;

  if (picture != NULL && !g_hash_table_contains (self->kept, picture))
    {
      g_hash_table_insert (self->kept, picture, g_ptr_array_new_with_free_func (answer_free));
      g_object_weak_ref (G_OBJECT (picture), on_picture_gone, self);
      g_signal_connect_object (picture, "notify", G_CALLBACK (on_picture_notify), self, G_CONNECT_SWAPPED);
    }
  self->picture = picture;
  update (self);
}

/**
 * surmise_comparison_set_first:
 * @self: a comparison
 * @question: what the pictures themselves are asked with
 * @name: what its model is called
 *
 * Where its model is among the others it is taken out there.
 */
void
surmise_comparison_set_first (SurmiseComparison *self,
                              SurmiseQuestion   *question,
                              const char        *name)
{
  Column *column;
  guint position;

  g_return_if_fail (SURMISE_IS_COMPARISON (self));
  g_return_if_fail (SURMISE_IS_QUESTION (question));
  g_return_if_fail (name != NULL);

  column = g_new0 (Column, 1);
  column->question = g_object_ref (question);
  column->name = g_strdup (name);
  if (find_model (self, surmise_question_get_model (question), &position) && position > 0)
    {
      g_autoptr(SurmiseQuestion) old = g_object_ref (get_column (self, position)->question);

      g_ptr_array_remove_index (self->columns, position);
      drop_answers (self, old, TRUE);
    }
  if (self->columns->len > 0)
    g_ptr_array_remove_index (self->columns, 0);
  g_ptr_array_insert (self->columns, 0, column);
  update (self);
}

/**
 * surmise_comparison_add:
 * @self: a comparison that has a first model
 * @question: what to ask, and of which model
 * @name: what the model is called
 *
 * Returns: %FALSE where there are four models, or this one is there already
 */
gboolean
surmise_comparison_add (SurmiseComparison *self,
                        SurmiseQuestion   *question,
                        const char        *name)
{
  Column *column;
  guint position;

  g_return_val_if_fail (SURMISE_IS_COMPARISON (self), FALSE);
  g_return_val_if_fail (SURMISE_IS_QUESTION (question), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (self->columns->len == 0 || self->columns->len >= SURMISE_COMPARISON_MOST
      || find_model (self, surmise_question_get_model (question), &position))
    return FALSE;

  column = g_new0 (Column, 1);
  column->question = g_object_ref (question);
  column->name = g_strdup (name);
  g_ptr_array_add (self->columns, column);
  update (self);

  return TRUE;
}

/* @i: at least 1. What it has answered is kept for the case that it comes back; what it has not is broken off. */
void
surmise_comparison_remove (SurmiseComparison *self,
                           guint              i)
{
  g_autoptr(SurmiseQuestion) question = NULL;

  g_return_if_fail (SURMISE_IS_COMPARISON (self));

  if (i == 0 || i >= self->columns->len)
    return;

  question = g_object_ref (get_column (self, i)->question);
  g_ptr_array_remove_index (self->columns, i);
  drop_answers (self, question, TRUE);
  tell (self);
}

/* The first model alone stays. */
void
surmise_comparison_clear (SurmiseComparison *self)
{
  g_return_if_fail (SURMISE_IS_COMPARISON (self));

  while (self->columns->len > 1)
    surmise_comparison_remove (self, self->columns->len - 1);
}

guint
surmise_comparison_get_n_models (SurmiseComparison *self)
{
  g_return_val_if_fail (SURMISE_IS_COMPARISON (self), 0);

  return self->columns->len;
}

/* Returns: (transfer none) (nullable): %NULL where there is no such model */
const char *
surmise_comparison_get_name (SurmiseComparison *self,
                             guint              i)
{
  g_return_val_if_fail (SURMISE_IS_COMPARISON (self), NULL);

  return i < self->columns->len ? get_column (self, i)->name : NULL;
}

/* Returns: (transfer none) (nullable): %NULL where there is no such model */
SurmiseQuestion *
surmise_comparison_get_question (SurmiseComparison *self,
                                 guint              i)
{
  g_return_val_if_fail (SURMISE_IS_COMPARISON (self), NULL);

  return i < self->columns->len ? get_column (self, i)->question : NULL;
}

/**
 * surmise_comparison_get_answer:
 * @self: a comparison
 * @i: which model
 *
 * Returns: (transfer none) (nullable): the picture as that model was asked about it, with state, output, error and
 *   elapsed; %NULL where it was not asked yet
 */
SurmisePicture *
surmise_comparison_get_answer (SurmiseComparison *self,
                               guint              i)
{
  Answer *answer;

  g_return_val_if_fail (SURMISE_IS_COMPARISON (self), NULL);

  if (i >= self->columns->len)
    return NULL;
  if (i == 0)
    return self->picture;

  answer = find_answer (self, get_column (self, i)->question);

  return answer != NULL ? answer->sibling : NULL;
}

/* Asks a model again about the picture. */
void
surmise_comparison_retry (SurmiseComparison *self,
                          guint              i)
{
  SurmisePicture *picture;

  g_return_if_fail (SURMISE_IS_COMPARISON (self));

  picture = surmise_comparison_get_answer (self, i);
  if (picture != NULL && self->account != NULL)
    surmise_tagger_ask_question (self->tagger, picture, self->account, get_column (self, i)->question);
}

/* Returns: (transfer none): of #SurmiseComparisonRow */
GListModel *
surmise_comparison_get_table (SurmiseComparison *self)
{
  g_return_val_if_fail (SURMISE_IS_COMPARISON (self), NULL);

  return G_LIST_MODEL (self->table);
}

/**
 * surmise_comparison_to_text:
 * @self: a comparison
 * @threshold: rows in which no model is as sure as this are left out, 0–1
 *
 * Returns: (transfer full): the table, tab-separated, with the models' names in the first line
 */
char *
surmise_comparison_to_text (SurmiseComparison *self,
                            double             threshold)
{
  const char *names[SURMISE_COMPARISON_MOST];

  g_return_val_if_fail (SURMISE_IS_COMPARISON (self), NULL);

  for (guint i = 0; i < self->columns->len; i++)
    names[i] = get_column (self, i)->name;

  return surmise_comparison_table_to_text (G_LIST_MODEL (self->table), names, self->columns->len, threshold);
}
