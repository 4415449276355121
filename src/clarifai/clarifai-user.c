/* clarifai-user.c – whom a token belongs to
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-user.h"

struct _ClarifaiUser
{
  GObject  parent_instance;

  char    *id;   /* (owned) */
  char    *name; /* (owned) */
};

G_DEFINE_FINAL_TYPE (ClarifaiUser, clarifai_user, G_TYPE_OBJECT)

static void
clarifai_user_finalize (GObject *object)
{
  ClarifaiUser *self = CLARIFAI_USER (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (clarifai_user_parent_class)->finalize (object);
}

static void
clarifai_user_class_init (ClarifaiUserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clarifai_user_finalize;
}

static void
clarifai_user_init (ClarifaiUser *self)
{
}

/* @name: (nullable): the id where NULL or empty. */
ClarifaiUser *
clarifai_user_new (const char *id,
                   const char *name)
{
  ClarifaiUser *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (CLARIFAI_TYPE_USER, NULL);
  self->id = g_strdup (id);
  self->name = g_strdup (name != NULL && *name != '\0' ? name : id);

  return self;
}

const char *
clarifai_user_get_id (ClarifaiUser *self)
{
  g_return_val_if_fail (CLARIFAI_IS_USER (self), NULL);

  return self->id;
}

const char *
clarifai_user_get_name (ClarifaiUser *self)
{
  g_return_val_if_fail (CLARIFAI_IS_USER (self), NULL);

  return self->name;
}
