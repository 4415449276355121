/* mock-server.h – a scripted HTTP server on loopback that remembers what it was asked
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/* All is copied. Only status is needed. */
typedef struct {
  guint               status;
  const char         *body;         /* text of the body */
  GBytes             *bytes;        /* the body instead, where it is not text */
  const char         *content_type; /* application/json where NULL */
  const char * const *headers;      /* name, value, name, value, …, NULL */
  guint               delay_ms;     /* before the first byte of the answer */
  gboolean            cut;          /* announce more than is sent, then close */
  gboolean            stall;        /* announce more than is sent, then say nothing for ever */
  const char         *each_input;   /* JSON of a data object: one good output for each input of the request */
  const char         *query;        /* only for requests that ask this: "name=value&other="; an empty value
                                     * means that the request has none. The reply that demands most wins. */
  gboolean            once;         /* then it is gone, even if it is the last one */
} MockReply;

typedef struct {
  char               *method;
  char               *path;  /* percent-encoded, as sent */
  char               *query; /* (nullable) */
  SoupMessageHeaders *headers;
  GBytes             *body;
} MockRequest;

typedef void (*MockServerFunc) (const MockRequest *request,
                                gpointer           user_data);

/* The body and the status of an answer to what is not scripted, or NULL. */
typedef char *(*MockFallback) (const MockRequest *request,
                               guint             *status,
                               gpointer           user_data);

#define MOCK_TYPE_SERVER (mock_server_get_type ())
G_DECLARE_FINAL_TYPE (MockServer, mock_server, MOCK, SERVER, GObject)

MockServer        *mock_server_new               (void);
const char        *mock_server_get_base          (MockServer *self);
void               mock_server_reply             (MockServer *self, const char *method, const char *path,
                                                  guint status,
                                                  const char *body);
void               mock_server_reply_file        (MockServer *self, const char *method, const char *path,
                                                  guint status,
                                                  const char *name);
void               mock_server_reply_full        (MockServer *self, const char *method, const char *path,
                                                  const MockReply *reply);
void               mock_server_clear             (MockServer *self);
void               mock_server_set_request_func  (MockServer *self, MockServerFunc func, gpointer user_data);
void               mock_server_set_fallback      (MockServer *self, MockFallback func, gpointer user_data,
                                                  GDestroyNotify destroy);
guint              mock_server_get_n_requests    (MockServer *self);
const MockRequest *mock_server_get_request       (MockServer *self, guint i);
void               mock_server_wait_for_requests (MockServer *self, guint n_requests);
const char        *mock_request_get_header       (const MockRequest *self, const char *name);
char              *mock_request_dup_query_value  (const MockRequest *self, const char *name);
char              *mock_request_dup_body         (const MockRequest *self);
JsonNode          *mock_request_parse_body       (const MockRequest *self);

G_END_DECLS
