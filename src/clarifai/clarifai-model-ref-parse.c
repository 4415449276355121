/* clarifai-model-ref-parse.c – the name of a model, from what people paste
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-model-ref.h"

#include <string.h>

#include "clarifai-error.h"

#define LONGEST_ID 200
#define LONGEST_TEXT 4096

/* Where the name stands in the text. */
typedef enum {
  PLACE_BARE,
  PLACE_WEB,
  PLACE_API,
} Place;

/* What an address of the service can name beside models. */
static const char * const other_kinds[] = {
  "annotations", "apps", "collectors", "compute_clusters", "concepts", "datasets", "deployments", "inputs",
  "installed_module_versions", "knowledge_graphs", "model_versions", "modules", "nodepools", "pipeline_steps",
  "pipelines", "runners", "searches", "settings", "tasks", "workflows", NULL
};

static gpointer
fail (GError **error)
{
  g_set_error_literal (error, CLARIFAI_ERROR, CLARIFAI_ERROR_REFERENCE,
                       "Expected user/app/model or the address of a model's page");

  return NULL;
}

static gpointer
fail_kind (GError **error)
{
  g_set_error_literal (error, CLARIFAI_ERROR, CLARIFAI_ERROR_REFERENCE_KIND,
                       "This address names something other than a model");

  return NULL;
}

static gboolean
is_id (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || length > LONGEST_ID || strcmp (text, ".") == 0 || strcmp (text, "..") == 0)
    return FALSE;

  return strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.") == length;
}

/* The segments without query and fragment, percent-decoded; NULL where one is empty or not decodable. */
static GStrv
split (const char *text)
{
  g_autofree char *plain = g_strndup (text, strcspn (text, "?#"));
  g_auto(GStrv) segments = NULL;

  for (gsize length = strlen (plain); length > 0 && plain[length - 1] == '/'; length--)
    plain[length - 1] = '\0';
  segments = g_strsplit (plain, "/", 20);

  for (guint i = 0; segments[i] != NULL; i++)
    {
      char *decoded = g_uri_unescape_string (segments[i], "/");

      if (decoded == NULL || *decoded == '\0')
        {
          g_free (decoded);
          return NULL;
        }
      g_free (segments[i]);
      segments[i] = decoded;
    }

  return g_steal_pointer (&segments);
}

static gboolean
find_place (const char *host,
            Place      *place)
{
  *place = PLACE_WEB;
  if (g_ascii_strcasecmp (host, "clarifai.com") == 0 || g_ascii_strcasecmp (host, "www.clarifai.com") == 0)
    return TRUE;

  *place = PLACE_API;
  return g_ascii_strcasecmp (host, "api.clarifai.com") == 0;
}

/* After the model: nothing, or "versions" and one, or the API's "outputs" after either. */
static ClarifaiModelRef *
make (const char         *user_id,
      const char         *app_id,
      const char         *model_id,
      const char * const *rest,
      Place               place,
      GError            **error)
{
  const char *version_id = NULL;

  if (rest[0] != NULL && strcmp (rest[0], "versions") == 0 && rest[1] != NULL)
    {
      version_id = rest[1];
      rest += 2;
    }
  if (place == PLACE_API && rest[0] != NULL && strcmp (rest[0], "outputs") == 0)
    rest++;

  if (rest[0] != NULL || !is_id (user_id) || !is_id (app_id) || !is_id (model_id) ||
      (version_id != NULL && !is_id (version_id)))
    return fail (error);

  return clarifai_model_ref_new (user_id, app_id, model_id, version_id);
}

/* user/app/model…, or user/app/models/model…, where a dot in the user would rather be a host's. */
static ClarifaiModelRef *
parse_bare (const char * const *segments,
            guint               n,
            GError            **error)
{
  if (n < 3 || strchr (segments[0], '.') != NULL)
    return fail (error);
  if (g_strv_contains (other_kinds, segments[2]))
    return fail_kind (error);
  if (strcmp (segments[2], "models") != 0)
    return make (segments[0], segments[1], segments[2], segments + 3, PLACE_BARE, error);
  if (n < 4)
    return fail (error);

  return make (segments[0], segments[1], segments[3], segments + 4, PLACE_BARE, error);
}

static ClarifaiModelRef *
parse_web (const char * const *segments,
           guint               n,
           GError            **error)
{
  if (n == 0)
    return fail (error);
  if (n < 4 || strcmp (segments[2], "models") != 0)
    return fail_kind (error);

  return make (segments[0], segments[1], segments[3], segments + 4, PLACE_WEB, error);
}

static ClarifaiModelRef *
parse_api (const char * const *segments,
           guint               n,
           GError            **error)
{
  if (n < 2 || strcmp (segments[0], "v2") != 0)
    return fail (error);
  if (n < 7 || strcmp (segments[1], "users") != 0 || strcmp (segments[3], "apps") != 0 ||
      strcmp (segments[5], "models") != 0)
    return fail_kind (error);

  return make (segments[2], segments[4], segments[6], segments + 7, PLACE_API, error);
}

/**
 * clarifai_model_ref_parse:
 * @text: what somebody typed or pasted
 * @error: %CLARIFAI_ERROR_REFERENCE where it names no model, %CLARIFAI_ERROR_REFERENCE_KIND where it is an
 *   address
 *   of the service that names something else
 *
 * Reads user/app/model, user/app/models/model, pages of clarifai.com and addresses of api.clarifai.com,
 * each with or without a version; with addresses, the scheme, "www.", a trailing slash, a query and a
 * fragment may be there or not. Other hosts are refused.
 *
 * Returns: (transfer full): the reference
 */
ClarifaiModelRef *
clarifai_model_ref_parse (const char *text,
                          GError    **error)
{
  g_autofree char *stripped = NULL;
  g_auto(GStrv) segments = NULL;
  const char * const *rest;
  gboolean has_scheme;
  Place place;
  guint n;

  if (text == NULL || strlen (text) > LONGEST_TEXT || !g_utf8_validate (text, -1, NULL))
    return fail (error);

  stripped = g_strstrip (g_strdup (text));
  has_scheme = g_ascii_strncasecmp (stripped, "https://", 8) == 0 ||
               g_ascii_strncasecmp (stripped, "http://", 7) == 0;
  segments = split (has_scheme ? strstr (stripped, "://") + 3 : stripped);
  if (segments == NULL || segments[0] == NULL)
    return fail (error);

  rest = (const char * const *) segments;
  n = g_strv_length (segments);
  if (find_place (segments[0], &place))
    return place == PLACE_WEB ? parse_web (rest + 1, n - 1, error) : parse_api (rest + 1, n - 1, error);
  if (has_scheme)
    return fail (error);

  return parse_bare (rest, n, error);
}
