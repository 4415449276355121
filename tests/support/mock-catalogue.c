/* mock-catalogue.c – thousands of models, made up, that the scripted server knows
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mock-catalogue.h"

#include "mock-catalogue-models.h"

/* The service's own page size and its ceiling. */
#define DEFAULT_PER_PAGE 128
#define MAX_PER_PAGE     1000

#define N_VERSIONS 3

typedef struct {
  GPtrArray *models; /* (owned) of MockModel */
  guint      n_concepts;
} Catalogue;

/* What a path names, NULL where it has no such part. */
typedef struct {
  const char *user;
  const char *app;
  const char *model;
  const char *rest; /* "versions", "concepts" */
  const char *version;
} Place;

static void
catalogue_free (gpointer data)
{
  Catalogue *self = data;

  g_ptr_array_unref (self->models);
  g_free (self);
}

static guint
get_number (const MockRequest *request,
            const char        *name,
            guint              fallback,
            guint              most)
{
  g_autofree char *text = mock_request_dup_query_value (request, name);
  guint64 number;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 1, most, &number, NULL) ? (guint) number : fallback;
}

static gboolean
is_asked (const MockRequest *request,
          const char        *name)
{
  g_autofree char *text = mock_request_dup_query_value (request, name);

  return text != NULL && g_str_equal (text, "true");
}

/* The page of so many that is asked for: from the first up to, and without, the last. */
static void
find_page (const MockRequest *request,
           guint              n_all,
           guint             *first,
           guint             *last)
{
  guint per_page = get_number (request, "per_page", DEFAULT_PER_PAGE, MAX_PER_PAGE);
  guint64 start = (guint64) (get_number (request, "page", 1, G_MAXUINT) - 1) * per_page;

  *first = (guint) MIN (start, n_all);
  *last = MIN (*first + per_page, n_all);
}

/* Every word must begin one of the text's. */
static gboolean
has_words (const char *text,
           const char *search)
{
  g_autofree char *folded = search != NULL ? g_utf8_casefold (search, -1) : g_strdup ("");
  g_auto(GStrv) words = g_strsplit (g_strdelimit (folded, "-_.,/()", ' '), " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *start = g_strconcat (" ", words[i], NULL);

      if (*words[i] != '\0' && strstr (text, start) == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_field (const char *const *fields,
           const char        *wanted)
{
  for (guint i = 0; fields[i] != NULL; i++)
    if (wanted == NULL || g_str_equal (fields[i], wanted))
      return TRUE;

  return wanted == NULL;
}

static GPtrArray *
find_models (Catalogue         *self,
             const Place       *place,
             const MockRequest *request)
{
  g_autofree char *search = mock_request_dup_query_value (request, "search");
  g_autofree char *type = mock_request_dup_query_value (request, "model_type_id");
  g_autofree char *input = mock_request_dup_query_value (request, "input_fields");
  g_autofree char *output = mock_request_dup_query_value (request, "output_fields");
  gboolean featured = is_asked (request, "featured_only");
  gboolean starred = is_asked (request, "starred_only");
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->models->len; i++)
    {
      MockModel *model = g_ptr_array_index (self->models, i);

      if (place->user != NULL ? !g_str_equal (model->user, place->user) : model->own)
        continue;
      if ((place->app == NULL || g_str_equal (model->app, place->app)) &&
          (type == NULL || g_str_equal (model->kind->id, type)) &&
          (!featured || model->featured) && (!starred || model->starred) &&
          has_field (model->kind->inputs, input) && has_field (model->kind->outputs, output) &&
          has_words (model->words, search))
        g_ptr_array_add (found, model);
    }

  return found;
}

static int
compare_stars (gconstpointer a,
               gconstpointer b)
{
  const MockModel *first = *(const MockModel *const *) a, *second = *(const MockModel *const *) b;

  return (first->stars < second->stars) - (first->stars > second->stars);
}

static int
compare_created (gconstpointer a,
                 gconstpointer b)
{
  const MockModel *first = *(const MockModel *const *) a, *second = *(const MockModel *const *) b;

  return (first->created < second->created) - (first->created > second->created);
}

static int
compare_modified (gconstpointer a,
                  gconstpointer b)
{
  const MockModel *first = *(const MockModel *const *) a, *second = *(const MockModel *const *) b;

  return (first->modified < second->modified) - (first->modified > second->modified);
}

static void
add_models (Catalogue         *self,
            const Place       *place,
            const MockRequest *request,
            JsonBuilder       *builder)
{
  g_autoptr(GPtrArray) found = find_models (self, place, request);
  g_autofree char *additional = mock_request_dup_query_value (request, "additional_fields");
  guint first, last;

  if (is_asked (request, "sort_by_star_count"))
    g_ptr_array_sort (found, compare_stars);
  else if (is_asked (request, "sort_by_created_at"))
    g_ptr_array_sort (found, compare_created);
  else if (!is_asked (request, "sort_by_relevance"))
    g_ptr_array_sort (found, compare_modified);

  find_page (request, found->len, &first, &last);
  json_builder_set_member_name (builder, "models");
  json_builder_begin_array (builder);
  for (guint i = first; i < last; i++)
    mock_model_add (builder, g_ptr_array_index (found, i), additional != NULL ? MOCK_MODEL_STARS : 0,
                    self->n_concepts);
  json_builder_end_array (builder);
}

static void
add_concepts (Catalogue         *self,
              const MockRequest *request,
              JsonBuilder       *builder)
{
  g_autofree char *search = mock_request_dup_query_value (request, "search");
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint first, last;

  for (guint i = 0; i < self->n_concepts; i++)
    {
      g_autofree char *name = mock_name_new (i);
      g_autofree char *folded = g_utf8_casefold (name, -1);
      g_autofree char *words = g_strconcat (" ", folded, NULL);

      if (has_words (words, search))
        g_ptr_array_add (names, g_steal_pointer (&folded));
    }

  find_page (request, names->len, &first, &last);
  json_builder_set_member_name (builder, "concepts");
  json_builder_begin_array (builder);
  for (guint i = first; i < last; i++)
    {
      g_autofree char *id = g_strdelimit (g_strdup (g_ptr_array_index (names, i)), " ", '-');

      json_builder_begin_object (builder);
      mock_add_string (builder, "id", id);
      mock_add_string (builder, "name", g_ptr_array_index (names, i));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_versions (Catalogue         *self,
              const MockModel   *model,
              const MockRequest *request,
              JsonBuilder       *builder)
{
  guint first, last;

  find_page (request, N_VERSIONS, &first, &last);
  json_builder_set_member_name (builder, "model_versions");
  json_builder_begin_array (builder);
  for (guint i = first; i < last; i++)
    mock_model_add_version (builder, model, i, self->n_concepts);
  json_builder_end_array (builder);
}

static void
add_own_app (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "apps");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  mock_add_string (builder, "id", "garden");
  mock_add_string (builder, "name", "Garden");
  mock_add_string (builder, "user_id", "ada");
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

/* @id: (nullable): all where there is none */
static gboolean
add_kinds (const char  *id,
           JsonBuilder *builder)
{
  const MockKind *kind;
  gboolean found = id == NULL;

  json_builder_set_member_name (builder, id != NULL ? "model_type" : "model_types");
  if (id == NULL)
    json_builder_begin_array (builder);
  for (guint i = 0; (kind = mock_kind_nth (i)) != NULL; i++)
    if (id == NULL || g_str_equal (kind->id, id))
      {
        mock_kind_add (builder, kind);
        found = TRUE;
      }
  if (id == NULL)
    json_builder_end_array (builder);
  else if (!found)
    json_builder_add_null_value (builder);

  return found;
}

static MockModel *
find_model (Catalogue   *self,
            const Place *place)
{
  for (guint i = 0; i < self->models->len; i++)
    {
      MockModel *model = g_ptr_array_index (self->models, i);

      if (g_str_equal (model->id, place->model) && g_str_equal (model->user, place->user) &&
          g_str_equal (model->app, place->app))
        return model;
    }

  return NULL;
}

/* Of one model: itself, its versions, its concepts. */
static gboolean
add_model (Catalogue         *self,
           const Place       *place,
           const MockRequest *request,
           JsonBuilder       *builder)
{
  MockModel *model = find_model (self, place);

  if (model == NULL)
    return FALSE;

  if (place->rest == NULL)
    {
      json_builder_set_member_name (builder, "model");
      mock_model_add (builder, model, MOCK_MODEL_STARS | MOCK_MODEL_NOTES, self->n_concepts);
    }
  else if (g_str_equal (place->rest, "versions") && place->version == NULL)
    add_versions (self, model, request, builder);
  else if (g_str_equal (place->rest, "concepts"))
    add_concepts (self, request, builder);
  else
    return FALSE;

  return TRUE;
}

/* Paths of users/{user}/…, of which the first two parts are gone. */
static gboolean
answer_of_user (Catalogue         *self,
                char             **parts,
                const MockRequest *request,
                JsonBuilder       *builder)
{
  Place place = { .user = g_str_equal (parts[0], "me") ? "ada" : parts[0] };
  guint n_parts = g_strv_length (parts);

  if (n_parts == 2 && g_str_equal (parts[1], "models"))
    {
      add_models (self, &place, request, builder);
      return TRUE;
    }
  if (n_parts == 2 && g_str_equal (parts[1], "apps"))
    {
      add_own_app (builder);
      return TRUE;
    }
  if (n_parts < 4 || !g_str_equal (parts[1], "apps") || !g_str_equal (parts[3], "models"))
    return FALSE;

  place.app = parts[2];
  if (n_parts == 4)
    {
      add_models (self, &place, request, builder);
      return TRUE;
    }
  if (n_parts <= 6 && g_str_equal (parts[4], "types"))
    return add_kinds (n_parts == 6 ? parts[5] : NULL, builder);

  place.model = parts[4];
  if (n_parts >= 6)
    place.rest = parts[n_parts == 8 ? 7 : 5];
  place.version = n_parts >= 7 ? parts[6] : NULL;

  return n_parts <= 8 && add_model (self, &place, request, builder);
}

static char *
answer (const MockRequest *request,
        guint             *status,
        gpointer           user_data)
{
  Catalogue *self = user_data;
  g_auto(GStrv) parts = g_strsplit (request->path, "/", 12);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  guint n_parts = g_strv_length (parts);
  gboolean found = FALSE;

  if (!g_str_equal (request->method, "GET") || n_parts < 3 || !g_str_equal (parts[1], "v2"))
    return NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "status");
  json_builder_begin_object (builder);
  mock_add_int (builder, "code", 10000);
  mock_add_string (builder, "description", "Ok");
  json_builder_end_object (builder);
  if (g_str_equal (parts[2], "models") && n_parts == 3)
    {
      add_models (self, &(Place) { NULL }, request, builder);
      found = TRUE;
    }
  else if (g_str_equal (parts[2], "models") && n_parts <= 5 && g_str_equal (parts[3], "types"))
    found = add_kinds (n_parts == 5 ? parts[4] : NULL, builder);
  else if (g_str_equal (parts[2], "users") && n_parts > 4)
    found = answer_of_user (self, parts + 3, request, builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  if (!found)
    return NULL;

  *status = SOUP_STATUS_OK;
  return json_to_string (root, FALSE);
}

/* From now on the server answers about so many public models and some of the user "ada"'s own, each with
 * three versions and so many concepts, wherever nothing else is scripted: lists with their filters, order and
 * pages, single models, versions, concepts, apps and model types. The known public ones come first. */
void
mock_catalogue_serve (MockServer *server,
                      guint       n_models,
                      guint       n_concepts)
{
  Catalogue *self = g_new0 (Catalogue, 1);

  self->models = mock_models_new (n_models);
  self->n_concepts = n_concepts;
  mock_server_set_fallback (server, answer, self, catalogue_free);
}
