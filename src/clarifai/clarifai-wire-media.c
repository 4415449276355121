/* clarifai-wire-media.c – pictures and lists of numbers, as a model answers them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-wire-media.h"

#include <string.h>

#include "clarifai-embedding.h"
#include "clarifai-image.h"
#include "clarifai-json.h"

/* No picture file is smaller; the service has been seen to write "true" where bytes were. */
#define FEWEST_BYTES 16
/* Signed addresses are long. */
#define LONGEST_ADDRESS 8192

/* NULL where it is no address that anybody could fetch. */
static const char *
get_address (JsonObject *image)
{
  const char *text = clarifai_json_get_string (image, "url");

  if (text == NULL || strlen (text) > LONGEST_ADDRESS || !g_uri_is_valid (text, G_URI_FLAGS_NONE, NULL))
    return NULL;
  if (g_ascii_strncasecmp (text, "http://", 7) != 0 && g_ascii_strncasecmp (text, "https://", 8) != 0)
    return NULL;

  return text;
}

/* NULL where there are too few to be a picture. Some models write a whole data: address. */
static GBytes *
decode_bytes (const char *text)
{
  const char *comma = text != NULL && g_str_has_prefix (text, "data:") ? strchr (text, ',') : NULL;
  gsize size;
  g_autofree guchar *bytes = NULL;

  if (comma != NULL)
    text = comma + 1;
  if (text == NULL || *text == '\0')
    return NULL;

  bytes = g_base64_decode (text, &size);

  return bytes != NULL && size >= FEWEST_BYTES ? g_bytes_new_take (g_steal_pointer (&bytes), size) : NULL;
}

/**
 * clarifai_wire_decode_image:
 * @image: (nullable): an Image
 *
 * The bytes are not looked at. What is hosted by the service needs the token to be fetched, and is not offered.
 *
 * Returns: (transfer full) (nullable): NULL where there is neither a picture nor its address
 */
ClarifaiImage *
clarifai_wire_decode_image (JsonObject *image)
{
  g_autoptr(GBytes) bytes = decode_bytes (clarifai_json_get_string (image, "base64"));
  const char *url = clarifai_json_get_string (image, "url");

  if (bytes == NULL && url != NULL && g_str_has_prefix (url, "data:"))
    bytes = decode_bytes (url);

  return bytes != NULL || get_address (image) != NULL ? clarifai_image_new (bytes, get_address (image)) : NULL;
}

/* 0 for what is no number. */
static float
read_float (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_DOUBLE || type == G_TYPE_INT64 ? (float) json_node_get_double (node) : 0;
}

/**
 * clarifai_wire_decode_embedding:
 * @embedding: (nullable): an Embedding
 *
 * The numbers are counted, whatever num_dimensions says.
 *
 * Returns: (transfer full) (nullable): NULL where there are no numbers
 */
ClarifaiEmbedding *
clarifai_wire_decode_embedding (JsonObject *embedding)
{
  JsonArray *array = clarifai_json_get_array (embedding, "vector");
  guint n = clarifai_json_get_length (array);
  g_autofree float *vector = g_new (float, n);

  for (guint i = 0; i < n; i++)
    vector[i] = read_float (json_array_get_element (array, i));

  return n > 0 ? clarifai_embedding_new (vector, n) : NULL;
}

/* Whether all but one of its dimensions are 1, or all are. */
static gboolean
is_one_row (JsonArray *shape)
{
  guint n_long = 0;

  for (guint i = 0; i < clarifai_json_get_length (shape); i++)
    {
      JsonNode *node = json_array_get_element (shape, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
        return FALSE;
      n_long += json_node_get_int (node) != 1;
    }

  return n_long <= 1;
}

static void
read_floats (const guchar *data,
             gsize         n,
             float        *vector)
{
  for (gsize i = 0; i < n; i++)
    {
      union { guint32 bits; float value; } number;

      memcpy (&number.bits, data + i * 4, 4);
      number.bits = GUINT32_FROM_LE (number.bits);
      vector[i] = number.value;
    }
}

static void
read_doubles (const guchar *data,
              gsize         n,
              float        *vector)
{
  for (gsize i = 0; i < n; i++)
    {
      union { guint64 bits; double value; } number;

      memcpy (&number.bits, data + i * 8, 8);
      number.bits = GUINT64_FROM_LE (number.bits);
      /* What a float cannot hold is nothing an embedding has. */
      vector[i] = number.value >= -G_MAXFLOAT && number.value <= G_MAXFLOAT ? (float) number.value : 0;
    }
}

/**
 * clarifai_wire_decode_array:
 * @ndarray: (nullable): an NDArray, which is NumPy's: little-endian numbers
 *
 * Returns: (transfer full) (nullable): NULL where it is anything but one row of floating numbers
 */
ClarifaiEmbedding *
clarifai_wire_decode_array (JsonObject *ndarray)
{
  const char *type = clarifai_json_get_string (ndarray, "dtype");
  const char *text = clarifai_json_get_string (ndarray, "buffer");
  gsize width = g_strcmp0 (type, "float32") == 0 ? 4 : g_strcmp0 (type, "float64") == 0 ? 8 : 0;
  g_autofree guchar *data = NULL;
  g_autofree float *vector = NULL;
  gsize size, n;

  if (width == 0 || text == NULL || *text == '\0' || !is_one_row (clarifai_json_get_array (ndarray, "shape")))
    return NULL;

  data = g_base64_decode (text, &size);
  n = size / width;
  if (data == NULL || n == 0 || n > G_MAXUINT)
    return NULL;

  vector = g_new (float, n);
  if (width == 4)
    read_floats (data, n, vector);
  else
    read_doubles (data, n, vector);

  return clarifai_embedding_new (vector, n);
}
