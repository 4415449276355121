/* surmise-demo-catalog.h – which of the demo's models and concepts a list asks for
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-models.h"

G_BEGIN_DECLS

/* Queries are those of an address, decoded; NULL where there is none. */

typedef struct {
  guint64 skip;
  guint64 take;
} SurmiseDemoPage;

SurmiseDemoPage  surmise_demo_page_get          (GHashTable      *query);
/* To be asked for each in turn: whether it is on the page. */
gboolean         surmise_demo_page_takes        (SurmiseDemoPage *page);

/* Of SurmiseDemoModel, in the order that is asked for. */
GPtrArray       *surmise_demo_catalog_find      (GHashTable      *query);
gboolean         surmise_demo_catalog_has_words (const char      *text,
                                                 GHashTable      *query);
gboolean         surmise_demo_catalog_is_german (GHashTable      *query);

G_END_DECLS
