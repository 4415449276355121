/* test-tagger.c – asking about pictures: states, cancelling, batches, owners that go
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: web addresses, which are in test-tagger-address.c; what the client does by itself, as trying again and
 * splitting batches.
 */
#include "config.h"

#include <string.h>

#include "clarifai-concept.h"
#include "clarifai-error.h"
#include "clarifai-model-ref.h"
#include "tagger-fixture.h"
#include "test-utils.h"

static void
on_state (SurmisePicture *picture,
          GParamSpec     *pspec,
          GString        *heard)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (SURMISE_TYPE_PICTURE_STATE);

  g_string_append_printf (heard, "%s ", g_enum_get_value (klass, surmise_picture_get_state (picture))->value_nick);
}

static void
test_done (TaggerFixture *self,
           gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  const MockRequest *request;

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_ask (self, picture);
  tagger_wait (picture);

  tagger_assert_done (picture, "owl");
  g_assert_nonnull (surmise_picture_get_prepared (picture));
  g_assert_cmpfloat (surmise_picture_get_elapsed (picture), >, 0);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
  request = mock_server_get_request (self->server, 0);
  g_assert_cmpstr (mock_request_get_header (request, "Authorization"), ==, "Key " TAGGER_TOKEN);
  g_assert_cmpstr (tagger_fixture_how_sent (self, 0), ==, "base64");
}

static void
test_states (TaggerFixture *self,
             gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  g_autoptr(GString) heard = g_string_new (NULL);

  g_signal_connect (picture, "notify::state", G_CALLBACK (on_state), heard);
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_ask (self, picture);
  tagger_wait (picture);
  g_assert_cmpstr (heard->str, ==, "preparing sending done ");

  /* What was prepared is used again. */
  g_string_truncate (heard, 0);
  tagger_ask (self, picture);
  tagger_wait (picture);
  g_assert_cmpstr (heard->str, ==, "waiting sending done ");
}

static void
test_asked_for_all (TaggerFixture *self,
                    gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  g_autofree char *body = NULL;

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_ask (self, picture);
  tagger_wait (picture);
  body = mock_request_dup_body (mock_server_get_request (self->server, 0));
  g_assert_nonnull (strstr (body, "\"max_concepts\":200"));
}

static void
test_failed_then_again (TaggerFixture *self,
                        gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);

  tagger_fixture_refuse (self, 400, 21200);
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_ask (self, picture);
  tagger_wait (picture);
  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_FAILED);
  g_assert_error (surmise_picture_get_error (picture), CLARIFAI_ERROR, CLARIFAI_ERROR_MODEL_NOT_FOUND);

  tagger_ask (self, picture);
  tagger_wait (picture);
  tagger_assert_done (picture, "owl");
}

static void
test_not_a_picture (TaggerFixture *self,
                    gconstpointer  data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("text", 4);
  g_autoptr(SurmisePicture) picture = surmise_picture_new_for_bytes (bytes, "Pasted");

  tagger_ask (self, picture);
  tagger_wait (picture);

  g_assert_error (surmise_picture_get_error (picture), SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_NOT_A_PICTURE);
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 0);
}

static void
test_refused_token (TaggerFixture *self,
                    gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);

  tagger_fixture_refuse (self, 401, 11009);
  tagger_ask (self, picture);
  tagger_wait (picture);

  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_FAILED);
  g_assert_cmpint (surmise_account_get_state (self->account), ==, SURMISE_ACCOUNT_STATE_REJECTED);
}

/* The rest is not uploaded to hear the same, but what is asked after that is. */
static void
test_refused_for_all (TaggerFixture *self,
                      gconstpointer  data)
{
  g_autoptr(GPtrArray) pictures = g_ptr_array_new_with_free_func (g_object_unref);

  tagger_fixture_allow (self, 0);
  tagger_fixture_refuse (self, 401, 11009);
  for (guint i = 0; i < 100; i++)
    {
      g_ptr_array_add (pictures, tagger_picture_new (i));
      tagger_ask (self, pictures->pdata[i]);
    }
  tagger_fixture_await (self, 1);
  tagger_fixture_allow (self, 100);
  for (guint i = 0; i < 100; i++)
    {
      tagger_wait (pictures->pdata[i]);
      g_assert_error (surmise_picture_get_error (pictures->pdata[i]), CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED);
    }
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 4);

  mock_server_clear (self->server);
  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_ask (self, pictures->pdata[0]);
  tagger_wait (pictures->pdata[0]);
  tagger_assert_done (pictures->pdata[0], "owl");
}

static void
test_good_token (TaggerFixture *self,
                 gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_ask (self, picture);
  tagger_wait (picture);

  g_assert_cmpint (surmise_account_get_state (self->account), ==, SURMISE_ACCOUNT_STATE_VERIFIED);
}

static void
test_max_edge (TaggerFixture *self,
               gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  surmise_tagger_set_max_edge (self->tagger, 16);
  tagger_ask (self, picture);
  tagger_wait (picture);
  g_assert_cmpint (surmise_prepared_get_width (surmise_picture_get_prepared (picture)), ==, 16);

  surmise_tagger_set_max_edge (self->tagger, 0);
  tagger_ask (self, picture);
  tagger_wait (picture);
  g_assert_cmpint (surmise_prepared_get_width (surmise_picture_get_prepared (picture)), ==, 32);
}

/* What was begun under the old limit is not taken for one under the new. */
static void
test_max_edge_meanwhile (TaggerFixture *self,
                         gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  surmise_tagger_set_max_edge (self->tagger, 16);
  tagger_ask (self, picture);
  surmise_tagger_set_max_edge (self->tagger, 0);
  tagger_wait (picture);
  tagger_ask (self, picture);
  tagger_wait (picture);
  g_assert_cmpint (surmise_prepared_get_width (surmise_picture_get_prepared (picture)), ==, 32);
}

static void
test_cancel_preparing (TaggerFixture *self,
                       gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  g_autoptr(SurmisePicture) later = tagger_picture_new (0x00ff00);
  g_autoptr(GString) heard = g_string_new (NULL);

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  g_signal_connect (picture, "notify::state", G_CALLBACK (on_state), heard);
  tagger_ask (self, picture);
  surmise_tagger_cancel (self->tagger, picture);
  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_CANCELLED);

  tagger_ask (self, later);
  tagger_wait (later);
  tagger_assert_done (later, "owl");
  g_assert_cmpstr (heard->str, ==, "preparing cancelled ");
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, 1);
  g_assert_null (surmise_picture_get_output (picture));
}

static void
test_cancel_unknown (TaggerFixture *self,
                     gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);

  surmise_tagger_cancel (self->tagger, picture);
  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_WAITING);

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_ask (self, picture);
  tagger_wait (picture);
  surmise_tagger_cancel (self->tagger, picture);
  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_DONE);
}

/* A service that says nothing and hears when the other side hangs up. */
typedef struct
{
  GSocketService *service;
  GIOStream      *connection;
  char            buffer[4096];
  gboolean        heard;
  gboolean        closed;
} Silence;

static void
silent_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Silence *silence = user_data;

  silence->heard = TRUE;
  if (g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL) <= 0)
    silence->closed = TRUE;
  else
    g_input_stream_read_async (G_INPUT_STREAM (source), silence->buffer, sizeof silence->buffer, 0, NULL, silent_read_cb,
                               silence);
}

static gboolean
on_incoming (GSocketService    *service,
             GSocketConnection *connection,
             GObject           *source,
             Silence           *silence)
{
  g_set_object (&silence->connection, G_IO_STREAM (connection));
  g_input_stream_read_async (g_io_stream_get_input_stream (silence->connection), silence->buffer, sizeof silence->buffer, 0,
                             NULL, silent_read_cb, silence);

  return TRUE;
}

static char *
silence_begin (Silence *silence)
{
  g_autoptr(GInetAddress) address = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr(GSocketAddress) wanted = g_inet_socket_address_new (address, 0);
  g_autoptr(GSocketAddress) actual = NULL;
  g_autoptr(GError) error = NULL;

  silence->service = g_socket_service_new ();
  g_socket_listener_add_address (G_SOCKET_LISTENER (silence->service), wanted, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP,
                                 NULL, &actual, &error);
  g_assert_no_error (error);
  g_signal_connect (silence->service, "incoming", G_CALLBACK (on_incoming), silence);

  return g_strdup_printf ("http://127.0.0.1:%u", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (actual)));
}

static void
silence_end (Silence *silence)
{
  g_clear_object (&silence->connection);
  g_clear_object (&silence->service);
}

static gboolean
is_heard (gpointer user_data)
{
  return ((Silence *) user_data)->heard;
}

static gboolean
is_closed (gpointer user_data)
{
  return ((Silence *) user_data)->closed;
}

static void
test_cancel_in_flight (TaggerFixture *self,
                       gconstpointer  data)
{
  Silence silence = { 0 };
  g_autofree char *base = silence_begin (&silence);
  g_autoptr(SurmiseAccountList) accounts = tagger_fixture_new_accounts (base);
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  g_autoptr(GString) heard = g_string_new (NULL);

  surmise_tagger_ask (self->tagger, picture, surmise_account_list_find (accounts, "environment"), self->model);
  test_wait_until (is_heard, &silence);
  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_SENDING);

  surmise_tagger_cancel (self->tagger, picture);
  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_CANCELLED);
  g_signal_connect (picture, "notify::state", G_CALLBACK (on_state), heard);
  test_wait_until (is_closed, &silence);
  g_assert_cmpstr (heard->str, ==, "");
  /* Nobody was to blame for it. */
  g_assert_cmpint (surmise_account_get_state (surmise_account_list_find (accounts, "environment")), ==,
                   SURMISE_ACCOUNT_STATE_UNVERIFIED);
  silence_end (&silence);
}

/* Prepared once, pictures are ready to be sent as soon as they are asked about. */
static void
warm (TaggerFixture   *self,
      SurmisePicture **pictures,
      guint            n)
{
  for (guint i = 0; i < n; i++)
    {
      pictures[i] = tagger_picture_new (0x101010 * i);
      tagger_ask (self, pictures[i]);
    }
  for (guint i = 0; i < n; i++)
    {
      tagger_wait (pictures[i]);
      tagger_assert_done (pictures[i], "warm");
    }
}

static void
clear (SurmisePicture **pictures,
       guint            n)
{
  for (guint i = 0; i < n; i++)
    g_clear_object (&pictures[i]);
}

#define TOGETHER "{\"concepts\":[{\"id\":\"c\",\"name\":\"together\",\"value\":0.9}]}"

/* The first of @n pictures goes alone, and its answer, "alone", is held back; the others wait for it, and then go together:
 * what they are answered is "together", or @second. Returns the first request's number. Nothing can be asked of the server
 * before it may answer. */
static guint
begin_batch (TaggerFixture   *self,
             SurmisePicture **pictures,
             guint            n,
             const char      *second)
{
  guint before;

  surmise_tagger_set_max_requests (self->tagger, 1);
  tagger_fixture_answer (self, TAGGER_PATH, "warm");
  warm (self, pictures, n);
  before = mock_server_get_n_requests (self->server);
  mock_server_clear (self->server);
  tagger_fixture_answer (self, TAGGER_PATH, "alone");
  mock_server_reply_full (self->server, "POST", TAGGER_PATH,
                          &(MockReply) { .status = 200, .body = second, .each_input = second == NULL ? TOGETHER : NULL });
  tagger_fixture_answer (self, TAGGER_OTHER_PATH, "other");
  tagger_fixture_allow (self, before);
  for (guint i = 0; i < n; i++)
    tagger_ask (self, pictures[i]);
  tagger_fixture_await (self, before + 1);

  return before;
}

static void
test_batch (TaggerFixture *self,
            gconstpointer  data)
{
  SurmisePicture *pictures[6] = { NULL };
  guint first = begin_batch (self, pictures, 6, NULL);

  tagger_fixture_allow (self, G_MAXUINT);
  for (guint i = 0; i < 6; i++)
    tagger_wait (pictures[i]);

  tagger_assert_done (pictures[5], "together");
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, first + 2);
  g_assert_cmpuint (tagger_fixture_n_inputs (self, first), ==, 1);
  g_assert_cmpuint (tagger_fixture_n_inputs (self, first + 1), ==, 5);
  clear (pictures, 6);
}

static void
test_one_bad (TaggerFixture *self,
              gconstpointer  data)
{
  SurmisePicture *pictures[4] = { NULL };

  begin_batch (self, pictures, 4,
               "{\"status\":{\"code\":10010},\"outputs\":["
               "{\"status\":{\"code\":10000},\"input\":{\"id\":\"input-0\"},\"data\":{\"concepts\":[{\"name\":\"a\",\"value\":1}]}},"
               "{\"status\":{\"code\":30101},\"input\":{\"id\":\"input-1\"}},"
               "{\"status\":{\"code\":10000},\"input\":{\"id\":\"input-2\"},\"data\":{\"concepts\":[{\"name\":\"c\",\"value\":1}]}}]}");
  tagger_fixture_allow (self, G_MAXUINT);
  for (guint i = 0; i < 4; i++)
    tagger_wait (pictures[i]);

  tagger_assert_done (pictures[1], "a");
  g_assert_error (surmise_picture_get_error (pictures[2]), CLARIFAI_ERROR, CLARIFAI_ERROR_INPUT_UNSUPPORTED);
  tagger_assert_done (pictures[3], "c");
  clear (pictures, 4);
}

static void
test_cancel_one_of_batch (TaggerFixture *self,
                          gconstpointer  data)
{
  SurmisePicture *pictures[3] = { NULL };
  guint first = begin_batch (self, pictures, 3, NULL);

  tagger_fixture_allow (self, first + 1);
  tagger_fixture_await (self, first + 2);
  surmise_tagger_cancel (self->tagger, pictures[1]);
  tagger_fixture_allow (self, G_MAXUINT);
  tagger_wait (pictures[2]);

  tagger_assert_done (pictures[2], "together");
  g_assert_cmpint (surmise_picture_get_state (pictures[1]), ==, SURMISE_PICTURE_STATE_CANCELLED);
  g_assert_cmpuint (tagger_fixture_n_inputs (self, first + 1), ==, 2);
  clear (pictures, 3);
}

/* What was cancelled while it waited for its turn is not sent at all. */
static void
test_cancel_before_batch (TaggerFixture *self,
                          gconstpointer  data)
{
  SurmisePicture *pictures[4] = { NULL };
  guint first = begin_batch (self, pictures, 4, NULL);

  surmise_tagger_cancel (self->tagger, pictures[1]);
  surmise_tagger_cancel (self->tagger, pictures[3]);
  tagger_fixture_allow (self, G_MAXUINT);
  tagger_wait (pictures[2]);

  tagger_assert_done (pictures[2], "together");
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, first + 2);
  g_assert_cmpuint (tagger_fixture_n_inputs (self, first + 1), ==, 1);
  clear (pictures, 4);
}

static void
cancel_other (SurmisePicture *picture,
              GParamSpec     *pspec,
              gpointer       *other)
{
  if (surmise_picture_get_state (picture) == SURMISE_PICTURE_STATE_SENDING)
    surmise_tagger_cancel (other[0], other[1]);
}

/* Cancelled by whoever hears of its neighbour being sent, just before it would be. */
static void
test_cancel_while_told (TaggerFixture *self,
                        gconstpointer  data)
{
  SurmisePicture *pictures[3] = { NULL };
  gpointer other[2] = { NULL };
  guint first = begin_batch (self, pictures, 3, NULL);

  other[0] = self->tagger;
  other[1] = pictures[2];
  g_signal_connect (pictures[1], "notify::state", G_CALLBACK (cancel_other), other);
  tagger_fixture_allow (self, G_MAXUINT);
  tagger_wait (pictures[1]);

  tagger_assert_done (pictures[1], "together");
  g_assert_cmpint (surmise_picture_get_state (pictures[2]), ==, SURMISE_PICTURE_STATE_CANCELLED);
  /* Nor was it billed. */
  g_assert_cmpuint (tagger_fixture_n_inputs (self, first + 1), ==, 1);
  clear (pictures, 3);
}

/* Cancelled by itself while the token is fetched, and then nobody's: the others' question is not its. */
static void
test_first_goes (TaggerFixture *self,
                 gconstpointer  data)
{
  SurmisePicture *pictures[3] = { NULL };
  gpointer other[2] = { NULL };

  begin_batch (self, pictures, 3, NULL);
  other[0] = self->tagger;
  other[1] = pictures[1];
  g_signal_connect (pictures[2], "notify::state", G_CALLBACK (cancel_other), other);
  g_clear_object (&pictures[1]);
  tagger_fixture_allow (self, G_MAXUINT);
  tagger_wait (pictures[2]);

  tagger_assert_done (pictures[2], "together");
  clear (pictures, 3);
}

static void
on_output (SurmisePicture *picture,
           GParamSpec     *pspec,
           GString        *heard)
{
  ClarifaiConcept *best = clarifai_output_get_best (surmise_picture_get_output (picture));

  g_string_append_printf (heard, "%s ", clarifai_concept_get_name (best));
}

static void
test_asked_anew (TaggerFixture *self,
                 gconstpointer  data)
{
  SurmisePicture *pictures[3] = { NULL };
  guint first = begin_batch (self, pictures, 3, NULL);
  g_autoptr(GString) heard = g_string_new (NULL);

  g_signal_connect (pictures[1], "notify::output", G_CALLBACK (on_output), heard);
  tagger_fixture_allow (self, first + 1);
  tagger_fixture_await (self, first + 2);
  surmise_tagger_ask (self->tagger, pictures[1], self->account, self->other_model);
  tagger_fixture_allow (self, G_MAXUINT);
  tagger_wait (pictures[1]);
  tagger_wait (pictures[2]);

  tagger_assert_done (pictures[2], "together");
  tagger_assert_done (pictures[1], "other");
  g_assert_cmpstr (heard->str, ==, "other ");
  clear (pictures, 3);
}

static void
test_models_apart (TaggerFixture *self,
                   gconstpointer  data)
{
  SurmisePicture *pictures[3] = { NULL };
  guint first = begin_batch (self, pictures, 3, NULL);

  surmise_tagger_ask (self->tagger, pictures[2], self->account, self->other_model);
  tagger_fixture_allow (self, G_MAXUINT);
  for (guint i = 0; i < 3; i++)
    tagger_wait (pictures[i]);

  tagger_assert_done (pictures[1], "together");
  tagger_assert_done (pictures[2], "other");
  g_assert_cmpuint (mock_server_get_n_requests (self->server), ==, first + 3);
  clear (pictures, 3);
}

/* Each picture is of one colour, and the demo says which. */
static void
test_each_its_own (TaggerFixture *self,
                   gconstpointer  data)
{
  static const struct
  {
    guint32     rgb;
    const char *name;
  } colors[] = {
    { 0xff0000, "Red" }, { 0x0000ff, "Blue" }, { 0xffff00, "Yellow" }, { 0x000000, "Black" }, { 0xffffff, "White" },
    { 0x008000, "Green" },
  };
  SurmiseAccount *demo = surmise_account_list_get_demo (self->accounts, NULL);
  g_autoptr(ClarifaiModelRef) model = clarifai_model_ref_new ("demo", "on-device", "color-recognition", NULL);
  SurmisePicture *pictures[30] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      pictures[i] = tagger_picture_new (colors[i % G_N_ELEMENTS (colors)].rgb);
      surmise_tagger_ask (self->tagger, pictures[i], demo, model);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      ClarifaiConcept *best;

      tagger_wait (pictures[i]);
      g_assert_no_error (surmise_picture_get_error (pictures[i]));
      best = clarifai_output_get_best (surmise_picture_get_output (pictures[i]));
      g_assert_cmpint (g_ascii_strcasecmp (clarifai_concept_get_name (best), colors[i % G_N_ELEMENTS (colors)].name), ==, 0);
    }
  clear (pictures, G_N_ELEMENTS (pictures));
}

static void
test_many (TaggerFixture *self,
           gconstpointer  data)
{
  SurmisePicture *pictures[150] = { NULL };
  guint n_inputs = 0;

  tagger_fixture_answer (self, TAGGER_PATH, "owl");
  tagger_fixture_allow (self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      pictures[i] = tagger_picture_new (i);
      tagger_ask (self, pictures[i]);
    }
  tagger_fixture_await (self, 1);
  tagger_fixture_allow (self, G_MAXUINT);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      tagger_wait (pictures[i]);
      tagger_assert_done (pictures[i], "owl");
    }

  g_assert_cmpuint (mock_server_get_n_requests (self->server), <, G_N_ELEMENTS (pictures));
  for (guint i = 0; i < mock_server_get_n_requests (self->server); i++)
    n_inputs += tagger_fixture_n_inputs (self, i);
  g_assert_cmpuint (n_inputs, ==, G_N_ELEMENTS (pictures));
  clear (pictures, G_N_ELEMENTS (pictures));
}

static void
drop_tagger (TaggerFixture *self)
{
  g_object_add_weak_pointer (G_OBJECT (self->tagger), (gpointer *) &self->tagger);
  g_object_unref (self->tagger);
  /* At once, whatever is under way. */
  g_assert_null (self->tagger);
}

static void
test_gone_while_preparing (TaggerFixture *self,
                           gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);

  tagger_ask (self, picture);
  drop_tagger (self);
  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_CANCELLED);
}

static void
test_gone_in_flight (TaggerFixture *self,
                     gconstpointer  data)
{
  Silence silence = { 0 };
  g_autofree char *base = silence_begin (&silence);
  g_autoptr(SurmiseAccountList) accounts = tagger_fixture_new_accounts (base);
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);

  surmise_tagger_ask (self->tagger, picture, surmise_account_list_find (accounts, "environment"), self->model);
  test_wait_until (is_heard, &silence);
  drop_tagger (self);
  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_CANCELLED);
  test_wait_until (is_closed, &silence);
  silence_end (&silence);
}

static void
ask_again (SurmisePicture *picture,
           GParamSpec     *pspec,
           TaggerFixture  *self)
{
  surmise_tagger_cancel (self->tagger, picture);
  tagger_ask (self, picture);
}

/* Whoever hears that a picture was cancelled may ask for it again, also of a tagger that is going. */
static void
test_gone_and_asked (TaggerFixture *self,
                     gconstpointer  data)
{
  g_autoptr(SurmisePicture) picture = tagger_picture_new (0xff0000);
  gulong id;

  tagger_fixture_allow (self, 0);
  tagger_ask (self, picture);
  tagger_fixture_await (self, 1);
  id = g_signal_connect (picture, "notify::state", G_CALLBACK (ask_again), self);
  g_object_run_dispose (G_OBJECT (self->tagger));
  g_signal_handler_disconnect (picture, id);
  g_assert_cmpint (surmise_picture_get_state (picture), ==, SURMISE_PICTURE_STATE_CANCELLED);
}

static void
test_gone_with_many (TaggerFixture *self,
                     gconstpointer  data)
{
  SurmisePicture *pictures[100] = { NULL };

  tagger_fixture_allow (self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      pictures[i] = tagger_picture_new (i);
      tagger_ask (self, pictures[i]);
    }
  tagger_fixture_await (self, 1);
  drop_tagger (self);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_object_add_weak_pointer (G_OBJECT (pictures[i]), (gpointer *) &pictures[i]);
      g_object_unref (pictures[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    test_wait_until_null ((gpointer *) &pictures[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/tagger/" path, TaggerFixture, NULL, tagger_fixture_set_up, func, tagger_fixture_tear_down)
  ADD ("done", test_done);
  ADD ("states-in-order", test_states);
  ADD ("asked-for-all-concepts", test_asked_for_all);
  ADD ("failed-then-again", test_failed_then_again);
  ADD ("not-a-picture", test_not_a_picture);
  ADD ("token/refused", test_refused_token);
  ADD ("token/refused-for-all", test_refused_for_all);
  ADD ("token/good", test_good_token);
  ADD ("max-edge/changed", test_max_edge);
  ADD ("max-edge/changed-meanwhile", test_max_edge_meanwhile);
  ADD ("cancel/preparing", test_cancel_preparing);
  ADD ("cancel/in-flight", test_cancel_in_flight);
  ADD ("cancel/unknown", test_cancel_unknown);
  ADD ("cancel/one-of-batch", test_cancel_one_of_batch);
  ADD ("cancel/before-batch", test_cancel_before_batch);
  ADD ("cancel/while-told", test_cancel_while_told);
  ADD ("cancel/first-of-batch-goes", test_first_goes);
  ADD ("batch/together", test_batch);
  ADD ("batch/one-bad", test_one_bad);
  ADD ("batch/models-apart", test_models_apart);
  ADD ("batch/each-its-own-answer", test_each_its_own);
  ADD ("batch/many", test_many);
  ADD ("asked-anew", test_asked_anew);
  ADD ("gone/while-preparing", test_gone_while_preparing);
  ADD ("gone/in-flight", test_gone_in_flight);
  ADD ("gone/and-asked", test_gone_and_asked);
  ADD ("gone/with-many", test_gone_with_many);

  return g_test_run ();
}
