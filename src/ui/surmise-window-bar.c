/* surmise-window-bar.c – the one message that hangs over the window
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-window-parts.h"

#include <glib/gi18n.h>

/* The bar's messages, most urgent first; each can be hidden by itself. */
typedef enum {
  BAR_NONE,
  BAR_KEYRING_SLOW,
  BAR_KEYRING_GONE,
  BAR_ENVIRONMENT,
  BAR_LOCKED,
  BAR_REJECTED,
  BAR_UPLOAD,
  BAR_DEMO,
} Bar;

static SurmiseAccountList *
get_accounts (SurmiseWindow *self)
{
  return surmise_context_get_accounts (self->context);
}

static gboolean
is_demo (SurmiseWindow *self)
{
  return self->account != NULL && surmise_account_get_place (self->account) == SURMISE_ACCOUNT_PLACE_DEMO;
}

/* An account was used before, and the keyring does not give it: that is no first start, and nothing is lost. */
static gboolean
misses_account (SurmiseWindow *self)
{
  g_autofree char *id = g_settings_get_string (surmise_context_get_settings (self->context), "account");

  return (self->account == NULL || is_demo (self)) && *id != '\0' && !g_str_equal (id, "demo")
         && !g_str_equal (id, "environment");
}

static Bar
find_bar (SurmiseWindow *self)
{
  SurmiseKeyringState keyring = surmise_account_list_get_keyring_state (get_accounts (self));
  GSettings *settings = surmise_context_get_settings (self->context);
  gboolean has_pictures = g_list_model_get_n_items (G_LIST_MODEL (self->pictures)) > 0;
  SurmiseAccountState state = self->account != NULL ? surmise_account_get_state (self->account)
                                                    : SURMISE_ACCOUNT_STATE_UNVERIFIED;
  SurmisePicture *chosen = surmise_window_get_chosen (self);

  if (self->connecting || self->presenting)
    return BAR_NONE;
  if (self->account == NULL && keyring == SURMISE_KEYRING_STATE_SLOW)
    return BAR_KEYRING_SLOW;
  if (misses_account (self) && keyring > SURMISE_KEYRING_STATE_READY)
    return keyring == SURMISE_KEYRING_STATE_LOCKED ? BAR_LOCKED : BAR_KEYRING_GONE;
  if (surmise_account_list_get_environment_error (get_accounts (self)) != NULL && !(self->dismissed & (1u << BAR_ENVIRONMENT)))
    return BAR_ENVIRONMENT;
  if (state == SURMISE_ACCOUNT_STATE_LOCKED)
    return BAR_LOCKED;
  /* A picture that failed for it says so itself. */
  if (state == SURMISE_ACCOUNT_STATE_REJECTED
      && (chosen == NULL || surmise_picture_get_state (chosen) != SURMISE_PICTURE_STATE_FAILED))
    return BAR_REJECTED;
  if (is_demo (self))
    return BAR_DEMO;
  if (self->account != NULL && has_pictures && !g_settings_get_boolean (settings, "upload-explained"))
    return BAR_UPLOAD;

  return BAR_NONE;
}

void
surmise_window_update_bar (SurmiseWindow *self)
{
  Bar bar = find_bar (self);

  if (self->dismissed & (1u << bar))
    bar = BAR_NONE;

  switch (bar)
    {
    case BAR_KEYRING_SLOW:
      surmise_bar_show (self->bar, _("Waiting for the keyring, where your tokens are…"), _("Use the _Demo"), "win.demo");
      break;

    case BAR_KEYRING_GONE:
      surmise_bar_show (self->bar, _("The keyring cannot be read, so your accounts are not here. Nothing is lost."),
                        _("_Connect…"), "win.connect");
      break;

    case BAR_ENVIRONMENT:
      surmise_bar_show (self->bar, _("The token in CLARIFAI_PAT cannot be used: it is not a plain token, or its server is not "
                                     "secure."), NULL, NULL);
      break;

    case BAR_LOCKED:
      surmise_bar_show (self->bar, _("The keyring is locked, and the token with it."), _("_Unlock"), "win.unlock");
      break;

    case BAR_REJECTED:
      surmise_bar_show (self->bar, _("Clarifai refused this token. It may have been deleted. Your pictures are still here."),
                        _("Change _Token"), "win.accounts");
      break;

    case BAR_UPLOAD:
      surmise_bar_show (self->bar, _("A small, clean copy of each picture goes to Clarifai, without place and camera data. "
                                     "Calls may cost money."), _("_Got It"), "win.upload-explained");
      break;

    case BAR_DEMO:
      surmise_bar_show (self->bar, _("Demo: computed on this computer. Connect to Clarifai for real models."), _("_Connect…"),
                        "win.connect");
      break;

    case BAR_NONE:
    default:
      surmise_bar_hide (self->bar);
    }
}

/* Hidden by the person: not shown again in this window. */
void
surmise_window_on_bar_closed (SurmiseWindow *self)
{
  Bar bar = find_bar (self);

  self->dismissed |= 1u << bar;
  if (bar == BAR_UPLOAD)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.upload-explained", NULL);
}
