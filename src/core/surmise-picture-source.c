/* surmise-picture-source.c – where a picture comes from
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-picture-private.h"

#include "surmise-address.h"

/* A name is one line, and words can be long. */
#define NAME_LENGTH 40

/* Returns: (transfer full): the beginning of @words in one line */
static char *
name_of_words (const char *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autofree char *head = g_utf8_strlen (valid, -1) > NAME_LENGTH ? g_utf8_substring (valid, 0, NAME_LENGTH) : NULL;

  if (head != NULL)
    {
      g_free (valid);
      valid = g_strconcat (head, "…", NULL);
    }
  for (char *p = valid; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_strstrip (valid);

  return g_steal_pointer (&valid);
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

/**
 * surmise_picture_new_for_words:
 * @words: what is said to a model that takes words
 *
 * There is nothing to prepare and no picture to send; for the rest it goes the way of all pictures.
 *
 * Returns: (transfer full): a picture of nothing but words, in state WAITING
 */
SurmisePicture *
surmise_picture_new_for_words (const char *words)
{
  SurmisePicture *self;

  g_return_val_if_fail (words != NULL, NULL);

  self = g_object_new (SURMISE_TYPE_PICTURE, NULL);
  self->words = g_utf8_make_valid (words, -1);
  self->name = name_of_words (words);

  return self;
}

/**
 * surmise_picture_new_sibling:
 * @self: a picture
 *
 * What is prepared of @self is shared, so that another model can be asked about the same picture without opening it
 * again.
 *
 * Returns: (transfer full): a picture in state WAITING, from the same source, without an answer
 */
SurmisePicture *
surmise_picture_new_sibling (SurmisePicture *self)
{
  SurmisePicture *sibling;

  g_return_val_if_fail (SURMISE_IS_PICTURE (self), NULL);

  sibling = g_object_new (SURMISE_TYPE_PICTURE, NULL);
  sibling->name = g_strdup (self->name);
  g_set_object (&sibling->file, self->file);
  sibling->address = g_strdup (self->address);
  sibling->bytes = self->bytes != NULL ? g_bytes_ref (self->bytes) : NULL;
  sibling->words = g_strdup (self->words);
  sibling->prepared = self->prepared != NULL ? surmise_prepared_ref (self->prepared) : NULL;
  sibling->edge = self->edge;

  return sibling;
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

/* Returns: (transfer none) (nullable): the words that stand instead of a picture */
const char *
surmise_picture_get_words (SurmisePicture *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE (self), NULL);

  return self->words;
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
