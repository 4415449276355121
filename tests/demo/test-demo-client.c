/* test-demo-client.c – the application's own client understands the demo
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-client.h"
#include "clarifai-concept.h"
#include "clarifai-error.h"
#include "clarifai-input.h"
#include "clarifai-model-list.h"
#include "clarifai-model-ref.h"
#include "clarifai-model.h"
#include "clarifai-output.h"
#include "clarifai-region.h"
#include "clarifai-user.h"
#include "demo-client.h"
#include "demo-pictures.h"

typedef struct {
  DemoClient     *demo;
  SoupSession    *session;
  ClarifaiClient *client;
  GAsyncResult   *result;
  gboolean        done;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->demo = demo_client_new ();
  fixture->session = clarifai_session_new ();
  fixture->client = clarifai_client_new (fixture->session,
                                         surmise_demo_server_get_base (fixture->demo->server), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->result);
  g_clear_object (&fixture->client);
  g_clear_object (&fixture->session);
  g_clear_pointer (&fixture->demo, demo_client_free);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Fixture *fixture = user_data;

  g_set_object (&fixture->result, result);
  fixture->done = TRUE;
}

static const char *
get_token (Fixture *fixture)
{
  return surmise_demo_server_get_token (fixture->demo->server);
}

static void
test_me (Fixture       *fixture,
         gconstpointer  data)
{
  g_autoptr (ClarifaiUser) user = NULL;
  g_autoptr (GError) error = NULL;

  clarifai_client_get_me_async (fixture->client, get_token (fixture), NULL, on_done, fixture);
  demo_wait_for (&fixture->done);
  user = clarifai_client_get_me_finish (fixture->client, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (clarifai_user_get_id (user), ==, SURMISE_DEMO_USER);
}

static void
test_wrong_key (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (ClarifaiUser) user = NULL;
  g_autoptr (GError) error = NULL;

  clarifai_client_get_me_async (fixture->client, "0123456789abcdef0123456789abcdef", NULL, on_done, fixture);
  demo_wait_for (&fixture->done);
  user = clarifai_client_get_me_finish (fixture->client, fixture->result, &error);
  g_assert_null (user);
  g_assert_true (error->domain == CLARIFAI_ERROR);
}

static void
test_model (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (ClarifaiModelRef) ref = clarifai_model_ref_parse (SURMISE_DEMO_MODEL, NULL);
  g_autoptr (ClarifaiModel) model = NULL;
  g_autoptr (GError) error = NULL;

  clarifai_client_get_model_async (fixture->client, ref, get_token (fixture), NULL, on_done, fixture);
  demo_wait_for (&fixture->done);
  model = clarifai_client_get_model_finish (fixture->client, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (model);
}

static void
test_type (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (ClarifaiModelType) type = NULL;
  g_autoptr (GError) error = NULL;

  clarifai_client_get_model_type_async (fixture->client, "visual-detector", get_token (fixture), NULL,
                                        on_done, fixture);
  demo_wait_for (&fixture->done);
  type = clarifai_client_get_model_type_finish (fixture->client, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_nonnull (type);
}

/* The outputs of @model for a disc on gray and, after it, for @other. */
static GListModel *
predict (Fixture       *fixture,
         const char    *model,
         ClarifaiInput *other)
{
  g_autoptr (GListStore) inputs = g_list_store_new (CLARIFAI_TYPE_INPUT);
  g_autoptr (GBytes) picture = demo_picture_new (300, 200, demo_paint_disc);
  g_autoptr (ClarifaiInput) input = clarifai_input_new_for_bytes (picture);
  g_autoptr (ClarifaiModelRef) ref =
    clarifai_model_ref_new (SURMISE_DEMO_USER, SURMISE_DEMO_APP, model, NULL);
  ClarifaiOutputConfig config = { .max_concepts = 200 };
  g_autoptr (GError) error = NULL;
  GListModel *outputs;

  g_list_store_append (inputs, input);
  if (other != NULL)
    g_list_store_append (inputs, other);

  clarifai_client_predict_async (fixture->client, ref, G_LIST_MODEL (inputs), &config, get_token (fixture),
                                 NULL, NULL, NULL, on_done, fixture);
  demo_wait_for (&fixture->done);
  outputs = clarifai_client_predict_finish (fixture->client, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (outputs), ==, g_list_model_get_n_items (G_LIST_MODEL (inputs)));
  return outputs;
}

static void
test_concepts (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GListModel) outputs = predict (fixture, "picture-properties", NULL);
  g_autoptr (ClarifaiOutput) output = g_list_model_get_item (outputs, 0);

  g_assert_no_error (clarifai_output_get_error (output));
  g_assert_cmpuint (g_list_model_get_n_items (clarifai_output_get_concepts (output)), >=, 20);
}

static void
test_colors (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GListModel) outputs = predict (fixture, "color-recognition", NULL);
  g_autoptr (ClarifaiOutput) output = g_list_model_get_item (outputs, 0);
  g_autoptr (ClarifaiConcept) first = g_list_model_get_item (clarifai_output_get_colors (output), 0);

  g_assert_cmpstr (clarifai_concept_get_name (first), ==, "Gray");
  g_assert_cmpfloat (clarifai_concept_get_value (first), >, 0.9);
}

static void
test_regions (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GListModel) outputs = predict (fixture, "salient-region", NULL);
  g_autoptr (ClarifaiOutput) output = g_list_model_get_item (outputs, 0);
  g_autoptr (ClarifaiRegion) region = g_list_model_get_item (clarifai_output_get_regions (output), 0);
  ClarifaiBox box;

  g_assert_nonnull (region);
  g_assert_true (clarifai_region_get_box (region, &box));
  g_assert_cmpfloat_with_epsilon (box.left, 0.6, 0.04);
  g_assert_cmpfloat_with_epsilon (box.right, 0.8, 0.04);
}

static void
test_one_bad_input (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("no picture", 10);
  g_autoptr (ClarifaiInput) bad = clarifai_input_new_for_bytes (bytes);
  g_autoptr (GListModel) outputs = predict (fixture, "picture-properties", bad);
  g_autoptr (ClarifaiOutput) good_output = g_list_model_get_item (outputs, 0);
  g_autoptr (ClarifaiOutput) bad_output = g_list_model_get_item (outputs, 1);

  g_assert_no_error (clarifai_output_get_error (good_output));
  g_assert_nonnull (clarifai_output_get_error (bad_output));
}

static void
test_address (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (ClarifaiInput) address = clarifai_input_new_for_address ("https://pictures.example/a.jpg");
  g_autoptr (GListModel) outputs = predict (fixture, "picture-properties", address);
  g_autoptr (ClarifaiOutput) good_output = g_list_model_get_item (outputs, 0);
  g_autoptr (ClarifaiOutput) address_output = g_list_model_get_item (outputs, 1);

  g_assert_no_error (clarifai_output_get_error (good_output));
  g_assert_nonnull (clarifai_output_get_error (address_output));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/demo/client/me", test_me);
  ADD ("/demo/client/wrong-key", test_wrong_key);
  ADD ("/demo/client/model", test_model);
  ADD ("/demo/client/type", test_type);
  ADD ("/demo/client/concepts", test_concepts);
  ADD ("/demo/client/colors", test_colors);
  ADD ("/demo/client/regions", test_regions);
  ADD ("/demo/client/one-bad-input", test_one_bad_input);
  ADD ("/demo/client/address", test_address);
#undef ADD

  return g_test_run ();
}
