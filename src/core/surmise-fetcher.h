/* surmise-fetcher.h – fetches a picture from the web for its preview, without any token
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SURMISE_FETCH_ERROR (surmise_fetch_error_quark ())
typedef enum {
  SURMISE_FETCH_ERROR_STATUS,        /* the server did not answer with a picture but with a status; message: the status */
  SURMISE_FETCH_ERROR_NOT_A_PICTURE, /* message: what it is */
  SURMISE_FETCH_ERROR_TOO_LARGE,
  SURMISE_FETCH_ERROR_REDIRECTS,
} SurmiseFetchError;

GQuark          surmise_fetch_error_quark    (void);

#define SURMISE_TYPE_FETCHER (surmise_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseFetcher, surmise_fetcher, SURMISE, FETCHER, GObject)

SurmiseFetcher *surmise_fetcher_new          (void);
void            surmise_fetcher_fetch_async  (SurmiseFetcher       *self,
                                              const char           *address,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GBytes         *surmise_fetcher_fetch_finish (SurmiseFetcher       *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
