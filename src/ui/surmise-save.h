/* surmise-save.h – saving bytes where the person says
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks for a place and writes the whole file or nothing. Cancelling, by the person too, is %G_IO_ERROR_CANCELLED. */
void   surmise_save_bytes_async  (GtkWindow            *parent,
                                  const char           *title,
                                  const char           *name,
                                  GBytes               *bytes,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
GFile *surmise_save_bytes_finish (GtkWindow            *parent,
                                  GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
