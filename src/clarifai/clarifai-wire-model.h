/* clarifai-wire-model.h – replies about models, as objects
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "clarifai-types.h"

G_BEGIN_DECLS

ClarifaiModel     *clarifai_wire_decode_model          (JsonObject        *root,
                                                        ClarifaiModelRef  *asked,
                                                        GError           **error);
ClarifaiModel     *clarifai_wire_decode_version        (JsonObject        *root,
                                                        ClarifaiModel     *model,
                                                        GError           **error);
ClarifaiModelType *clarifai_wire_decode_model_type     (JsonObject        *root,
                                                        GError           **error);
GListModel        *clarifai_wire_decode_model_types    (JsonObject        *root);

/* (nullable): an entry of a list; NULL where it has no name of its own. */
gpointer           clarifai_wire_decode_listed_model   (JsonObject        *entry);
gpointer           clarifai_wire_decode_listed_version (JsonObject        *entry);
gpointer           clarifai_wire_decode_listed_concept (JsonObject        *entry);
gpointer           clarifai_wire_decode_listed_app     (JsonObject        *entry);

G_END_DECLS
