/* surmise-model-check.c – what is known about a model before it is used
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-check.h"

#include "clarifai-error.h"
#include "clarifai-method.h"
#include "clarifai-model-ref.h"
#include "surmise-model-types.h"

/**
 * SurmiseModelCheck:
 *
 * The answer to one question about one model.
 */
struct _SurmiseModelCheck
{
  GObject              parent_instance;

  ClarifaiModelRef    *ref;   /* (owned) (not nullable): as it was asked for */
  ClarifaiModel       *model; /* (owned) (nullable): NULL where the service shows none */
  ClarifaiModelType   *type;  /* (owned) (nullable): NULL where the service does not tell */
  SurmiseModelVerdict  verdict;
};

G_DEFINE_FINAL_TYPE (SurmiseModelCheck, surmise_model_check, G_TYPE_OBJECT)

static void
type_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SurmiseModelCheck *self = g_task_get_task_data (task);

  /* Without the type there is still something to say. */
  self->type = surmise_model_type_load_finish (SURMISE_ACCOUNT (source), result, NULL);
  if (g_task_return_error_if_cancelled (task))
    return;

  self->verdict = surmise_model_verdict_of (self->model, self->type);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
got_model_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SurmiseModelCheck *self = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  const char *type_id;

  self->model = clarifai_client_get_model_finish (CLARIFAI_CLIENT (source), result, &error);
  if (self->model == NULL)
    {
      if (g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_MODEL_NOT_FOUND)
          || g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_NOT_FOUND))
        self->verdict = SURMISE_MODEL_VERDICT_NOT_FOUND;
      else if (g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_MODEL_DENIED))
        self->verdict = SURMISE_MODEL_VERDICT_DENIED;
      else
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
      g_task_return_pointer (task, g_object_ref (self), g_object_unref);
      return;
    }

  type_id = clarifai_model_get_type_id (self->model);
  if (type_id == NULL || *type_id == '\0')
    {
      self->verdict = surmise_model_verdict_of (self->model, NULL);
      g_task_return_pointer (task, g_object_ref (self), g_object_unref);
      return;
    }

  surmise_model_type_load_async (g_task_get_source_object (task), type_id, g_task_get_cancellable (task),
                                 type_loaded_cb, task);
  g_steal_pointer (&task);
}

static void
token_for_model_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SurmiseAccount *account = SURMISE_ACCOUNT (source);
  SurmiseModelCheck *self = g_task_get_task_data (task);
  g_autoptr(SurmiseToken) token = NULL;
  GError *error = NULL;

  token = surmise_account_load_token_finish (account, result, &error);
  if (token == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  clarifai_client_get_model_async (surmise_account_get_client (account), self->ref, token, g_task_get_cancellable (task),
                                   got_model_cb, task);
  g_steal_pointer (&task);
}

static void
got_type_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  ClarifaiModelType *type = clarifai_client_get_model_type_finish (CLARIFAI_CLIENT (source), result, &error);

  if (type != NULL)
    g_task_return_pointer (task, type, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
token_for_type_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SurmiseAccount *account = SURMISE_ACCOUNT (source);
  g_autoptr(SurmiseToken) token = NULL;
  GError *error = NULL;

  token = surmise_account_load_token_finish (account, result, &error);
  if (token == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  clarifai_client_get_model_type_async (surmise_account_get_client (account), g_task_get_task_data (task), token,
                                        g_task_get_cancellable (task), got_type_cb, task);
  g_steal_pointer (&task);
}

static void
surmise_model_check_finalize (GObject *object)
{
  SurmiseModelCheck *self = SURMISE_MODEL_CHECK (object);

  g_clear_object (&self->ref);
  g_clear_object (&self->model);
  g_clear_object (&self->type);

  G_OBJECT_CLASS (surmise_model_check_parent_class)->finalize (object);
}

static void
surmise_model_check_class_init (SurmiseModelCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = surmise_model_check_finalize;
}

static void
surmise_model_check_init (SurmiseModelCheck *self)
{
}

/**
 * surmise_model_check_get_ref:
 *
 * Returns: (transfer none): the model that was asked about, with a version only where one was asked for
 */
ClarifaiModelRef *
surmise_model_check_get_ref (SurmiseModelCheck *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_CHECK (self), NULL);

  return self->ref;
}

/**
 * surmise_model_check_get_model:
 *
 * Returns: (transfer none) (nullable): what the service says about it; NULL where it shows none
 */
ClarifaiModel *
surmise_model_check_get_model (SurmiseModelCheck *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_CHECK (self), NULL);

  return self->model;
}

/**
 * surmise_model_check_get_kind:
 *
 * Returns: (transfer none) (nullable): the model's type; NULL where the service did not tell
 */
ClarifaiModelType *
surmise_model_check_get_kind (SurmiseModelCheck *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_CHECK (self), NULL);

  return self->type;
}

SurmiseModelVerdict
surmise_model_check_get_verdict (SurmiseModelCheck *self)
{
  g_return_val_if_fail (SURMISE_IS_MODEL_CHECK (self), SURMISE_MODEL_VERDICT_NOT_FOUND);

  return self->verdict;
}

/**
 * surmise_model_verdict_may_be_used:
 *
 * Returns: whether it is worth asking such a model, about a picture or with words
 */
gboolean
surmise_model_verdict_may_be_used (SurmiseModelVerdict verdict)
{
  return verdict == SURMISE_MODEL_VERDICT_USABLE || verdict == SURMISE_MODEL_VERDICT_TAKES_WORDS
         || verdict == SURMISE_MODEL_VERDICT_UNKNOWN_INPUT;
}

/* A model's own methods count for more than its type. */
static gboolean
takes_words (ClarifaiModel     *model,
             ClarifaiModelType *type)
{
  GListModel *methods = clarifai_model_get_methods (model);
  guint n = g_list_model_get_n_items (methods);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiMethod) method = g_list_model_get_item (methods, i);

      if (clarifai_method_can_ask (method) && g_list_model_get_n_items (clarifai_method_get_arguments (method)) > 0)
        return TRUE;
    }

  return n == 0 && type != NULL && clarifai_model_type_get_takes_text (type) == CLARIFAI_VERDICT_YES;
}

/**
 * surmise_model_check_wants_words:
 *
 * Returns: whether words are what the model is about, and not something that a method may be told as well
 */
gboolean
surmise_model_check_wants_words (SurmiseModelCheck *self)
{
  g_autoptr(ClarifaiMethod) method = NULL;
  GListModel *arguments;

  g_return_val_if_fail (SURMISE_IS_MODEL_CHECK (self), FALSE);

  if (self->model == NULL)
    return FALSE;
  method = g_list_model_get_item (clarifai_model_get_methods (self->model), 0);
  if (method == NULL)
    return self->type != NULL && clarifai_model_type_get_takes_text (self->type) != CLARIFAI_VERDICT_NO;

  arguments = clarifai_method_get_arguments (method);
  for (guint i = 0; i < g_list_model_get_n_items (arguments); i++)
    {
      g_autoptr(ClarifaiArgument) argument = g_list_model_get_item (arguments, i);

      if (clarifai_argument_get_kind (argument) == CLARIFAI_ARGUMENT_TEXT && clarifai_argument_get_required (argument))
        return TRUE;
    }

  return FALSE;
}

/**
 * surmise_model_verdict_of:
 * @model: a model that the service has shown
 * @type: (nullable): its type, where that is known
 *
 * A model's own signature counts for more than its type: one type can hold models of every kind. What can never work
 * is said before what does not work yet.
 *
 * Returns: what is known about its use for pictures
 */
SurmiseModelVerdict
surmise_model_verdict_of (ClarifaiModel     *model,
                          ClarifaiModelType *type)
{
  ClarifaiVerdict takes_images;

  g_return_val_if_fail (CLARIFAI_IS_MODEL (model), SURMISE_MODEL_VERDICT_NOT_FOUND);
  g_return_val_if_fail (type == NULL || CLARIFAI_IS_MODEL_TYPE (type), SURMISE_MODEL_VERDICT_NOT_FOUND);

  takes_images = clarifai_model_get_signature_takes_images (model);
  if (takes_images == CLARIFAI_VERDICT_UNKNOWN && type != NULL)
    takes_images = clarifai_model_type_get_takes_images (type);

  if (takes_images == CLARIFAI_VERDICT_NO && !takes_words (model, type))
    return SURMISE_MODEL_VERDICT_TAKES_NO_IMAGES;
  if (clarifai_model_get_usable (model) == CLARIFAI_VERDICT_NO)
    return SURMISE_MODEL_VERDICT_NOT_TRAINED;
  if (takes_images == CLARIFAI_VERDICT_NO)
    return SURMISE_MODEL_VERDICT_TAKES_WORDS;

  return takes_images == CLARIFAI_VERDICT_YES ? SURMISE_MODEL_VERDICT_USABLE : SURMISE_MODEL_VERDICT_UNKNOWN_INPUT;
}

/**
 * surmise_model_check_async:
 * @account: who asks
 * @ref: the model, with or without a version
 * @cancellable: (nullable): ends it
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Asks the account's server for the model, then for its type. That there is no such model is an answer, not a failure:
 * it fails only where the token cannot be had or is refused, or where no sensible answer comes.
 */
void
surmise_model_check_async (SurmiseAccount      *account,
                           ClarifaiModelRef    *ref,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  SurmiseModelCheck *self;

  g_return_if_fail (SURMISE_IS_ACCOUNT (account));
  g_return_if_fail (CLARIFAI_IS_MODEL_REF (ref));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  self = g_object_new (SURMISE_TYPE_MODEL_CHECK, NULL);
  self->ref = g_object_ref (ref);

  task = g_task_new (account, cancellable, callback, user_data);
  g_task_set_source_tag (task, surmise_model_check_async);
  g_task_set_task_data (task, self, g_object_unref);

  surmise_account_load_token_async (account, cancellable, token_for_model_cb, g_steal_pointer (&task));
}

/**
 * surmise_model_check_finish:
 *
 * Returns: (transfer full) (nullable): what is known about the model
 */
SurmiseModelCheck *
surmise_model_check_finish (SurmiseAccount  *account,
                            GAsyncResult    *result,
                            GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, account), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_model_check_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * surmise_model_type_load_async:
 * @account: who asks
 * @type_id: a model's type, "visual-classifier" say
 * @cancellable: (nullable): ends it
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Asks the account's server what models of this type take and give, unless it is known already, alone or with all
 * the others; the account's client remembers the answer.
 */
void
surmise_model_type_load_async (SurmiseAccount      *account,
                               const char          *type_id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  ClarifaiModelType *known;

  g_return_if_fail (SURMISE_IS_ACCOUNT (account));
  g_return_if_fail (type_id != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (account, cancellable, callback, user_data);
  g_task_set_source_tag (task, surmise_model_type_load_async);
  known = surmise_model_types_lookup (account, type_id);
  if (known != NULL)
    {
      g_task_return_pointer (task, g_object_ref (known), g_object_unref);
      return;
    }

  g_task_set_task_data (task, g_strdup (type_id), g_free);

  surmise_account_load_token_async (account, cancellable, token_for_type_cb, g_steal_pointer (&task));
}

/**
 * surmise_model_type_load_finish:
 *
 * Returns: (transfer full) (nullable): what models of this type take and give
 */
ClarifaiModelType *
surmise_model_type_load_finish (SurmiseAccount  *account,
                                GAsyncResult    *result,
                                GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, account), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_model_type_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
