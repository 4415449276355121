/* clarifai-client.c – the REST API's client, and what all its verbs share
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-client-private.h"

#include "clarifai-error.h"

#define DEFAULT_PER_SECOND 15
#define DEFAULT_REPLY_BYTES (16 * 1024 * 1024)
#define DEFAULT_REPLY_SECONDS 300

/**
 * ClarifaiClient:
 *
 * One server, spoken to through one session. It keeps no token: each call brings its own. All calls come
 * from one thread, whose default main context runs the callbacks.
 *
 * Properties: "max-requests-per-second" (the service allows 15 to everybody), "max-reply-bytes" (of a
 * decoded reply; answers that are pictures have a cap of their own), "max-reply-seconds" (from a reply's first
 * line to its last, however steadily it drips) and "retry-scale" (1, or less for waits that tests can wait for).
 */
struct _ClarifaiClient
{
  GObject          parent_instance;

  SoupSession     *session;         /* (owned) */
  char            *base;            /* (owned) */
  ClarifaiLimiter *limiter;         /* (owned) */
  guint            max_requests_per_second;
  guint            max_reply_bytes;
  double           max_reply_seconds;
  double           retry_scale;
};

G_DEFINE_FINAL_TYPE (ClarifaiClient, clarifai_client, G_TYPE_OBJECT)

typedef enum {
  PROP_MAX_REQUESTS_PER_SECOND = 1,
  PROP_MAX_REPLY_BYTES,
  PROP_MAX_REPLY_SECONDS,
  PROP_RETRY_SCALE,
} ClarifaiClientProperty;

static GParamSpec *properties[PROP_RETRY_SCALE + 1];

static void
clarifai_client_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ClarifaiClient *self = CLARIFAI_CLIENT (object);

  switch ((ClarifaiClientProperty) prop_id)
    {
    case PROP_MAX_REQUESTS_PER_SECOND:
      g_value_set_uint (value, self->max_requests_per_second);
      break;

    case PROP_MAX_REPLY_BYTES:
      g_value_set_uint (value, self->max_reply_bytes);
      break;

    case PROP_MAX_REPLY_SECONDS:
      g_value_set_double (value, self->max_reply_seconds);
      break;

    case PROP_RETRY_SCALE:
      g_value_set_double (value, self->retry_scale);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clarifai_client_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ClarifaiClient *self = CLARIFAI_CLIENT (object);

  switch ((ClarifaiClientProperty) prop_id)
    {
    case PROP_MAX_REQUESTS_PER_SECOND:
      self->max_requests_per_second = g_value_get_uint (value);
      clarifai_limiter_set_per_second (self->limiter, self->max_requests_per_second);
      break;

    case PROP_MAX_REPLY_BYTES:
      self->max_reply_bytes = g_value_get_uint (value);
      break;

    case PROP_MAX_REPLY_SECONDS:
      self->max_reply_seconds = g_value_get_double (value);
      break;

    case PROP_RETRY_SCALE:
      self->retry_scale = g_value_get_double (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  g_object_notify_by_pspec (object, pspec);
}

static void
clarifai_client_finalize (GObject *object)
{
  ClarifaiClient *self = CLARIFAI_CLIENT (object);

  g_clear_object (&self->session);
  g_clear_object (&self->limiter);
  g_clear_pointer (&self->base, g_free);

  G_OBJECT_CLASS (clarifai_client_parent_class)->finalize (object);
}

static void
clarifai_client_class_init (ClarifaiClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = clarifai_client_get_property;
  object_class->set_property = clarifai_client_set_property;
  object_class->finalize = clarifai_client_finalize;

  properties[PROP_MAX_REQUESTS_PER_SECOND] =
    g_param_spec_uint ("max-requests-per-second", NULL, NULL, 1, 1000, DEFAULT_PER_SECOND, flags);
  properties[PROP_MAX_REPLY_BYTES] =
    g_param_spec_uint ("max-reply-bytes", NULL, NULL, 1, G_MAXINT, DEFAULT_REPLY_BYTES, flags);
  properties[PROP_MAX_REPLY_SECONDS] =
    g_param_spec_double ("max-reply-seconds", NULL, NULL, 0.001, 86400, DEFAULT_REPLY_SECONDS, flags);
  properties[PROP_RETRY_SCALE] = g_param_spec_double ("retry-scale", NULL, NULL, 0.0001, 1, 1, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
clarifai_client_init (ClarifaiClient *self)
{
  self->max_requests_per_second = DEFAULT_PER_SECOND;
  self->max_reply_bytes = DEFAULT_REPLY_BYTES;
  self->max_reply_seconds = DEFAULT_REPLY_SECONDS;
  self->retry_scale = 1;
  self->limiter = clarifai_limiter_new (DEFAULT_PER_SECOND);
}

/**
 * clarifai_client_new:
 * @session: from clarifai_session_new(); may be shared by clients
 * @base: (nullable): the server, NULL for the public one; see clarifai_base_normalize()
 * @error: %CLARIFAI_ERROR_INSECURE or %CLARIFAI_ERROR_INVALID_REQUEST for a base that may not have a token
 *
 * Returns: (transfer full): the client
 */
ClarifaiClient *
clarifai_client_new (SoupSession  *session,
                     const char   *base,
                     GError      **error)
{
  g_autofree char *normal = NULL;
  ClarifaiClient *self;

  g_return_val_if_fail (SOUP_IS_SESSION (session), NULL);

  normal = clarifai_base_normalize (base != NULL ? base : CLARIFAI_DEFAULT_BASE, error);
  if (normal == NULL)
    return NULL;

  self = g_object_new (CLARIFAI_TYPE_CLIENT, NULL);
  self->session = g_object_ref (session);
  self->base = g_steal_pointer (&normal);

  return self;
}

/* The server's address, without a trailing slash. */
const char *
clarifai_client_get_base (ClarifaiClient *self)
{
  g_return_val_if_fail (CLARIFAI_IS_CLIENT (self), NULL);

  return self->base;
}

SoupSession *
clarifai_client_get_session (ClarifaiClient *self)
{
  return self->session;
}

ClarifaiLimiter *
clarifai_client_get_limiter (ClarifaiClient *self)
{
  return self->limiter;
}

double
clarifai_client_get_retry_scale (ClarifaiClient *self)
{
  return self->retry_scale;
}

gsize
clarifai_client_get_max_reply_bytes (ClarifaiClient *self)
{
  return self->max_reply_bytes;
}

double
clarifai_client_get_max_reply_seconds (ClarifaiClient *self)
{
  return self->max_reply_seconds;
}
