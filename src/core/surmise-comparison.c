/* surmise-comparison.c – what several models say of one picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-comparison.h"

#include "surmise-comparison-answers.h"
#include "surmise-comparison-column.h"
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
  SurmisePicture *picture; /* (not owned) (nullable): watched */
  GPtrArray      *columns; /* (owned) of SurmiseComparisonColumn: the first model first */
  SurmiseComparisonAnswers *answers; /* (owned): of the other models */
  GListStore     *table;   /* (owned) of SurmiseComparisonRow */
  ClarifaiOutput *shown[SURMISE_COMPARISON_MOST]; /* (owned) (nullable): what @table says */
};

G_DEFINE_FINAL_TYPE (SurmiseComparison, surmise_comparison, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SurmiseComparisonColumn *
get_column (SurmiseComparison *self,
            guint              i)
{
  return i < self->columns->len ? self->columns->pdata[i] : NULL;
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
  gboolean differs = FALSE;

  for (guint i = 0; i < SURMISE_COMPARISON_MOST; i++)
    if (g_set_object (&self->shown[i], peek_output (self, i)))
      differs = TRUE;
  if (differs)
    surmise_comparison_table_fill (self->table, self->shown);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Asks what is not asked yet. Whoever hears of it may change everything meanwhile. */
static void
ask_missing (SurmiseComparison *self)
{
  for (guint i = 1; self->account != NULL && self->picture != NULL && surmise_comparison_answers_may_ask (self->picture)
                    && i < self->columns->len; i++)
    {
      g_autoptr(SurmiseQuestion) question = g_object_ref (get_column (self, i)->question);

      if (surmise_comparison_answers_find (self->answers, self->picture, question, self->account) == NULL)
        surmise_comparison_answers_ask (self->answers, self->picture, question, self->account);
    }
}

static void
update (SurmiseComparison *self)
{
  g_autoptr(SurmiseComparison) kept = g_object_ref (self);

  ask_missing (kept);
  tell (kept);
}

static void
on_answers_changed (SurmiseComparison *self,
                    SurmisePicture    *picture)
{
  if (picture == self->picture)
    tell (self);
}

static void
on_picture_gone (gpointer  data,
                 GObject  *where_it_was)
{
  SurmiseComparison *self = data;

  self->picture = NULL;
  tell (self);
}

static void
let_go (SurmiseComparison *self)
{
  SurmisePicture *picture = g_steal_pointer (&self->picture);

  if (picture == NULL)
    return;

  g_signal_handlers_disconnect_by_data (picture, self);
  g_object_weak_unref (G_OBJECT (picture), on_picture_gone, self);
}

static void
surmise_comparison_dispose (GObject *object)
{
  SurmiseComparison *self = SURMISE_COMPARISON (object);

  let_go (self);
  if (self->answers != NULL)
    g_signal_handlers_disconnect_by_data (self->answers, self);
  g_clear_object (&self->answers);
  g_clear_object (&self->tagger);
  g_clear_object (&self->account);

  G_OBJECT_CLASS (surmise_comparison_parent_class)->dispose (object);
}

static void
surmise_comparison_finalize (GObject *object)
{
  SurmiseComparison *self = SURMISE_COMPARISON (object);

  for (guint i = 0; i < SURMISE_COMPARISON_MOST; i++)
    g_clear_object (&self->shown[i]);
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
  self->columns = g_ptr_array_new_with_free_func (surmise_comparison_column_free);
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
  self->answers = surmise_comparison_answers_new (tagger);
  g_signal_connect_object (self->answers, "changed", G_CALLBACK (on_answers_changed), self, G_CONNECT_SWAPPED);

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

  surmise_comparison_answers_forget_others (self->answers, account);
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

  let_go (self);
  if (picture != NULL)
    {
      g_object_weak_ref (G_OBJECT (picture), on_picture_gone, self);
      g_signal_connect_object (picture, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
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
  const SurmiseComparisonColumn *column;
  guint position;

  g_return_if_fail (SURMISE_IS_COMPARISON (self));
  g_return_if_fail (SURMISE_IS_QUESTION (question));
  g_return_if_fail (name != NULL);

  /* Windows say it each time that anything of theirs changes. */
  column = get_column (self, 0);
  if (column != NULL && surmise_question_equal (column->question, question) && g_str_equal (column->name, name))
    return;

  if (surmise_comparison_column_find (self->columns, surmise_question_get_model (question), &position) && position > 0)
    surmise_comparison_remove (self, position);
  if (self->columns->len > 0)
    g_ptr_array_remove_index (self->columns, 0);
  g_ptr_array_insert (self->columns, 0, surmise_comparison_column_new (question, name));
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
  guint position;

  g_return_val_if_fail (SURMISE_IS_COMPARISON (self), FALSE);
  g_return_val_if_fail (SURMISE_IS_QUESTION (question), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (self->columns->len == 0 || self->columns->len >= SURMISE_COMPARISON_MOST
      || surmise_comparison_column_find (self->columns, surmise_question_get_model (question), &position))
    return FALSE;

  g_ptr_array_add (self->columns, surmise_comparison_column_new (question, name));
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
  surmise_comparison_answers_stop (self->answers, question);
  tell (self);
}

/**
 * surmise_comparison_set_words:
 * @self: a comparison
 * @words: what is said beside the picture from now on
 *
 * Holds for the added models that were added with words; the first one is set_first()'s.
 */
void
surmise_comparison_set_words (SurmiseComparison *self,
                              const char        *words)
{
  g_return_if_fail (SURMISE_IS_COMPARISON (self));
  g_return_if_fail (words != NULL);

  for (guint i = 1; i < self->columns->len; i++)
    {
      g_autoptr(SurmiseQuestion) old = surmise_comparison_column_set_words (get_column (self, i), words);

      if (old != NULL)
        surmise_comparison_answers_stop (self->answers, old);
    }
  update (self);
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
  g_return_val_if_fail (SURMISE_IS_COMPARISON (self), NULL);

  if (i >= self->columns->len || self->picture == NULL)
    return NULL;
  if (i == 0)
    return self->picture;

  return surmise_comparison_answers_find (self->answers, self->picture, get_column (self, i)->question, self->account);
}

/* Asks a model again about the picture. */
void
surmise_comparison_retry (SurmiseComparison *self,
                          guint              i)
{
  SurmisePicture *picture = surmise_comparison_get_answer (self, i);

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

  return surmise_comparison_table_to_text (G_LIST_MODEL (self->table), names, self->shown, self->columns->len, threshold);
}
