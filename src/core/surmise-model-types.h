/* surmise-model-types.h – what the kinds of model take and give, as the service tells it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "clarifai-model.h"
#include "surmise-account.h"

G_BEGIN_DECLS

/* Asked once an account and session. */
void               surmise_model_types_load_async  (SurmiseAccount       *account,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
/* (transfer full): of ClarifaiModelType */
GListModel        *surmise_model_types_load_finish (SurmiseAccount       *account,
                                                    GAsyncResult         *result,
                                                    GError              **error);
/* (nullable): one that was asked for already, alone or with the others */
ClarifaiModelType *surmise_model_types_lookup      (SurmiseAccount       *account,
                                                    const char           *type_id);

G_END_DECLS
