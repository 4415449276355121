/* surmise-window-parts.h – what the window's own files offer each other
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-window-private.h"

G_BEGIN_DECLS

/* surmise-window.c */
void            surmise_window_update       (SurmiseWindow    *self);
void            surmise_window_toast        (SurmiseWindow    *self,
                                             const char       *text);

/* surmise-window-bar.c */
void            surmise_window_update_bar    (SurmiseWindow   *self);
void            surmise_window_on_bar_closed (SurmiseWindow   *self);

/* surmise-window-account.c */
void            surmise_window_init_account (SurmiseWindow    *self);
void            surmise_window_set_account  (SurmiseWindow    *self,
                                             SurmiseAccount   *account,
                                             gboolean          remember,
                                             gboolean          ask);
void            surmise_window_set_model    (SurmiseWindow    *self,
                                             ClarifaiModelRef *model,
                                             const char       *name);
void            surmise_window_choose_model (SurmiseWindow    *self,
                                             ClarifaiModelRef *model,
                                             const char       *name);

/* surmise-window-actions.c */
void            surmise_window_class_install_actions (GtkWidgetClass *widget_class);
void            surmise_window_update_actions        (SurmiseWindow  *self);

/* surmise-window-pictures.c */
SurmisePicture *surmise_window_get_chosen   (SurmiseWindow    *self);
void            surmise_window_add_files    (SurmiseWindow    *self,
                                             GPtrArray        *files);
void            surmise_window_add_picture  (SurmiseWindow *self, SurmisePicture *picture);
void            surmise_window_add_address  (SurmiseWindow    *self,
                                             const char       *address);
void            surmise_window_add_bytes    (SurmiseWindow    *self,
                                             GBytes           *bytes);
void            surmise_window_ask          (SurmiseWindow *self, SurmisePicture *picture);
void            surmise_window_ask_all      (SurmiseWindow    *self);
void            surmise_window_cancel_all   (SurmiseWindow    *self);
void            surmise_window_remove       (SurmiseWindow    *self,
                                             guint             position,
                                             guint             n);
void            surmise_window_put_back     (SurmiseWindow    *self,
                                             GPtrArray        *pictures,
                                             guint             position);

/* surmise-window-dnd.c */
void            surmise_window_init_drop    (SurmiseWindow    *self);
void            surmise_window_paste        (SurmiseWindow    *self);

G_END_DECLS
