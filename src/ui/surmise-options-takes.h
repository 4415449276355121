/* surmise-options-takes.h – which settings a model takes
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-model.h"
#include "surmise-question.h"

G_BEGIN_DECLS

typedef struct {
  gboolean known;     /* whether the service has said so much of it */
  gboolean methods;   /* everything is in its methods' signatures */
  gboolean limits;    /* how many concepts, and how sure of */
  gboolean only;      /* some of its concepts alone */
  gboolean languages; /* names in another language */
} SurmiseOptionsTakes;

void              surmise_options_takes_read       (SurmiseOptionsTakes *self,
                                                    ClarifaiModel       *model,
                                                    ClarifaiModelType   *type);
const char       *surmise_options_takes_none       (SurmiseOptionsTakes *self);
gboolean          surmise_options_takes_same_model (SurmiseQuestion     *a,
                                                    SurmiseQuestion     *b);
ClarifaiModelRef *surmise_options_takes_dup_ref    (SurmiseQuestion     *question,
                                                    const char          *version_id);
SurmiseQuestion  *surmise_options_takes_reset      (SurmiseQuestion     *question);
char             *surmise_options_takes_text       (SurmiseQuestion     *question);

G_END_DECLS
