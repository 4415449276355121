/* ask-fixture.h – models to ask, and a window to ask them in
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "clarifai-method-private.h"
#include "clarifai-model-private.h"
#include "clarifai-model-ref.h"
#include "mock-server.h"
#include "surmise-account-private.h"
#include "surmise-context.h"
#include "surmise-question.h"
#include "test-utils.h"

G_BEGIN_DECLS

#define OK         "{\"status\":{\"code\":10000,\"description\":\"Ok\"}"
#define MODEL      "clarifai/main/general-image-recognition"
#define MODEL_PATH "/v2/users/clarifai/apps/main/models/general-image-recognition"
#define TOKEN      "0123456789abcdef0123456789abcdef"

GtkWidget         *find_widget      (GtkWidget *widget, GType type);
/* The row of a list box that has this title. */
GtkWidget         *find_row         (GtkWidget *widget, const char *title);
gpointer           child_of         (gpointer widget, GType type, const char *name);
gboolean           is_mapped        (gpointer widget);
GtkWindow         *show_in_window   (GtkWidget *child);

ClarifaiModelType *new_type         (const char *input, const char *output);
ClarifaiModel     *new_model        (GListModel *methods, gboolean with_languages);
/* All of @...: ClarifaiArgument, taken, up to NULL. */
ClarifaiMethod    *new_method       (const char *name, gboolean streams, ...) G_GNUC_NULL_TERMINATED;
GListModel        *new_methods      (ClarifaiMethod *first, ClarifaiMethod *second);
ClarifaiArgument  *new_argument     (const char *name, ClarifaiDataType type, gboolean required, GVariant *fallback);
SurmiseAccount    *new_account      (MockServer *server);

G_END_DECLS
