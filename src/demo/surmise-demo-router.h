/* surmise-demo-router.h – which request is which
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  SURMISE_DEMO_ROUTE_USER,
  SURMISE_DEMO_ROUTE_ORGANIZATIONS,
  SURMISE_DEMO_ROUTE_APPS,
  SURMISE_DEMO_ROUTE_APP,
  SURMISE_DEMO_ROUTE_MODELS,
  SURMISE_DEMO_ROUTE_MODEL,
  SURMISE_DEMO_ROUTE_VERSIONS,
  SURMISE_DEMO_ROUTE_VERSION,
  SURMISE_DEMO_ROUTE_CONCEPTS,
  SURMISE_DEMO_ROUTE_TYPES,
  SURMISE_DEMO_ROUTE_TYPE,
  SURMISE_DEMO_ROUTE_OUTPUTS,
} SurmiseDemoRouteKind;

/* What stands in the path; %NULL where the path has no such part. */
typedef struct {
  SurmiseDemoRouteKind  kind;
  const char           *method; /* the only one allowed */
  char                 *user;
  char                 *app;
  char                 *model;
  char                 *version;
  char                 *type;
} SurmiseDemoRoute;

/* @path is still percent-encoded. %NULL where there is no such path. */
SurmiseDemoRoute *surmise_demo_route_new  (const char       *path);
void              surmise_demo_route_free (SurmiseDemoRoute *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurmiseDemoRoute, surmise_demo_route_free)

G_END_DECLS
