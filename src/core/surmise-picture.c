/* surmise-picture.c – one picture, where it came from, how far it is, and what a model said
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-picture-private.h"

#include "surmise-address.h"

/**
 * SurmisePicture:
 *
 * A picture that a person put into a window. It comes from exactly one of a file, a web address, or bytes (a drag or a
 * paste), is in exactly one #SurmisePictureState at a time, and keeps the last answer until the next one is there, so
 * that asking again never empties what is on the screen. Only the tagger moves it on.
 */
struct _SurmisePicture
{
  GObject              parent_instance;

  char                *name;     /* (owned) (not nullable) */
  GFile               *file;     /* (owned) (nullable) */
  char                *address;  /* (owned) (nullable) */
  GBytes              *bytes;    /* (owned) (nullable) */

  SurmisePictureState  state;
  SurmisePrepared     *prepared; /* (owned) (nullable) */
  guint                edge;     /* pixels: what @prepared was limited to; 0 for no limit */
  ClarifaiOutput      *output;   /* (owned) (nullable) */
  GError              *error;    /* (owned) (nullable), set in state FAILED alone */
  ClarifaiProgress     progress;
  double               elapsed;  /* seconds from the request to its answer */
};

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
  g_clear_pointer (&self->prepared, surmise_prepared_unref);
  g_clear_object (&self->output);
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
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_PROGRESS] = g_param_spec_uint ("progress", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ELAPSED] = g_param_spec_double ("elapsed", NULL, NULL, 0, G_MAXDOUBLE, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
surmise_picture_init (SurmisePicture *self)
{
}

/* The last part of an address's path reads best; its host where there is none that can be read. */
static char *
name_of_address (const char *address)
{
  g_autoptr(GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  if (uri == NULL)
    return g_strdup (address);

  base = g_path_get_basename (g_uri_get_path (uri));
  name = g_uri_unescape_string (base, "/");
  if (name == NULL || *name == '\0' || g_str_equal (name, "/") || g_str_equal (name, ".")
      || !g_utf8_validate (name, -1, NULL) || g_regex_match_simple ("\\pC", name, 0, 0))
    return g_strdup (g_uri_get_host (uri));

  return g_steal_pointer (&name);
}

/**
 * surmise_picture_new_for_file:
 * @file: a file, which need not exist: that shows when it is prepared
 *
 * Returns: (transfer full): a picture in state WAITING
 */
SurmisePicture *
surmise_picture_new_for_file (GFile *file)
{
  SurmisePicture *self;
  g_autofree char *base = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (SURMISE_TYPE_PICTURE, NULL);
  base = g_file_get_basename (file);
  self->file = g_object_ref (file);
  self->name = base != NULL ? g_filename_display_name (base) : g_file_get_parse_name (file);

  return self;
}

/**
 * surmise_picture_new_for_address:
 * @address: a web address, as typed or dropped
 * @error: return location for an error in %SURMISE_ADDRESS_ERROR
 *
 * Returns: (transfer full) (nullable): a picture in state WAITING
 */
SurmisePicture *
surmise_picture_new_for_address (const char  *address,
                                 GError     **error)
{
  SurmisePicture *self;
  g_autofree char *clean = NULL;

  g_return_val_if_fail (address != NULL, NULL);

  clean = surmise_address_check (address, error);
  if (clean == NULL)
    return NULL;

  self = g_object_new (SURMISE_TYPE_PICTURE, NULL);
  self->name = name_of_address (clean);
  self->address = g_steal_pointer (&clean);

  return self;
}

/**
 * surmise_picture_new_for_bytes:
 * @bytes: a picture file's bytes, of any kind: they are looked at only when it is prepared
 * @name: what to call it
 *
 * Returns: (transfer full): a picture in state WAITING
 */
SurmisePicture *
surmise_picture_new_for_bytes (GBytes     *bytes,
                               const char *name)
{
  SurmisePicture *self;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (SURMISE_TYPE_PICTURE, NULL);
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);

  return self;
}

const char *
surmise_picture_get_name (SurmisePicture *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (self), NULL);

  return self->name;
}

GFile *
surmise_picture_get_file (SurmisePicture *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (self), NULL);

  return self->file;
}

const char *
surmise_picture_get_address (SurmisePicture *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (self), NULL);

  return self->address;
}

GBytes *
surmise_picture_get_bytes (SurmisePicture *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (self), NULL);

  return self->bytes;
}

/**
 * surmise_picture_dup_location:
 * @self: a picture
 *
 * Returns: (transfer full): the path, address or name by which a person knows it, as UTF-8
 */
char *
surmise_picture_dup_location (SurmisePicture *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (self), NULL);

  if (self->file != NULL)
    return g_file_get_parse_name (self->file);

  return g_strdup (self->address != NULL ? self->address : self->name);
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
_surmise_picture_begin (SurmisePicture *self)
{
  g_assert (SURMISE_IS_PICTURE (self));

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

  self->elapsed = elapsed;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ELAPSED]);
  if (g_set_object (&self->output, output))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OUTPUT]);
  _surmise_picture_set_state (self, SURMISE_PICTURE_STATE_DONE);
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
