/* surmise-error-text.h – errors in words that help
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SurmiseErrorAction:
 *
 * What the person can do about it, beyond reading.
 */
typedef enum {
  SURMISE_ERROR_ACTION_NONE,
  SURMISE_ERROR_ACTION_TRY_AGAIN,
  SURMISE_ERROR_ACTION_CHANGE_TOKEN,
  SURMISE_ERROR_ACTION_CHANGE_MODEL,
} SurmiseErrorAction;

typedef struct
{
  const char         *title;   /* (not owned): a sentence without full stop */
  const char         *hint;    /* (not owned): what it means and what to do */
  char               *details; /* (owned) (nullable): the service's own words */
  SurmiseErrorAction  action;
} SurmiseErrorText;

SurmiseErrorText *surmise_error_text_new          (const GError       *error);
void              surmise_error_text_free         (SurmiseErrorText   *self);
const char       *surmise_error_action_get_label  (SurmiseErrorAction  action);
/* All of it in one line, for a terminal: "Title. Hint (details)". */
char             *surmise_error_text_line         (const GError       *error);
/* One sentence for a toast about something that could not be used: "“notes.pdf” is not a picture". */
char             *surmise_error_text_about        (const GError       *error,
                                                   const char         *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurmiseErrorText, surmise_error_text_free)

G_END_DECLS
