/* surmise-tagger-private.h – a tagger inside
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-tagger-queue.h"
#include "surmise-tagger.h"

G_BEGIN_DECLS

/**
 * SurmiseTagger:
 *
 * Takes pictures one way: prepared, sent, answered. A few waiting pictures go one a request, so that the first answer is
 * not held up by the others; many go together. Models and accounts take turns. A second language is asked for when the
 * first has its answer and nothing else is to be asked of that model. A picture asked again while it is under way starts anew, and what was
 * under way for it is not wanted any more. Without the tagger nothing goes on: its pictures are cancelled with it.
 */
struct _SurmiseTagger
{
  GObject             parent_instance;

  SurmisePreparer    *preparer;  /* (owned) */
  SurmiseAccountList *accounts;  /* (owned) */
  GHashTable         *jobs;      /* (owned): SurmisePicture → its current SurmiseTaggerJob (owned) */
  GHashTable         *seconds;   /* (owned): the same for second languages */
  SurmiseTaggerQueue *queue;     /* (owned) */
  GPtrArray          *requests;  /* (owned) of SurmiseTaggerRequest (owned): in flight */
  guint               max_requests;
  guint               max_edge;  /* pixels; 0 keeps the pictures' size */
};

void _surmise_tagger_move_on (SurmiseTagger *self);

G_END_DECLS
