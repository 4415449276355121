/* clarifai-model-ref.c – the name of a model: user, app, model, and perhaps a version
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-model-ref.h"

struct _ClarifaiModelRef
{
  GObject  parent_instance;

  char    *user_id;    /* (owned) */
  char    *app_id;     /* (owned) */
  char    *model_id;   /* (owned) */
  char    *version_id; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ClarifaiModelRef, clarifai_model_ref, G_TYPE_OBJECT)

static void
append_segments (GString    *path,
                 const char *before,
                 const char *id)
{
  g_string_append (path, before);
  g_string_append_uri_escaped (path, id, NULL, FALSE);
}

static void
clarifai_model_ref_finalize (GObject *object)
{
  ClarifaiModelRef *self = CLARIFAI_MODEL_REF (object);

  g_clear_pointer (&self->user_id, g_free);
  g_clear_pointer (&self->app_id, g_free);
  g_clear_pointer (&self->model_id, g_free);
  g_clear_pointer (&self->version_id, g_free);

  G_OBJECT_CLASS (clarifai_model_ref_parent_class)->finalize (object);
}

static void
clarifai_model_ref_class_init (ClarifaiModelRefClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clarifai_model_ref_finalize;
}

static void
clarifai_model_ref_init (ClarifaiModelRef *self)
{
}

/**
 * clarifai_model_ref_new:
 * @user_id: the owner
 * @app_id: the app it is in
 * @model_id: its own id
 * @version_id: (nullable): NULL or empty for the latest
 *
 * Takes any ids; for what people give, see clarifai_model_ref_parse().
 */
ClarifaiModelRef *
clarifai_model_ref_new (const char *user_id,
                        const char *app_id,
                        const char *model_id,
                        const char *version_id)
{
  ClarifaiModelRef *self;

  g_return_val_if_fail (user_id != NULL, NULL);
  g_return_val_if_fail (app_id != NULL, NULL);
  g_return_val_if_fail (model_id != NULL, NULL);

  self = g_object_new (CLARIFAI_TYPE_MODEL_REF, NULL);
  self->user_id = g_strdup (user_id);
  self->app_id = g_strdup (app_id);
  self->model_id = g_strdup (model_id);
  self->version_id = version_id != NULL && *version_id != '\0' ? g_strdup (version_id) : NULL;

  return self;
}

const char *
clarifai_model_ref_get_user_id (ClarifaiModelRef *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (self), NULL);

  return self->user_id;
}

const char *
clarifai_model_ref_get_app_id (ClarifaiModelRef *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (self), NULL);

  return self->app_id;
}

const char *
clarifai_model_ref_get_model_id (ClarifaiModelRef *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (self), NULL);

  return self->model_id;
}

/* (nullable): NULL for the latest. */
const char *
clarifai_model_ref_get_version_id (ClarifaiModelRef *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (self), NULL);

  return self->version_id;
}

/* "user/app/model" or "user/app/model/versions/version", which clarifai_model_ref_parse() reads again. */
char *
clarifai_model_ref_to_string (ClarifaiModelRef *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (self), NULL);

  if (self->version_id != NULL)
    return g_strdup_printf ("%s/%s/%s/versions/%s", self->user_id, self->app_id, self->model_id,
                            self->version_id);

  return g_strdup_printf ("%s/%s/%s", self->user_id, self->app_id, self->model_id);
}

/* Its page for people. */
char *
clarifai_model_ref_to_web_address (ClarifaiModelRef *self)
{
  GString *address;

  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (self), NULL);

  address = g_string_new (NULL);
  append_segments (address, "https://clarifai.com/", self->user_id);
  append_segments (address, "/", self->app_id);
  append_segments (address, "/models/", self->model_id);
  if (self->version_id != NULL)
    append_segments (address, "/versions/", self->version_id);

  return g_string_free (address, FALSE);
}

/* Its path in the API below a server's base, percent-encoded; with its version where it has one. */
char *
clarifai_model_ref_to_path (ClarifaiModelRef *self)
{
  GString *path;

  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (self), NULL);

  path = g_string_new (NULL);
  append_segments (path, "/v2/users/", self->user_id);
  append_segments (path, "/apps/", self->app_id);
  append_segments (path, "/models/", self->model_id);
  if (self->version_id != NULL)
    append_segments (path, "/versions/", self->version_id);

  return g_string_free (path, FALSE);
}

/* Two references with and without a version are not equal. */
gboolean
clarifai_model_ref_equal (gconstpointer a,
                          gconstpointer b)
{
  const ClarifaiModelRef *left = a;
  const ClarifaiModelRef *right = b;

  return g_strcmp0 (left->user_id, right->user_id) == 0 &&
         g_strcmp0 (left->app_id, right->app_id) == 0 &&
         g_strcmp0 (left->model_id, right->model_id) == 0 &&
         g_strcmp0 (left->version_id, right->version_id) == 0;
}

guint
clarifai_model_ref_hash (gconstpointer self)
{
  const ClarifaiModelRef *ref = self;
  guint hash = g_str_hash (ref->user_id);

  hash = hash * 31 + g_str_hash (ref->app_id);
  hash = hash * 31 + g_str_hash (ref->model_id);

  return hash * 31 + (ref->version_id != NULL ? g_str_hash (ref->version_id) : 0);
}
