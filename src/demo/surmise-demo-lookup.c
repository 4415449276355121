/* surmise-demo-lookup.c – answers about users, models and model types
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-lookup.h"

#include "surmise-demo-server.h"

/* The service's own page size and its ceiling. */
#define DEFAULT_PER_PAGE 128
#define MAX_PER_PAGE     1000

typedef struct {
  guint64 skip;
  guint64 take;
} Page;

static guint64
get_number (GHashTable *query,
            const char *name,
            guint64     fallback,
            guint64     max)
{
  const char *text = query != NULL ? g_hash_table_lookup (query, name) : NULL;
  guint64 number;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, max, &number, NULL))
    return fallback;

  return number;
}

static Page
get_page (GHashTable *query)
{
  guint64 per_page = get_number (query, "per_page", DEFAULT_PER_PAGE, MAX_PER_PAGE);
  guint64 page = get_number (query, "page", 1, G_MAXUINT32);

  return (Page) { (page - 1) * per_page, per_page };
}

static gboolean
page_takes (Page *page)
{
  if (page->skip > 0)
    {
      page->skip--;
      return FALSE;
    }

  if (page->take == 0)
    return FALSE;

  page->take--;
  return TRUE;
}

static gboolean
contains_folded (const char *text,
                 const char *wanted)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  g_autofree char *folded_wanted = g_utf8_casefold (wanted, -1);

  return strstr (folded_text, folded_wanted) != NULL;
}

static gboolean
model_matches (const SurmiseDemoModel *model,
               GHashTable             *query)
{
  const char *search = query != NULL ? g_hash_table_lookup (query, "search") : NULL;
  const char *type = query != NULL ? g_hash_table_lookup (query, "model_type_id") : NULL;

  if (type != NULL && *type != '\0' && !g_str_equal (type, model->type->id))
    return FALSE;

  if (search == NULL || !g_utf8_validate (search, -1, NULL))
    return search == NULL;

  return contains_folded (model->id, search) ||
         contains_folded (model->name, search) ||
         contains_folded (model->description, search) ||
         contains_folded (SURMISE_DEMO_USER, search);
}

static void
add_models (JsonBuilder *builder,
            GHashTable  *query)
{
  const SurmiseDemoModel *model;
  Page page = get_page (query);

  json_builder_set_member_name (builder, "models");
  json_builder_begin_array (builder);
  for (guint i = 0; (model = surmise_demo_model_nth (i)) != NULL; i++)
    if (model_matches (model, query) && page_takes (&page))
      surmise_demo_answer_add_model (builder, model, TRUE);
  json_builder_end_array (builder);
}

static void
add_types (JsonBuilder *builder,
           GHashTable  *query)
{
  const SurmiseDemoModelType *type;
  Page page = get_page (query);

  json_builder_set_member_name (builder, "model_types");
  json_builder_begin_array (builder);
  for (guint i = 0; (type = surmise_demo_model_type_nth (i)) != NULL; i++)
    if (page_takes (&page))
      surmise_demo_answer_add_type (builder, type);
  json_builder_end_array (builder);
}

static void
add_found (JsonBuilder            *builder,
           const SurmiseDemoRoute *route,
           GHashTable             *query)
{
  switch (route->kind)
    {
    case SURMISE_DEMO_ROUTE_USER:
      json_builder_set_member_name (builder, "user");
      surmise_demo_answer_add_user (builder);
      break;

    case SURMISE_DEMO_ROUTE_ORGANIZATIONS:
      json_builder_set_member_name (builder, "organizations");
      json_builder_begin_array (builder);
      json_builder_end_array (builder);
      break;

    case SURMISE_DEMO_ROUTE_MODELS:
      add_models (builder, query);
      break;

    case SURMISE_DEMO_ROUTE_MODEL:
      json_builder_set_member_name (builder, "model");
      surmise_demo_answer_add_model (builder, surmise_demo_model_find (route->model), TRUE);
      break;

    case SURMISE_DEMO_ROUTE_VERSIONS:
      json_builder_set_member_name (builder, "model_versions");
      json_builder_begin_array (builder);
      surmise_demo_answer_add_version (builder, surmise_demo_model_find (route->model));
      json_builder_end_array (builder);
      break;

    case SURMISE_DEMO_ROUTE_VERSION:
      json_builder_set_member_name (builder, "model_version");
      surmise_demo_answer_add_version (builder, surmise_demo_model_find (route->model));
      break;

    case SURMISE_DEMO_ROUTE_TYPES:
      add_types (builder, query);
      break;

    case SURMISE_DEMO_ROUTE_TYPE:
      json_builder_set_member_name (builder, "model_type");
      surmise_demo_answer_add_type (builder, surmise_demo_model_type_find (route->type));
      break;

    case SURMISE_DEMO_ROUTE_OUTPUTS:
    default:
      g_return_if_reached ();
    }
}

/* Errors carry their empty list too. */
static void
add_empty_list (JsonBuilder            *builder,
                const SurmiseDemoRoute *route)
{
  const char *member = NULL;

  if (route->kind == SURMISE_DEMO_ROUTE_MODELS)
    member = "models";
  else if (route->kind == SURMISE_DEMO_ROUTE_OUTPUTS)
    member = "outputs";
  else if (route->kind == SURMISE_DEMO_ROUTE_VERSIONS)
    member = "model_versions";

  if (member == NULL)
    return;

  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  json_builder_end_array (builder);
}

/**
 * surmise_demo_lookup_check:
 * @route: a path
 *
 * The service answers 11101 for a user or an app that is not there and 21200 for a model.
 *
 * Returns: %SURMISE_DEMO_STATUS_SUCCESS where everything is here that the path names
 */
SurmiseDemoStatus
surmise_demo_lookup_check (const SurmiseDemoRoute *route)
{
  const SurmiseDemoModel *model = NULL;

  if (route->user != NULL &&
      !g_str_equal (route->user, SURMISE_DEMO_USER) && !g_str_equal (route->user, "me"))
    return SURMISE_DEMO_STATUS_DOES_NOT_EXIST;

  if (route->app != NULL && !g_str_equal (route->app, SURMISE_DEMO_APP))
    return SURMISE_DEMO_STATUS_DOES_NOT_EXIST;

  if (route->model != NULL)
    {
      model = surmise_demo_model_find (route->model);
      if (model == NULL)
        return SURMISE_DEMO_STATUS_MODEL_DOES_NOT_EXIST;
    }

  if (route->version != NULL && !g_str_equal (route->version, model->version))
    return SURMISE_DEMO_STATUS_MODEL_DOES_NOT_EXIST;

  if (route->type != NULL && surmise_demo_model_type_find (route->type) == NULL)
    return SURMISE_DEMO_STATUS_DOES_NOT_EXIST;

  return SURMISE_DEMO_STATUS_SUCCESS;
}

/**
 * surmise_demo_lookup_answer:
 * @route: a path; what it names need not be here
 * @query: (nullable): page, per_page, search and model_type_id are heeded
 *
 * Returns: (transfer full): the answer's body; its HTTP status is that of surmise_demo_lookup_check()
 */
char *
surmise_demo_lookup_answer (const SurmiseDemoRoute *route,
                            GHashTable             *query)
{
  SurmiseDemoStatus status = surmise_demo_lookup_check (route);
  g_autoptr (JsonBuilder) builder = surmise_demo_answer_begin (status, NULL);

  if (status == SURMISE_DEMO_STATUS_SUCCESS)
    add_found (builder, route, query);
  else
    add_empty_list (builder, route);

  return surmise_demo_answer_end (builder);
}
