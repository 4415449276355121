/* clarifai-status.c – what a reply says about itself, and what follows from it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-status.h"

#include <libsoup/soup.h>
#include <string.h>

#include "clarifai-json.h"
#include "clarifai-redact.h"
#include "clarifai-status-codes.h"

#define LONGEST_MESSAGE 500
/* In bytes, of what is looked through at all. Nothing that a person would read is longer. */
#define LONGEST_WORDS 4000

/* What a gateway in front of the service says, with gRPC's own small numbers instead of a status. */
static const struct {
  int           code;
  ClarifaiError error;
  ClarifaiRetry retry;
} grpc_codes[] = {
  { 3, CLARIFAI_ERROR_INVALID_REQUEST, CLARIFAI_RETRY_NEVER },
  { 4, CLARIFAI_ERROR_SERVER, CLARIFAI_RETRY_FEW },
  { 5, CLARIFAI_ERROR_NOT_FOUND, CLARIFAI_RETRY_NEVER },
  { 7, CLARIFAI_ERROR_SCOPES, CLARIFAI_RETRY_NEVER },
  { 8, CLARIFAI_ERROR_THROTTLED, CLARIFAI_RETRY_THROTTLE },
  { 12, CLARIFAI_ERROR_INVALID_REQUEST, CLARIFAI_RETRY_NEVER },
  { 13, CLARIFAI_ERROR_SERVER, CLARIFAI_RETRY_NEVER },
  { 14, CLARIFAI_ERROR_SERVER, CLARIFAI_RETRY_FEW },
  { 16, CLARIFAI_ERROR_TOKEN_REFUSED, CLARIFAI_RETRY_NEVER },
};

/* For replies whose body gives no code. */
static void
read_http (ClarifaiStatus *self,
           guint           http_status)
{
  self->error = CLARIFAI_ERROR_FAILED;

  if (SOUP_STATUS_IS_SUCCESSFUL (http_status))
    self->error = CLARIFAI_ERROR_BAD_REPLY;
  else if (SOUP_STATUS_IS_REDIRECTION (http_status))
    self->error = CLARIFAI_ERROR_REDIRECTED;
  else if (http_status == SOUP_STATUS_UNAUTHORIZED)
    self->error = CLARIFAI_ERROR_TOKEN_REFUSED;
  else if (http_status == SOUP_STATUS_NOT_FOUND)
    self->error = CLARIFAI_ERROR_NOT_FOUND;
  else if (http_status == SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE)
    self->error = CLARIFAI_ERROR_INPUT_TOO_LARGE;
  else if (http_status == 429)
    {
      self->error = CLARIFAI_ERROR_THROTTLED;
      self->retry = CLARIFAI_RETRY_THROTTLE;
    }
  else if (SOUP_STATUS_IS_SERVER_ERROR (http_status))
    {
      self->error = CLARIFAI_ERROR_SERVER;
      if (http_status >= 502 && http_status <= 504)
        self->retry = CLARIFAI_RETRY_FEW;
    }
  else if (http_status == SOUP_STATUS_BAD_REQUEST)
    self->error = CLARIFAI_ERROR_INVALID_REQUEST;
}

static void
read_grpc (ClarifaiStatus *self,
           JsonObject     *root)
{
  gint64 code = clarifai_json_get_int (root, "code", 0);

  self->description = clarifai_json_get_string (root, "message");
  if (self->description == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (grpc_codes); i++)
    if (grpc_codes[i].code == code)
      {
        self->error = grpc_codes[i].error;
        self->retry = grpc_codes[i].retry;
      }
}

/* 0 where there is none; a number, a number in a string, or the code's name. */
int
clarifai_status_read_code (JsonObject *status)
{
  const char *name = clarifai_json_get_string (status, "code");
  const ClarifaiStatusCode *known = name != NULL ? clarifai_status_code_find_by_name (name) : NULL;

  return known != NULL ? known->code : (int) CLAMP (clarifai_json_get_int (status, "code", 0), 0, G_MAXINT);
}

/**
 * clarifai_status_read:
 * @self: is filled, whatever the reply
 * @root: (nullable): what the status is in, NULL for a body that is no JSON object
 * @http_status: of the reply
 *
 * The service's code decides, and the HTTP status only where there is none.
 */
void
clarifai_status_read (ClarifaiStatus *self,
                      JsonObject     *root,
                      guint           http_status)
{
  JsonObject *status = clarifai_json_get_object (root, "status");
  const ClarifaiStatusCode *known;

  *self = (ClarifaiStatus) { .code = clarifai_status_read_code (status), .http = http_status };
  self->description = clarifai_json_get_string (status, "description");
  self->details = clarifai_json_get_string (status, "details");

  known = self->code != 0 ? clarifai_status_code_find (self->code) : NULL;
  read_http (self, http_status);
  /* Whatever its body says, a redirect leads elsewhere. */
  if (self->error == CLARIFAI_ERROR_REDIRECTED)
    return;

  if (known != NULL)
    {
      self->good = known->good;
      self->error = known->error;
      self->retry = known->retry;
    }
  else if (self->code != 0)
    {
      self->retry = CLARIFAI_RETRY_NEVER;
      if (self->error == CLARIFAI_ERROR_BAD_REPLY)
        self->error = CLARIFAI_ERROR_FAILED;
    }
  else if (status == NULL)
    read_grpc (self, root);
}

static gboolean
is_about_token (const ClarifaiStatus *self)
{
  return self->error == CLARIFAI_ERROR_TOKEN_REFUSED || self->error == CLARIFAI_ERROR_KEY_INVALID ||
         self->code == 11102;
}

/* As much of it as is looked through, without what may be the first part of a token at its end. */
static char *
dup_words (const char         *text,
           const char * const *forms)
{
  g_autofree char *words = g_strndup (text, LONGEST_WORDS);
  gsize length = strlen (words);
  gsize kept = length;

  for (guint i = 0; length == LONGEST_WORDS && forms[i] != NULL; i++)
    for (gsize part = MIN (strlen (forms[i]), length); part > 0; part--)
      if (strncmp (words + length - part, forms[i], part) == 0)
        {
          kept = MIN (kept, length - part);
          break;
        }
  words[kept] = '\0';

  return g_utf8_make_valid (words, -1);
}

/**
 * clarifai_status_to_error:
 * @self: a status that is not good
 * @token: (nullable): what must not be in the message
 *
 * Returns: (transfer full): with the service's own words, without what it says about a token that it refuses
 */
GError *
clarifai_status_to_error (const ClarifaiStatus *self,
                          const char           *token)
{
  g_autoptr(GString) message = g_string_new (self->description);
  g_autofree char *valid = NULL;
  g_autofree char *redacted = NULL;
  g_autofree char *clean = NULL;
  char **forms;

  if (self->details != NULL && !is_about_token (self) && strstr (message->str, self->details) == NULL)
    g_string_append_printf (message, message->len > 0 ? ": %s" : "%s", self->details);
  if (message->len == 0 && self->code != 0)
    g_string_printf (message, "The service answered with the code %d", self->code);
  if (message->len == 0)
    g_string_printf (message, "The service answered with the HTTP status %u", self->http);

  /* Before the cut, which could leave half a token. */
  forms = clarifai_redact_dup_forms (token);
  valid = dup_words (message->str, (const char * const *) forms);
  redacted = clarifai_redact_words (valid, (const char * const *) forms);
  clarifai_redact_free_forms (forms);
  clean = clarifai_json_clean (redacted, LONGEST_MESSAGE, TRUE);

  return g_error_new_literal (CLARIFAI_ERROR, (int) self->error, clean);
}
