/* surmise-window-account.c – the window's account and model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-window-parts.h"

#include <glib/gi18n.h>

#include "clarifai-model-ref.h"
#include "surmise-model-button.h"

static SurmiseAccountList *
get_accounts (SurmiseWindow *self)
{
  return surmise_context_get_accounts (self->context);
}

static void
on_model_chosen (SurmiseWindow    *self,
                 ClarifaiModelRef *model,
                 const char       *name)
{
  surmise_window_choose_model (self, model, name);
}

static void
on_compare_wanted (SurmiseWindow    *self,
                   ClarifaiModelRef *model,
                   const char       *name)
{
  surmise_window_compare_with (self, model, name);
}

/* The person's choice: the pictures that are here are asked about. */
void
surmise_window_choose_model (SurmiseWindow    *self,
                             ClarifaiModelRef *model,
                             const char       *name)
{
  surmise_window_set_model (self, model, name);
  surmise_window_ask_all (self);
}

void
surmise_window_set_model (SurmiseWindow    *self,
                          ClarifaiModelRef *model,
                          const char       *name)
{
  g_autofree char *known = NULL;

  g_assert (SURMISE_IS_WINDOW (self));
  g_assert (self->account != NULL);

  g_set_object (&self->model, model);
  if (name == NULL)
    known = surmise_context_dup_model_name (self->context, model);
  surmise_context_remember_model (self->context, self->account, model, name != NULL ? name : known);
  g_object_set (self->model_button, "model", model, "model-name", name != NULL ? name : known, NULL);
  surmise_window_begin_model (self);
  surmise_window_update (self);
}

/* @remember: for the next start; @ask: about the pictures that are here */
void
surmise_window_set_account (SurmiseWindow  *self,
                            SurmiseAccount *account,
                            gboolean        remember,
                            gboolean        ask)
{
  g_autoptr(ClarifaiModelRef) model = NULL;

  g_assert (SURMISE_IS_WINDOW (self));

  if (!g_set_object (&self->account, account))
    return;

  if (account == NULL)
    surmise_window_cancel_all (self);

  g_signal_group_set_target (self->account_signals, account);
  if (remember)
    g_settings_set_string (surmise_context_get_settings (self->context), "account", surmise_account_get_id (account));
  g_object_set (self->model_button, "account", account, NULL);
  if (account != NULL)
    {
      model = g_steal_pointer (&self->wanted_model);
      if (model == NULL)
        model = surmise_context_dup_model (self->context, account);
      surmise_window_set_model (self, model, NULL);
      if (ask)
        surmise_window_ask_all (self);
    }
  surmise_window_update (self);
}

void
surmise_window_use_demo (SurmiseWindow *self)
{
  g_autoptr(GError) error = NULL;
  SurmiseAccount *demo;

  g_return_if_fail (SURMISE_IS_WINDOW (self));

  demo = surmise_account_list_get_demo (get_accounts (self), &error);
  if (demo != NULL)
    {
      surmise_window_set_account (self, demo, FALSE, TRUE);
      return;
    }
  g_warning ("The demo service does not start: %s", error->message);
  surmise_window_toast (self, _("The demo could not be started"));
}

void
surmise_window_use_model (SurmiseWindow    *self,
                          ClarifaiModelRef *model)
{
  g_return_if_fail (SURMISE_IS_WINDOW (self));
  g_return_if_fail (CLARIFAI_IS_MODEL_REF (model));

  if (self->account != NULL)
    on_model_chosen (self, model, NULL);
  else
    g_set_object (&self->wanted_model, model);
}

/* The account to begin with: the one used last, else the environment's, else the first there is. */
static SurmiseAccount *
find_account (SurmiseWindow *self)
{
  SurmiseAccountList *accounts = get_accounts (self);
  g_autofree char *id = g_settings_get_string (surmise_context_get_settings (self->context), "account");
  SurmiseAccount *account = *id != '\0' ? surmise_account_list_find (accounts, id) : NULL;
  g_autoptr(SurmiseAccount) first = NULL;

  if (account != NULL)
    return account;
  if (g_str_equal (id, "demo"))
    return surmise_account_list_get_demo (accounts, NULL);
  if (surmise_account_list_get_keyring_state (accounts) < SURMISE_KEYRING_STATE_READY && *id != '\0'
      && !g_str_equal (id, "environment"))
    return NULL;

  account = surmise_account_list_find (accounts, "environment");
  if (account != NULL)
    return account;

  first = g_list_model_get_item (G_LIST_MODEL (accounts), 0);
  return first != NULL && surmise_account_get_place (first) != SURMISE_ACCOUNT_PLACE_DEMO ? first : NULL;
}

static void
on_accounts_changed (SurmiseWindow *self)
{
  SurmiseAccountList *accounts = get_accounts (self);
  /* Another account takes over from one that was removed, but asks nothing by itself: that may cost its owner money. */
  gboolean had_account = self->account != NULL;

  if (self->account != NULL && surmise_account_list_find (accounts, surmise_account_get_id (self->account)) != self->account)
    surmise_window_set_account (self, NULL, FALSE, FALSE);
  if (self->account == NULL)
    surmise_window_set_account (self, find_account (self), FALSE, !had_account);

  /* What was dropped before the keyring answered is not left waiting. */
  if (self->account == NULL && g_list_model_get_n_items (G_LIST_MODEL (self->pictures)) > 0
      && surmise_account_list_get_keyring_state (accounts) >= SURMISE_KEYRING_STATE_READY)
    surmise_window_use_demo (self);
  surmise_window_update (self);
}

/* Follows the list of accounts from now on, and starts reading the keyring; the window never waits for it. */
void
surmise_window_init_account (SurmiseWindow *self)
{
  SurmiseAccountList *accounts = get_accounts (self);

  g_assert (SURMISE_IS_WINDOW (self));

  self->model_button = surmise_model_button_new (self->context);
  gtk_stack_add_named (self->titles, self->model_button, "model");
  g_signal_connect_object (self->model_button, "chosen", G_CALLBACK (on_model_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model_button, "compare", G_CALLBACK (on_compare_wanted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (accounts, "items-changed", G_CALLBACK (on_accounts_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (accounts, "notify::keyring-state", G_CALLBACK (on_accounts_changed), self, G_CONNECT_SWAPPED);
  on_accounts_changed (self);
}
