/* surmise-prompt-entry.h – words of several lines, and Enter to say them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_PROMPT_ENTRY (surmise_prompt_entry_get_type ())
G_DECLARE_FINAL_TYPE (SurmisePromptEntry, surmise_prompt_entry, SURMISE, PROMPT_ENTRY, AdwBin)

/* Signals: "changed"; "activate", when Enter is pressed without Shift. */
GtkWidget *surmise_prompt_entry_new      (void);
char      *surmise_prompt_entry_dup_text (SurmisePromptEntry *self);
void       surmise_prompt_entry_set_text (SurmisePromptEntry *self,
                                          const char         *text);
void       surmise_prompt_entry_set_hint (SurmisePromptEntry *self,
                                          const char         *name,
                                          const char         *placeholder);

G_END_DECLS
