/* surmise-demo-answers.h – the demo's answers as JSON
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "surmise-demo-models.h"

G_BEGIN_DECLS

/* The status codes of the service that the demo uses, by the names in its status_code.proto. */
typedef enum {
  SURMISE_DEMO_STATUS_SUCCESS = 10000,
  SURMISE_DEMO_STATUS_MIXED = 10010,
  SURMISE_DEMO_STATUS_FAILURE = 10020,
  SURMISE_DEMO_STATUS_KEY_NOT_FOUND = 11009,
  SURMISE_DEMO_STATUS_BAD_REQUEST_FORMAT = 11100,
  SURMISE_DEMO_STATUS_DOES_NOT_EXIST = 11101,
  SURMISE_DEMO_STATUS_INVALID_REQUEST = 11102,
  SURMISE_DEMO_STATUS_METHOD_NOT_ALLOWED = 11103,
  SURMISE_DEMO_STATUS_MODEL_TRAINED = 21100,
  SURMISE_DEMO_STATUS_MODEL_DOES_NOT_EXIST = 21200,
  SURMISE_DEMO_STATUS_MODEL_INVALID_ARGUMENT = 21202,
  SURMISE_DEMO_STATUS_INPUT_FAILED = 30002,
  SURMISE_DEMO_STATUS_INPUT_UNSUPPORTED_FORMAT = 30101,
  SURMISE_DEMO_STATUS_INPUT_INVALID_ARGUMENT = 30104,
  SURMISE_DEMO_STATUS_INPUT_OVER_LIMIT = 30105,
  SURMISE_DEMO_STATUS_INPUT_INVALID_BYTES = 30300,
  SURMISE_DEMO_STATUS_REQUEST_TOO_BIG = 40033,
} SurmiseDemoStatus;

guint        surmise_demo_status_get_http   (SurmiseDemoStatus       status);

/* A builder in an open object that has its "status" already; and its text, closed. */
JsonBuilder *surmise_demo_answer_begin      (SurmiseDemoStatus       status,
                                             const char             *details);
char        *surmise_demo_answer_end        (JsonBuilder            *builder);
void         surmise_demo_answer_add_string (JsonBuilder            *builder,
                                             const char             *member,
                                             const char             *value);
void         surmise_demo_answer_add_number (JsonBuilder            *builder,
                                             const char             *member,
                                             gint64                  value);
void         surmise_demo_answer_add_status (JsonBuilder            *builder,
                                             SurmiseDemoStatus       status,
                                             const char             *details,
                                             gboolean                whole);
void         surmise_demo_answer_add_user   (JsonBuilder            *builder);
void         surmise_demo_answer_add_app    (JsonBuilder            *builder);
void         surmise_demo_answer_add_model  (JsonBuilder            *builder,
                                             const SurmiseDemoModel *model,
                                             gboolean                with_notes);
void         surmise_demo_answer_add_version (JsonBuilder            *builder,
                                              const SurmiseDemoModel *model);
void         surmise_demo_answer_add_type   (JsonBuilder                *builder,
                                             const SurmiseDemoModelType *type);

G_END_DECLS
