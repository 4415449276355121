/* clarifai-wire-method.c – a version's method signatures, as objects
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-wire-method.h"

#include "clarifai-json.h"
#include "clarifai-method-private.h"

/* (transfer full): of #ClarifaiMethod, never NULL. */
GListModel *
clarifai_wire_decode_methods (JsonObject *model_version)
{
  return G_LIST_MODEL (g_list_store_new (CLARIFAI_TYPE_METHOD));
}
