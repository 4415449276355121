/* clarifai-method.c – one way in which a model can be asked
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-method.h"

#include "clarifai-method-private.h"

struct _ClarifaiMethod
{
  GObject     parent_instance;

  char       *name;        /* (owned) */
  char       *description; /* (owned) (nullable) */
  GListModel *arguments;   /* (owned) */
  gboolean    streams;
};

G_DEFINE_FINAL_TYPE (ClarifaiMethod, clarifai_method, G_TYPE_OBJECT)

static void
clarifai_method_finalize (GObject *object)
{
  ClarifaiMethod *self = CLARIFAI_METHOD (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_object (&self->arguments);

  G_OBJECT_CLASS (clarifai_method_parent_class)->finalize (object);
}

static void
clarifai_method_class_init (ClarifaiMethodClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = clarifai_method_finalize;
}

static void
clarifai_method_init (ClarifaiMethod *self)
{
}

/* @arguments: (nullable): of #ClarifaiArgument; shared, and does not change from here on. */
ClarifaiMethod *
clarifai_method_new (const char *name,
                     const char *description,
                     GListModel *arguments,
                     gboolean    streams)
{
  ClarifaiMethod *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (arguments == NULL || G_IS_LIST_MODEL (arguments), NULL);

  self = g_object_new (CLARIFAI_TYPE_METHOD, NULL);
  self->name = g_strdup (name);
  self->description = g_strdup (description);
  self->arguments = arguments != NULL ? g_object_ref (arguments)
                                      : G_LIST_MODEL (g_list_store_new (CLARIFAI_TYPE_ARGUMENT));
  self->streams = streams;

  return self;
}

const char *
clarifai_method_get_name (ClarifaiMethod *self)
{
  g_return_val_if_fail (CLARIFAI_IS_METHOD (self), NULL);

  return self->name;
}

/* (nullable): the model's author's words, with their lines. */
const char *
clarifai_method_get_description (ClarifaiMethod *self)
{
  g_return_val_if_fail (CLARIFAI_IS_METHOD (self), NULL);

  return self->description;
}

/* (transfer none): of #ClarifaiArgument, in the method's own order. */
GListModel *
clarifai_method_get_arguments (ClarifaiMethod *self)
{
  g_return_val_if_fail (CLARIFAI_IS_METHOD (self), NULL);

  return self->arguments;
}

/* Whether it answers, or is asked, bit by bit, which this client does not do. */
gboolean
clarifai_method_get_streams (ClarifaiMethod *self)
{
  g_return_val_if_fail (CLARIFAI_IS_METHOD (self), FALSE);

  return self->streams;
}

gboolean
clarifai_method_get_takes_picture (ClarifaiMethod *self)
{
  g_return_val_if_fail (CLARIFAI_IS_METHOD (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (self->arguments); i++)
    {
      g_autoptr(ClarifaiArgument) argument = g_list_model_get_item (self->arguments, i);

      if (clarifai_argument_get_kind (argument) == CLARIFAI_ARGUMENT_PICTURE)
        return TRUE;
    }

  return FALSE;
}

/* Whether people can ask it here: it answers in one piece, and all that it needs can be filled in. */
gboolean
clarifai_method_can_ask (ClarifaiMethod *self)
{
  g_return_val_if_fail (CLARIFAI_IS_METHOD (self), FALSE);

  if (self->streams)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (self->arguments); i++)
    {
      g_autoptr(ClarifaiArgument) argument = g_list_model_get_item (self->arguments, i);

      if (clarifai_argument_get_required (argument) &&
          clarifai_argument_get_kind (argument) == CLARIFAI_ARGUMENT_OTHER)
        return FALSE;
    }

  return TRUE;
}
