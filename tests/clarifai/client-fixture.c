/* client-fixture.c – a client, a scripted server, and one call at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "client-fixture.h"

static void
record_progress (ClarifaiProgress progress,
                 gpointer         user_data)
{
  Fixture *self = user_data;

  g_array_append_val (self->progress, progress);
}

void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(SoupSession) session = clarifai_session_new ();
  g_autoptr(GError) error = NULL;

  self->server = mock_server_new ();
  self->client = clarifai_client_new (session, mock_server_get_base (self->server), &error);
  g_assert_no_error (error);
  g_object_set (self->client, "retry-scale", 0.002, "max-requests-per-second", 1000, NULL);
  self->inputs = g_list_store_new (CLARIFAI_TYPE_INPUT);
  self->progress = g_array_new (FALSE, FALSE, sizeof (ClarifaiProgress));
}

/* Each test also shows that nothing of it keeps the client. */
void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  gpointer client = self->client;

  g_object_add_weak_pointer (client, &client);
  g_clear_object (&self->client);
  test_wait_until_null (&client);

  g_clear_object (&self->server);
  g_clear_object (&self->inputs);
  g_clear_pointer (&self->progress, g_array_unref);
}

void
fixture_add_bytes (Fixture    *self,
                   const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(ClarifaiInput) input = clarifai_input_new_for_bytes (bytes);

  g_list_store_append (self->inputs, input);
}

void
fixture_predict (Fixture       *self,
                 const char    *token,
                 GCancellable  *cancellable,
                 GAsyncResult **result)
{
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("u", "a", "m", NULL);

  clarifai_client_predict_async (self->client, model, G_LIST_MODEL (self->inputs), NULL, token, cancellable,
                                 record_progress, self, test_catch_result, result);
}

GListModel *
predict (Fixture  *self,
         GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  fixture_predict (self, TOKEN, NULL, &result);

  return clarifai_client_predict_finish (self->client, test_wait_for_result (&result), error);
}

gpointer
get_me (Fixture  *self,
        GError  **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  clarifai_client_get_me_async (self->client, TOKEN, NULL, test_catch_result, &result);

  return clarifai_client_get_me_finish (self->client, test_wait_for_result (&result), error);
}

ClarifaiOutput *
get_output (GListModel *outputs,
            guint       i)
{
  g_autoptr(ClarifaiOutput) output = g_list_model_get_item (outputs, i);

  g_assert_nonnull (output);

  return output;
}

void
assert_has_dog (GListModel *outputs,
                guint       i)
{
  ClarifaiOutput *output = get_output (outputs, i);

  g_assert_null (clarifai_output_get_error (output));
  g_assert_cmpstr (clarifai_concept_get_name (clarifai_output_get_best (output)), ==, "dog");
}

void
assert_failed (GListModel    *outputs,
               guint          i,
               ClarifaiError  code)
{
  const GError *error = clarifai_output_get_error (get_output (outputs, i));

  g_assert_nonnull (error);
  g_assert_error (error, CLARIFAI_ERROR, (int) code);
}
