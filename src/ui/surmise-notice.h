/* surmise-notice.h – a quiet box that says what the matter is and offers a way on
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_NOTICE (surmise_notice_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseNotice, surmise_notice, SURMISE, NOTICE, AdwBin)

GtkWidget *surmise_notice_new        (void);
/* Hidden until it has something to say. The title is the accessible name, the hint the description. */
void       surmise_notice_say        (SurmiseNotice *self,
                                      const char    *title,
                                      const char    *hint,
                                      const char    *details);
void       surmise_notice_hide       (SurmiseNotice *self);
/* A spinner instead of the warning sign. */
void       surmise_notice_set_busy   (SurmiseNotice *self,
                                      gboolean       busy);
/* Without a label there is no button. */
void       surmise_notice_set_button (SurmiseNotice *self,
                                      const char    *label,
                                      const char    *action_name);
GtkWidget *surmise_notice_get_button (SurmiseNotice *self);

G_END_DECLS
