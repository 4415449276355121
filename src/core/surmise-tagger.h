/* surmise-tagger.h – asks a model about pictures, several at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-account-list.h"
#include "surmise-preparer.h"

G_BEGIN_DECLS

#define SURMISE_TYPE_TAGGER (surmise_tagger_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseTagger, surmise_tagger, SURMISE, TAGGER, GObject)

SurmiseTagger *surmise_tagger_new          (SurmisePreparer    *preparer,
                                            SurmiseAccountList *accounts);
void           surmise_tagger_set_max_edge (SurmiseTagger      *self,
                                            guint               max_edge);
void           surmise_tagger_set_max_requests (SurmiseTagger *self,
                                            guint               max_requests);
void           surmise_tagger_ask          (SurmiseTagger      *self,
                                            SurmisePicture     *picture,
                                            SurmiseAccount     *account,
                                            ClarifaiModelRef   *model);
void           surmise_tagger_ask_question (SurmiseTagger      *self,
                                            SurmisePicture     *picture,
                                            SurmiseAccount     *account,
                                            SurmiseQuestion    *question);
void           surmise_tagger_refuse       (SurmiseTagger      *self,
                                            SurmisePicture     *picture,
                                            SurmiseQuestion    *question,
                                            const GError       *error);
void           surmise_tagger_cancel       (SurmiseTagger      *self,
                                            SurmisePicture     *picture);

G_END_DECLS
