/* clarifai-error.c – what can go wrong at the service, as far as callers act on it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-error.h"

/**
 * ClarifaiError:
 * @CLARIFAI_ERROR_FAILED: anything that has no code of its own
 * @CLARIFAI_ERROR_TOKEN_REFUSED: the token is unknown or was deleted (11001, 11002, 11009, or HTTP 401
 *   without a code)
 * @CLARIFAI_ERROR_KEY_INVALID: 11008: a token of the wrong shape, or a path that it may not use; ask
 *   `users/me` to tell which
 * @CLARIFAI_ERROR_SCOPES: the token lacks a permission (11007)
 * @CLARIFAI_ERROR_ACCOUNT: the plan, the trial or the card (11000, 690xx)
 * @CLARIFAI_ERROR_QUOTA: nothing left this month (11004, 11006)
 * @CLARIFAI_ERROR_THROTTLED: too many requests, and still so after the retries (11003, 11005)
 * @CLARIFAI_ERROR_NOT_FOUND: unknown user, app or path (11101, or HTTP 404 without a code)
 * @CLARIFAI_ERROR_MODEL_NOT_FOUND: gone, never there, or private (21200)
 * @CLARIFAI_ERROR_MODEL_DENIED: there, and not for this account (21201)
 * @CLARIFAI_ERROR_MODEL_NOT_DEPLOYED: nothing runs it (21353, 25600–25603, 259xx)
 * @CLARIFAI_ERROR_MODEL_NOT_READY: still starting, training or queued after the retries (211xx, 21351,
 *   21352, 21354, 21355)
 * @CLARIFAI_ERROR_MODEL_FAILED: the model itself failed (21313, 21350, 25608)
 * @CLARIFAI_ERROR_INVALID_REQUEST: the service refused what was asked (11100, 11102, 11103, 2120x, 39999,
 *   40001)
 * @CLARIFAI_ERROR_INPUT_FAILED: the picture could not be fetched or read by the service (30002, 30300, 39996)
 * @CLARIFAI_ERROR_INPUT_UNSUPPORTED: not a kind of input this model takes (30101, 30102–30104)
 * @CLARIFAI_ERROR_INPUT_ADDRESS: not a usable web address (30106)
 * @CLARIFAI_ERROR_INPUT_TOO_LARGE: over the service's limits (30105, 40033, or HTTP 413 without a code)
 * @CLARIFAI_ERROR_CONSENT: a consent is to be given on the service's site first (50001, 11104)
 * @CLARIFAI_ERROR_SERVER: trouble at the service (5xx, 98xxx, 99xxx, 39997 and the like)
 * @CLARIFAI_ERROR_REDIRECTED: an API call was answered with a redirect (3xx, 10050); it is never followed
 * @CLARIFAI_ERROR_BAD_REPLY: the answer is not what the API promises (HTML, cut, wrong types)
 * @CLARIFAI_ERROR_REPLY_TOO_LARGE: the answer is larger than the cap
 * @CLARIFAI_ERROR_INSECURE: a base that is neither https nor http on loopback
 * @CLARIFAI_ERROR_REFERENCE: text that names no model
 * @CLARIFAI_ERROR_REFERENCE_KIND: an address of the service that names something other than a model
 *
 * Messages are English, technical, and never hold a token. Transport errors (%G_IO_ERROR, %G_RESOLVER_ERROR,
 * %G_TLS_ERROR) keep their own domain.
 */
G_DEFINE_QUARK (clarifai-error-quark, clarifai_error)
