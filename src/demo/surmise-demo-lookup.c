/* surmise-demo-lookup.c – answers about users, models and model types
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-lookup.h"

#include "surmise-demo-catalog.h"
#include "surmise-demo-data.h"
#include "surmise-demo-server.h"

static void
add_models (JsonBuilder *builder,
            GHashTable  *query)
{
  g_autoptr (GPtrArray) found = surmise_demo_catalog_find (query);
  SurmiseDemoPage page = surmise_demo_page_get (query);

  json_builder_set_member_name (builder, "models");
  json_builder_begin_array (builder);
  for (guint i = 0; i < found->len; i++)
    if (surmise_demo_page_takes (&page))
      surmise_demo_answer_add_model (builder, g_ptr_array_index (found, i), TRUE);
  json_builder_end_array (builder);
}

/* Each with no value, as it is about no picture. */
static void
add_concepts (JsonBuilder            *builder,
              const SurmiseDemoModel *model,
              GHashTable             *query)
{
  SurmiseDemoPage page = surmise_demo_page_get (query);
  const SurmiseDemoName *name;

  json_builder_set_member_name (builder, "concepts");
  json_builder_begin_array (builder);
  for (guint i = 0; model->name_nth != NULL && (name = model->name_nth (i)) != NULL; i++)
    {
      SurmiseDemoConfig config = { .german = surmise_demo_catalog_is_german (query) };
      const char *chosen = surmise_demo_name_choose (name, &config);

      if (surmise_demo_catalog_has_words (chosen, query) && surmise_demo_page_takes (&page))
        surmise_demo_data_add_concept (builder, name, &config, 0);
    }
  json_builder_end_array (builder);
}

static void
add_types (JsonBuilder *builder,
           GHashTable  *query)
{
  const SurmiseDemoModelType *type;
  SurmiseDemoPage page = surmise_demo_page_get (query);

  json_builder_set_member_name (builder, "model_types");
  json_builder_begin_array (builder);
  for (guint i = 0; (type = surmise_demo_model_type_nth (i)) != NULL; i++)
    if (surmise_demo_page_takes (&page))
      surmise_demo_answer_add_type (builder, type);
  json_builder_end_array (builder);
}

static void
add_list (JsonBuilder *builder,
          const char  *member,
          void         (*add_one) (JsonBuilder *))
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  if (add_one != NULL)
    add_one (builder);
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
      add_list (builder, "organizations", NULL);
      break;

    case SURMISE_DEMO_ROUTE_APPS:
      add_list (builder, "apps", surmise_demo_answer_add_app);
      break;

    case SURMISE_DEMO_ROUTE_APP:
      json_builder_set_member_name (builder, "app");
      surmise_demo_answer_add_app (builder);
      break;

    case SURMISE_DEMO_ROUTE_MODELS:
      add_models (builder, query);
      break;

    case SURMISE_DEMO_ROUTE_CONCEPTS:
      add_concepts (builder, surmise_demo_model_find (route->model), query);
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
  else if (route->kind == SURMISE_DEMO_ROUTE_CONCEPTS)
    member = "concepts";

  if (member != NULL)
    add_list (builder, member, NULL);
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
 * @query: (nullable): of the address, decoded; what is heeded is said in surmise-demo-catalog.c
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
