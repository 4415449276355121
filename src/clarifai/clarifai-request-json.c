/* clarifai-request-json.c – a prediction's request, as others could send it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-request-json.h"

#include "clarifai-input.h"
#include "clarifai-model-ref.h"
#include "clarifai-raw.h"
#include "clarifai-wire-encode.h"

/* (transfer full): below the server's address, percent-encoded: "/v2/users/…/outputs". */
char *
clarifai_predict_dup_path (ClarifaiModelRef *model)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (model), NULL);

  path = clarifai_model_ref_to_path (model);

  return g_strconcat (path, "/outputs", NULL);
}

/**
 * clarifai_predict_dup_body:
 * @input: what is asked about
 * @config: (nullable): NULL for the service's own defaults
 * @placeholder: (nullable): stands where a picture's bytes would be, as the base64 text; NULL for the bytes themselves
 *
 * What clarifai_client_predict_async() sends, but for the ids by which it tells the answers apart. There is nothing
 * secret in it.
 *
 * Returns: (transfer full): indented JSON; line ends stand between its members only, never in a text
 */
char *
clarifai_predict_dup_body (ClarifaiInput              *input,
                           const ClarifaiOutputConfig *config,
                           const char                 *placeholder)
{
  g_autofree char *json = NULL;

  g_return_val_if_fail (CLARIFAI_IS_INPUT (input), NULL);

  json = clarifai_wire_encode_single (input, config, placeholder);

  return clarifai_raw_indent (json);
}
