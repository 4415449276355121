/* clarifai-wire-method.h – a version's method signatures, as objects
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "clarifai-types.h"

G_BEGIN_DECLS

GListModel *clarifai_wire_decode_methods (JsonObject *model_version);

G_END_DECLS
