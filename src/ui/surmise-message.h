/* surmise-message.h – what happened, what it means, what to do: a page of words
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_MESSAGE (surmise_message_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseMessage, surmise_message, SURMISE, MESSAGE, AdwBin)

void surmise_message_show       (SurmiseMessage *self,
                                 const char     *title,
                                 const char     *hint,
                                 const char     *button,
                                 const char     *action);
void surmise_message_show_error (SurmiseMessage *self,
                                 const GError   *error);

G_END_DECLS
