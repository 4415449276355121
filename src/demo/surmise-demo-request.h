/* surmise-demo-request.h – what a prediction request asks for
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-demo-models.h"

G_BEGIN_DECLS

typedef enum {
  SURMISE_DEMO_INPUT_PICTURE,
  SURMISE_DEMO_INPUT_URL,
  SURMISE_DEMO_INPUT_BAD_BASE64,
  SURMISE_DEMO_INPUT_EMPTY,
} SurmiseDemoInput;

typedef struct {
  GBytes     *picture;   /* for SURMISE_DEMO_INPUT_PICTURE alone */
  const char *words;     /* (nullable): the request's own */
  GHashTable *arguments; /* (nullable): of char to JsonObject */
} SurmiseDemoContent;

#define SURMISE_DEMO_REQUEST_ERROR (surmise_demo_request_error_quark ())

typedef enum {
  SURMISE_DEMO_REQUEST_ERROR_SYNTAX,
  SURMISE_DEMO_REQUEST_ERROR_SHAPE,
  SURMISE_DEMO_REQUEST_ERROR_RANGE,
} SurmiseDemoRequestError;

typedef struct _SurmiseDemoRequest SurmiseDemoRequest;

GQuark                   surmise_demo_request_error_quark  (void);

SurmiseDemoRequest      *surmise_demo_request_new          (GBytes              *body,
                                                            GError             **error);
void                     surmise_demo_request_free         (SurmiseDemoRequest  *self);
guint                    surmise_demo_request_get_n_inputs (SurmiseDemoRequest  *self);
SurmiseDemoInput         surmise_demo_request_get_input    (SurmiseDemoRequest  *self,
                                                            guint                position,
                                                            SurmiseDemoContent  *content);
void                     surmise_demo_content_clear        (SurmiseDemoContent  *self);
const SurmiseDemoConfig *surmise_demo_request_get_config   (SurmiseDemoRequest  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SurmiseDemoContent, surmise_demo_content_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurmiseDemoRequest, surmise_demo_request_free)

G_END_DECLS
