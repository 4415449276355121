/* test-keyring-prompt.h – a person in front of gnome-keyring
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

/* What the screen saver or the person does to an open keyring. */
void lock_keyring         (void);

/* All of these begin something that goes on while the test waits for its own result. */
void wait_for_prompt      (gboolean there);
void press_escape         (void);
void dismiss_prompt       (void);
void answer_prompt        (void);
void answer_prompt_slowly (void);
