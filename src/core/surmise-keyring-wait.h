/* surmise-keyring-wait.h – lets a caller go when the keyring takes too long, while the work goes on
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SurmiseKeyringWait SurmiseKeyringWait;

SurmiseKeyringWait *surmise_keyring_wait_new    (GTask              *task,
                                                 guint               patience_ms);
gboolean            surmise_keyring_wait_is_over (SurmiseKeyringWait *self);
GTask              *surmise_keyring_wait_end    (SurmiseKeyringWait *self);

/* What a failed libsecret call means. */
gboolean            surmise_keyring_timed_out   (const GError       *error);
gboolean            surmise_keyring_item_vanished (const GError     *error);
void                surmise_keyring_return_error (GTask             *task,
                                                  GError            *error);
void                surmise_keyring_return_locked (GTask            *task);

G_END_DECLS
