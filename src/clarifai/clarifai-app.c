/* clarifai-app.c – where a user keeps models
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-app-list.h"

struct _ClarifaiApp
{
  GObject  parent_instance;

  char    *id;      /* (owned) */
  char    *name;    /* (owned) */
  char    *user_id; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (ClarifaiApp, clarifai_app, G_TYPE_OBJECT)

static void
clarifai_app_finalize (GObject *object)
{
  ClarifaiApp *self = CLARIFAI_APP (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->user_id, g_free);

  G_OBJECT_CLASS (clarifai_app_parent_class)->finalize (object);
}

static void
clarifai_app_class_init (ClarifaiAppClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = clarifai_app_finalize;
}

static void
clarifai_app_init (ClarifaiApp *self)
{
}

/* @name: (nullable): the id where NULL. */
ClarifaiApp *
clarifai_app_new (const char *id,
                  const char *name,
                  const char *user_id)
{
  ClarifaiApp *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (CLARIFAI_TYPE_APP, NULL);
  self->id = g_strdup (id);
  self->name = g_strdup (name != NULL ? name : id);
  self->user_id = g_strdup (user_id);

  return self;
}

const char *
clarifai_app_get_id (ClarifaiApp *self)
{
  g_return_val_if_fail (CLARIFAI_IS_APP (self), NULL);

  return self->id;
}

const char *
clarifai_app_get_name (ClarifaiApp *self)
{
  g_return_val_if_fail (CLARIFAI_IS_APP (self), NULL);

  return self->name;
}

const char *
clarifai_app_get_user_id (ClarifaiApp *self)
{
  g_return_val_if_fail (CLARIFAI_IS_APP (self), NULL);

  return self->user_id;
}
