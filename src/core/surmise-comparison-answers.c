/* surmise-comparison-answers.c – what models said of pictures, as long as there are the pictures
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-comparison-answers.h"

/* Of one picture: more than can be compared at once, so that a model that was taken out may come back. */
#define MAX_ANSWERS 12

/**
 * SurmiseComparisonAnswers:
 *
 * Each answer is a sibling of the picture that it is about. The pictures are held weakly; when one goes, what is under
 * way for it is broken off.
 */
struct _SurmiseComparisonAnswers
{
  GObject        parent_instance;

  SurmiseTagger *tagger;   /* (owned) */
  GHashTable    *pictures; /* (owned) (nullable): SurmisePicture (weak) → GPtrArray of Answer */
};

G_DEFINE_FINAL_TYPE (SurmiseComparisonAnswers, surmise_comparison_answers, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  SurmiseComparisonAnswers *owner;
  SurmisePicture           *picture;  /* (not owned): what it is a sibling of */
  SurmiseQuestion          *question; /* (owned) */
  SurmiseAccount           *account;  /* (owned): as whom it is asked */
  SurmisePicture           *sibling;  /* (owned) */
} Answer;

static void
on_sibling_notify (SurmisePicture *sibling,
                   GParamSpec     *pspec,
                   gpointer        user_data)
{
  const Answer *answer = user_data;

  g_signal_emit (answer->owner, signals[CHANGED], 0, answer->picture);
}

/* Nobody waits for it any more. */
static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_signal_handlers_disconnect_by_data (answer->sibling, answer);
  if (surmise_picture_is_busy (answer->sibling))
    surmise_tagger_cancel (answer->owner->tagger, answer->sibling);
  g_clear_object (&answer->question);
  g_clear_object (&answer->account);
  g_clear_object (&answer->sibling);
  g_free (answer);
}

static void
on_picture_gone (gpointer  data,
                 GObject  *where_it_was)
{
  SurmiseComparisonAnswers *self = data;
  gpointer answers = NULL;

  /* Out of the table first, for breaking off is heard elsewhere. */
  if (g_hash_table_steal_extended (self->pictures, where_it_was, NULL, &answers))
    g_ptr_array_unref (answers);
}

/* Returns: (transfer none): of Answer */
static GPtrArray *
get_answers (SurmiseComparisonAnswers *self,
             SurmisePicture           *picture)
{
  GPtrArray *answers = g_hash_table_lookup (self->pictures, picture);

  if (answers == NULL)
    {
      answers = g_ptr_array_new_with_free_func (answer_free);
      g_hash_table_insert (self->pictures, picture, answers);
      g_object_weak_ref (G_OBJECT (picture), on_picture_gone, self);
    }

  return answers;
}

typedef gboolean (*AnswerFunc) (const Answer *answer,
                                gconstpointer data);

static void
drop_where (SurmiseComparisonAnswers *self,
            AnswerFunc                func,
            gconstpointer             data)
{
  g_autoptr(GPtrArray) dropped = g_ptr_array_new_with_free_func (answer_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->pictures);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    for (guint i = ((GPtrArray *) value)->len; i-- > 0;)
      if (func (g_ptr_array_index ((GPtrArray *) value, i), data))
        g_ptr_array_add (dropped, g_ptr_array_steal_index (value, i));
}

static gboolean
is_waited_for (const Answer *answer,
               gconstpointer question)
{
  return surmise_picture_is_busy (answer->sibling) && surmise_question_equal (answer->question, question);
}

static gboolean
is_for_another (const Answer *answer,
                gconstpointer account)
{
  return (gconstpointer) answer->account != account
         && (account != NULL || surmise_picture_is_busy (answer->sibling));
}

static void
surmise_comparison_answers_dispose (GObject *object)
{
  SurmiseComparisonAnswers *self = SURMISE_COMPARISON_ANSWERS (object);
  g_autoptr(GHashTable) pictures = g_steal_pointer (&self->pictures);
  GHashTableIter iter;
  gpointer picture;

  if (pictures != NULL)
    {
      g_hash_table_iter_init (&iter, pictures);
      while (g_hash_table_iter_next (&iter, &picture, NULL))
        g_object_weak_unref (picture, on_picture_gone, self);
      g_clear_pointer (&pictures, g_hash_table_unref);
    }
  g_clear_object (&self->tagger);

  G_OBJECT_CLASS (surmise_comparison_answers_parent_class)->dispose (object);
}

static void
surmise_comparison_answers_class_init (SurmiseComparisonAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = surmise_comparison_answers_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, SURMISE_TYPE_PICTURE);
}

static void
surmise_comparison_answers_init (SurmiseComparisonAnswers *self)
{
  self->pictures = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/**
 * surmise_comparison_answers_new:
 * @tagger: what asks
 *
 * Returns: (transfer full): no answers yet
 */
SurmiseComparisonAnswers *
surmise_comparison_answers_new (SurmiseTagger *tagger)
{
  SurmiseComparisonAnswers *self;

  g_return_val_if_fail (SURMISE_IS_TAGGER (tagger), NULL);

  self = g_object_new (SURMISE_TYPE_COMPARISON_ANSWERS, NULL);
  self->tagger = g_object_ref (tagger);

  return self;
}

/**
 * surmise_comparison_answers_find:
 * @self: the answers
 * @picture: what it is about
 * @question: what was asked
 * @account: (nullable): as whom; %NULL for anybody
 *
 * Returns: (transfer none) (nullable): the sibling that was asked about, in whatever state
 */
SurmisePicture *
surmise_comparison_answers_find (SurmiseComparisonAnswers *self,
                                 SurmisePicture           *picture,
                                 SurmiseQuestion          *question,
                                 SurmiseAccount           *account)
{
  GPtrArray *answers;

  g_return_val_if_fail (SURMISE_IS_COMPARISON_ANSWERS (self), NULL);

  answers = g_hash_table_lookup (self->pictures, picture);
  for (guint i = 0; answers != NULL && i < answers->len; i++)
    {
      const Answer *answer = answers->pdata[i];

      if (surmise_question_equal (answer->question, question) && (account == NULL || answer->account == account))
        return answer->sibling;
    }

  return NULL;
}

/* Asks about a new sibling of @picture, which is to be prepared by now. */
void
surmise_comparison_answers_ask (SurmiseComparisonAnswers *self,
                                SurmisePicture           *picture,
                                SurmiseQuestion          *question,
                                SurmiseAccount           *account)
{
  g_autoptr(SurmisePicture) sibling = NULL;
  GPtrArray *answers;
  Answer *answer;

  g_return_if_fail (SURMISE_IS_COMPARISON_ANSWERS (self));

  sibling = surmise_picture_new_sibling (picture);
  answer = g_new0 (Answer, 1);
  answer->owner = self;
  answer->picture = picture;
  answer->question = g_object_ref (question);
  answer->account = g_object_ref (account);
  answer->sibling = g_object_ref (sibling);
  g_signal_connect (sibling, "notify", G_CALLBACK (on_sibling_notify), answer);

  answers = get_answers (self, picture);
  g_ptr_array_add (answers, answer);
  if (answers->len > MAX_ANSWERS)
    g_ptr_array_remove_index (answers, 0);
  surmise_tagger_ask_question (self->tagger, sibling, account, question);
}

/* Breaks off what is under way for @question; what is answered stays. */
void
surmise_comparison_answers_stop (SurmiseComparisonAnswers *self,
                                 SurmiseQuestion          *question)
{
  g_return_if_fail (SURMISE_IS_COMPARISON_ANSWERS (self));

  drop_where (self, is_waited_for, question);
}

/* Forgets what was said to anybody but @account. Without an account nobody waits, but what is there may be looked at. */
void
surmise_comparison_answers_forget_others (SurmiseComparisonAnswers *self,
                                          SurmiseAccount           *account)
{
  g_return_if_fail (SURMISE_IS_COMPARISON_ANSWERS (self));

  drop_where (self, is_for_another, account);
}

/* Whether a sibling would have to do again what is being done for the picture at this moment. */
gboolean
surmise_comparison_answers_may_ask (SurmisePicture *picture)
{
  SurmisePictureState state = surmise_picture_get_state (picture);

  return surmise_picture_get_prepared (picture) != NULL || surmise_picture_get_words (picture) != NULL
         || state == SURMISE_PICTURE_STATE_SENDING || state == SURMISE_PICTURE_STATE_DONE
         || state == SURMISE_PICTURE_STATE_FAILED;
}
