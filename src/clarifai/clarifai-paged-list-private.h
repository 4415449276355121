/* clarifai-paged-list-private.h – what fetching a page needs of the list
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-paged-list.h"

G_BEGIN_DECLS

typedef struct {
  ClarifaiClient *client;   /* (owned) */
  char           *query;    /* (owned): "" or what follows the page, with its "&" */
  guint           per_page;
  guint           page;     /* the next one, from 1 */
  GPtrArray      *paths;    /* (owned) of char *: those that have not come to their end */
  GPtrArray      *items;    /* (owned) of GObject */
  GHashTable     *known;    /* (owned) set of keys (owned) */
  guint           n_barren; /* pages in a row that brought nothing */
  gboolean        loading;
  gboolean        complete;
} ClarifaiPagedListPrivate;

ClarifaiPagedListPrivate *clarifai_paged_list_get_private (ClarifaiPagedList *self);
void                      clarifai_paged_list_set_loading (ClarifaiPagedList *self,
                                                           gboolean           loading);
void                      clarifai_paged_list_take_page   (ClarifaiPagedList *self,
                                                           GPtrArray         *items);

G_END_DECLS
