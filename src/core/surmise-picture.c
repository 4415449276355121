/* surmise-picture.c – one picture, where it came from, how far it is, and what a model said
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-picture-private.h"

G_DEFINE_FINAL_TYPE (SurmisePicture, surmise_picture, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SurmisePictureState, surmise_picture_state,
  G_DEFINE_ENUM_VALUE (SURMISE_PICTURE_STATE_WAITING, "waiting"),
  G_DEFINE_ENUM_VALUE (SURMISE_PICTURE_STATE_PREPARING, "preparing"),
  G_DEFINE_ENUM_VALUE (SURMISE_PICTURE_STATE_SENDING, "sending"),
  G_DEFINE_ENUM_VALUE (SURMISE_PICTURE_STATE_DONE, "done"),
  G_DEFINE_ENUM_VALUE (SURMISE_PICTURE_STATE_FAILED, "failed"),
  G_DEFINE_ENUM_VALUE (SURMISE_PICTURE_STATE_CANCELLED, "cancelled"))

typedef enum {
  PROP_NAME = 1,
  PROP_STATE,
  PROP_PREPARED,
  PROP_OUTPUT,
  PROP_SECOND_OUTPUT,
  PROP_ERROR,
  PROP_PROGRESS,
  PROP_ELAPSED,
} SurmisePictureProperty;

#define N_PROPS (PROP_ELAPSED + 1)

static GParamSpec *properties[N_PROPS];

static void
surmise_picture_finalize (GObject *object)
{
  SurmisePicture *self = SURMISE_PICTURE (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->file);
  g_clear_pointer (&self->address, g_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->prepared, surmise_prepared_unref);
  g_clear_object (&self->question);
  g_clear_object (&self->answered);
  g_clear_object (&self->output);
  g_clear_object (&self->second_output);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (surmise_picture_parent_class)->finalize (object);
}

static void
surmise_picture_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SurmisePicture *self = SURMISE_PICTURE (object);

  switch ((SurmisePictureProperty) prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;

    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;

    case PROP_PREPARED:
      g_value_set_boxed (value, self->prepared);
      break;

    case PROP_OUTPUT:
      g_value_set_object (value, self->output);
      break;

    case PROP_SECOND_OUTPUT:
      g_value_set_object (value, self->second_output);
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    case PROP_PROGRESS:
      g_value_set_uint (value, self->progress);
      break;

    case PROP_ELAPSED:
      g_value_set_double (value, self->elapsed);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_picture_class_init (SurmisePictureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = surmise_picture_finalize;
  object_class->get_property = surmise_picture_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SURMISE_TYPE_PICTURE_STATE,
                                              SURMISE_PICTURE_STATE_WAITING, flags);
  properties[PROP_PREPARED] = g_param_spec_boxed ("prepared", NULL, NULL, SURMISE_TYPE_PREPARED, flags);
  properties[PROP_OUTPUT] = g_param_spec_object ("output", NULL, NULL, CLARIFAI_TYPE_OUTPUT, flags);
  properties[PROP_SECOND_OUTPUT] = g_param_spec_object ("second-output", NULL, NULL, CLARIFAI_TYPE_OUTPUT, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_PROGRESS] = g_param_spec_uint ("progress", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ELAPSED] = g_param_spec_double ("elapsed", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
surmise_picture_init (SurmisePicture *self)
{
}

SurmisePictureState
surmise_picture_get_state (SurmisePicture *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (self), SURMISE_PICTURE_STATE_WAITING);

  return self->state;
}

gboolean
surmise_picture_is_busy (SurmisePicture *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (self), FALSE);

  return self->state < SURMISE_PICTURE_STATE_DONE;
}

SurmisePrepared *
surmise_picture_get_prepared (SurmisePicture *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (self), NULL);

  return self->prepared;
}

ClarifaiOutput *
surmise_picture_get_output (SurmisePicture *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (self), NULL);

  return self->output;
}

/**
 * surmise_picture_get_second_output:
 * @self: a picture
 *
 * It comes after the output, or never: where it cannot be had, nothing fails for it.
 *
 * Returns: (transfer none) (nullable): what the output says, in its question's second language
 */
ClarifaiOutput *
surmise_picture_get_second_output (SurmisePicture *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (self), NULL);

  return self->second_output;
}

/* Returns: (transfer none) (nullable): what it was last asked with, whether that is answered yet or not */
SurmiseQuestion *
surmise_picture_get_question (SurmisePicture *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (self), NULL);

  return self->question;
}

const GError *
surmise_picture_get_error (SurmisePicture *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (self), NULL);

  return self->error;
}

ClarifaiProgress
surmise_picture_get_progress (SurmisePicture *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (self), CLARIFAI_PROGRESS_SENT);

  return self->progress;
}

double
surmise_picture_get_elapsed (SurmisePicture *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (self), 0);

  return self->elapsed;
}

void
_surmise_picture_set_state (SurmisePicture      *self,
                            SurmisePictureState  state)
{
  g_assert (SURMISE_IS_PICTURE (self));

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* Back to the start of the way, for the first request as for one more. */
void
_surmise_picture_begin (SurmisePicture  *self,
                        SurmiseQuestion *question)
{
  g_assert (SURMISE_IS_PICTURE (self));

  g_set_object (&self->question, question);
  if (self->error != NULL)
    {
      g_clear_error (&self->error);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
    }
  _surmise_picture_set_progress (self, CLARIFAI_PROGRESS_SENT);
  _surmise_picture_set_state (self, SURMISE_PICTURE_STATE_WAITING);
}

void
_surmise_picture_set_prepared (SurmisePicture  *self,
                               SurmisePrepared *prepared,
                               guint            edge)
{
  g_assert (SURMISE_IS_PICTURE (self));

  self->edge = edge;
  if (self->prepared == prepared)
    return;

  g_clear_pointer (&self->prepared, surmise_prepared_unref);
  self->prepared = surmise_prepared_ref (prepared);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREPARED]);
}

/* What was prepared before, where it still is what @edge asks for. */
SurmisePrepared *
_surmise_picture_peek_prepared (SurmisePicture *self,
                                guint           edge)
{
  g_assert (SURMISE_IS_PICTURE (self));

  return self->edge == edge ? self->prepared : NULL;
}

void
_surmise_picture_set_progress (SurmisePicture   *self,
                               ClarifaiProgress  progress)
{
  g_assert (SURMISE_IS_PICTURE (self));

  if (self->progress == progress)
    return;

  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

void
_surmise_picture_finish (SurmisePicture *self,
                         ClarifaiOutput *output,
                         double          elapsed)
{
  g_assert (SURMISE_IS_PICTURE (self));
  g_assert (CLARIFAI_IS_OUTPUT (output));

  /* One answer's names do not go with another's. */
  _surmise_picture_set_second_output (self, NULL);
  self->elapsed = elapsed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ELAPSED]);
  /* Not before: whoever heard of the above would take the old output for the new question's. */
  g_set_object (&self->answered, self->question);
  if (g_set_object (&self->output, output))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTPUT]);
  _surmise_picture_set_state (self, SURMISE_PICTURE_STATE_DONE);
}

void
_surmise_picture_set_second_output (SurmisePicture *self,
                                    ClarifaiOutput *output)
{
  g_assert (SURMISE_IS_PICTURE (self));

  if (g_set_object (&self->second_output, output))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECOND_OUTPUT]);
}

SurmiseQuestion *
_surmise_picture_get_answered (SurmisePicture *self)
{
  g_assert (SURMISE_IS_PICTURE (self));

  return self->answered;
}

void
_surmise_picture_fail (SurmisePicture *self,
                       const GError   *error)
{
  g_assert (SURMISE_IS_PICTURE (self));
  g_assert (error != NULL);

  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  _surmise_picture_set_state (self, SURMISE_PICTURE_STATE_FAILED);
}
