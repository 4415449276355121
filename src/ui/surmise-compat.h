/* surmise-compat.h – what newer toolkits do otherwise, behind one signature each
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for pictures to open. Cancelling is %G_IO_ERROR_CANCELLED. Returns a GListModel of GFile. */
void        surmise_pick_images_async  (GtkWindow            *parent,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GListModel *surmise_pick_images_finish (GtkWindow            *parent,
                                        GAsyncResult         *result,
                                        GError              **error);
/* Asks where to save; @name is what is offered. Cancelling is %G_IO_ERROR_CANCELLED. */
void        surmise_pick_save_async    (GtkWindow            *parent,
                                        const char           *title,
                                        const char           *name,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GFile      *surmise_pick_save_finish   (GtkWindow            *parent,
                                        GAsyncResult         *result,
                                        GError              **error);
void        surmise_show_about         (GtkWindow            *parent,
                                        const char           *debug_info);
/* The widget's own foreground, as its CSS has it. */
void        surmise_get_color          (GtkWidget            *widget,
                                        GdkRGBA              *color);
/* Says it through the screen reader, where the toolkit can. */
void        surmise_announce           (GtkWidget            *widget,
                                        const char           *text);

G_END_DECLS
