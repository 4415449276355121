/* surmise-demo-router.c – which request is which
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-router.h"

/* Longer than any path below; what has more parts matches nothing. */
#define MAX_PARTS 16

/* The paths of the service's own google.api.http annotations, as far as the application asks them. A part in
 * braces is any one segment. The first match counts: "models/types" is no model. */
static const struct {
  SurmiseDemoRouteKind kind;
  const char          *method;
  const char          *path;
} ROUTES[] = {
  { SURMISE_DEMO_ROUTE_USER, "GET", "/v2/users/{user}" },
  { SURMISE_DEMO_ROUTE_ORGANIZATIONS, "GET", "/v2/users/{user}/organizations" },
  { SURMISE_DEMO_ROUTE_APPS, "GET", "/v2/users/{user}/apps" },
  { SURMISE_DEMO_ROUTE_APP, "GET", "/v2/users/{user}/apps/{app}" },
  { SURMISE_DEMO_ROUTE_TYPES, "GET", "/v2/models/types" },
  { SURMISE_DEMO_ROUTE_TYPE, "GET", "/v2/models/types/{type}" },
  { SURMISE_DEMO_ROUTE_TYPES, "GET", "/v2/users/clarifai/apps/main/models/types" },
  { SURMISE_DEMO_ROUTE_TYPE, "GET", "/v2/users/clarifai/apps/main/models/types/{type}" },
  { SURMISE_DEMO_ROUTE_TYPES, "GET", "/v2/users/{user}/apps/{app}/models/types" },
  { SURMISE_DEMO_ROUTE_TYPE, "GET", "/v2/users/{user}/apps/{app}/models/types/{type}" },
  { SURMISE_DEMO_ROUTE_MODELS, "GET", "/v2/models" },
  { SURMISE_DEMO_ROUTE_MODELS, "GET", "/v2/users/{user}/models" },
  { SURMISE_DEMO_ROUTE_MODELS, "GET", "/v2/users/{user}/apps/{app}/models" },
  { SURMISE_DEMO_ROUTE_MODEL, "GET", "/v2/users/{user}/apps/{app}/models/{model}" },
  { SURMISE_DEMO_ROUTE_VERSIONS, "GET", "/v2/users/{user}/apps/{app}/models/{model}/versions" },
  { SURMISE_DEMO_ROUTE_VERSION, "GET", "/v2/users/{user}/apps/{app}/models/{model}/versions/{version}" },
  { SURMISE_DEMO_ROUTE_CONCEPTS, "GET", "/v2/users/{user}/apps/{app}/models/{model}/concepts" },
  { SURMISE_DEMO_ROUTE_CONCEPTS, "GET",
    "/v2/users/{user}/apps/{app}/models/{model}/versions/{version}/concepts" },
  { SURMISE_DEMO_ROUTE_OUTPUTS, "POST", "/v2/users/{user}/apps/{app}/models/{model}/outputs" },
  { SURMISE_DEMO_ROUTE_OUTPUTS, "POST",
    "/v2/users/{user}/apps/{app}/models/{model}/versions/{version}/outputs" },
};

static void
set_part (SurmiseDemoRoute *self,
          const char       *name,
          char             *value)
{
  char **place = NULL;

  if (g_str_equal (name, "{user}"))
    place = &self->user;
  else if (g_str_equal (name, "{app}"))
    place = &self->app;
  else if (g_str_equal (name, "{model}"))
    place = &self->model;
  else if (g_str_equal (name, "{version}"))
    place = &self->version;
  else if (g_str_equal (name, "{type}"))
    place = &self->type;

  g_return_if_fail (place != NULL && *place == NULL);
  *place = value;
}

static SurmiseDemoRoute *
match (const char  *pattern,
       char       **parts)
{
  g_auto (GStrv) names = g_strsplit (pattern, "/", -1);
  g_autoptr (SurmiseDemoRoute) self = NULL;

  if (g_strv_length (names) != g_strv_length (parts))
    return NULL;

  self = g_new0 (SurmiseDemoRoute, 1);
  for (guint i = 0; names[i] != NULL; i++)
    if (names[i][0] == '{')
      {
        /* An encoded slash would make one segment read as two. */
        g_autofree char *value = g_uri_unescape_string (parts[i], "/");

        if (value == NULL || value[0] == '\0' || !g_utf8_validate (value, -1, NULL))
          return NULL;
        set_part (self, names[i], g_steal_pointer (&value));
      }
    else if (!g_str_equal (names[i], parts[i]))
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * surmise_demo_route_new:
 * @path: the path of a request, percent-encoded as it came
 *
 * Returns: (transfer full) (nullable): what it asks for, or %NULL where there is no such path
 */
SurmiseDemoRoute *
surmise_demo_route_new (const char *path)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  parts = g_strsplit (path, "/", MAX_PARTS);
  for (guint i = 0; i < G_N_ELEMENTS (ROUTES); i++)
    {
      SurmiseDemoRoute *route = match (ROUTES[i].path, parts);

      if (route != NULL)
        {
          route->kind = ROUTES[i].kind;
          route->method = ROUTES[i].method;
          return route;
        }
    }

  return NULL;
}

/**
 * surmise_demo_route_free:
 * @self: (transfer full) (nullable): a route
 */
void
surmise_demo_route_free (SurmiseDemoRoute *self)
{
  if (self == NULL)
    return;

  g_free (self->user);
  g_free (self->app);
  g_free (self->model);
  g_free (self->version);
  g_free (self->type);
  g_free (self);
}
