/* surmise-account-text.c – accounts and the keyring in words
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-account-text.h"

#include <glib/gi18n.h>

#include "surmise-error-text.h"

/**
 * surmise_account_text_label:
 * @account: an account
 *
 * Returns: (transfer full): what the account is called; the environment's and the demo's are named by where they come from
 */
char *
surmise_account_text_label (SurmiseAccount *account)
{
  const char *label;

  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);

  switch (surmise_account_get_place (account))
    {
    case SURMISE_ACCOUNT_PLACE_ENVIRONMENT:
      return g_strdup (_("From the environment"));

    case SURMISE_ACCOUNT_PLACE_DEMO:
      return g_strdup (_("Demo"));

    case SURMISE_ACCOUNT_PLACE_KEYRING:
    case SURMISE_ACCOUNT_PLACE_SESSION:
    default:
      label = surmise_account_get_label (account);
      if (label == NULL || *label == '\0')
        label = surmise_account_get_user_id (account);

      return g_strdup (label != NULL && *label != '\0' ? label : _("Clarifai"));
    }
}

/**
 * surmise_account_text_place:
 * @account: an account
 *
 * Returns: where its token lives, in a word or two
 */
const char *
surmise_account_text_place (SurmiseAccount *account)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);

  switch (surmise_account_get_place (account))
    {
    case SURMISE_ACCOUNT_PLACE_SESSION:
      return _("This session only");

    case SURMISE_ACCOUNT_PLACE_ENVIRONMENT:
      return _("Environment");

    case SURMISE_ACCOUNT_PLACE_DEMO:
      return _("On this computer");

    case SURMISE_ACCOUNT_PLACE_KEYRING:
    default:
      return _("Keyring");
    }
}

/**
 * surmise_account_text_state:
 * @account: an account
 *
 * Returns: how it stands with it, in a few words
 */
const char *
surmise_account_text_state (SurmiseAccount *account)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);

  if (surmise_account_get_place (account) == SURMISE_ACCOUNT_PLACE_DEMO)
    return _("Ready, needs no account");

  switch (surmise_account_get_state (account))
    {
    case SURMISE_ACCOUNT_STATE_CHECKING:
      return _("Checking…");

    case SURMISE_ACCOUNT_STATE_VERIFIED:
      return _("Connected");

    case SURMISE_ACCOUNT_STATE_REJECTED:
      return _("Clarifai refuses this token");

    case SURMISE_ACCOUNT_STATE_OFFLINE:
      return _("Out of reach at the moment");

    case SURMISE_ACCOUNT_STATE_LOCKED:
      return _("Waits for the keyring to be unlocked");

    case SURMISE_ACCOUNT_STATE_UNVERIFIED:
    default:
      return _("Not checked yet");
    }
}

/* The label that core gives is "Ada Lovelace (ada)". */
static gboolean
names_user (const char *label,
            const char *user)
{
  g_autofree char *behind = g_strdup_printf ("(%s)", user);

  return g_str_equal (label, user) || g_str_has_suffix (label, behind);
}

/**
 * surmise_account_text_origin:
 * @account: an account
 *
 * Says what the label does not: the user, where the token lives, and the server where it is another than Clarifai's.
 *
 * Returns: (transfer full): parts with a dot between
 */
char *
surmise_account_text_origin (SurmiseAccount *account)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *label = NULL;
  const char *user, *server;
  SurmiseAccountPlace place;

  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);

  label = surmise_account_text_label (account);
  user = surmise_account_get_user_id (account);
  server = surmise_account_get_server (account);
  place = surmise_account_get_place (account);

  if (place != SURMISE_ACCOUNT_PLACE_DEMO && user != NULL && *user != '\0' && !names_user (label, user))
    g_string_append_printf (text, "%s · ", user);
  g_string_append (text, surmise_account_text_place (account));
  if (place != SURMISE_ACCOUNT_PLACE_DEMO && g_strcmp0 (server, CLARIFAI_DEFAULT_BASE) != 0)
    g_string_append_printf (text, " · %s", server);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * surmise_account_text_warning:
 * @account: an account
 *
 * Returns: (transfer full) (nullable): why another owner's models may stay out of sight
 */
char *
surmise_account_text_warning (SurmiseAccount *account)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);

  if (!surmise_account_get_owner_foreign (account))
    return NULL;

  /* Translators: a variable's name, which stays as it is, and a user's ID. */
  return g_strdup_printf (_("CLARIFAI_USER_ID says “%s”, which is neither this token’s user nor one of its organisations"),
                          surmise_account_get_owner_id (account));
}

/**
 * surmise_account_text_connected:
 * @account: an account that was just verified
 *
 * Returns: (transfer full): "Connected as ada"
 */
char *
surmise_account_text_connected (SurmiseAccount *account)
{
  const char *user;

  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);

  user = surmise_account_get_user_id (account);
  if (user == NULL || *user == '\0')
    return g_strdup (_("Connected"));

  return g_strdup_printf (_("Connected as %s"), user);
}

static void
take_words (SurmiseKeyringError   code,
            const char          **title,
            const char          **hint)
{
  g_autoptr(GError) error = g_error_new_literal (SURMISE_KEYRING_ERROR, (int) code, "");
  g_autoptr(SurmiseErrorText) text = surmise_error_text_new (error);

  /* Neither belongs to the text. */
  *title = text->title;
  *hint = text->hint;
}

/**
 * surmise_account_text_keyring:
 * @state: the keyring's state
 * @title: (out) (transfer none): what the matter is
 * @hint: (out) (transfer none) (nullable): what it means
 *
 * Returns: whether there is something to say at all
 */
gboolean
surmise_account_text_keyring (SurmiseKeyringState   state,
                              const char          **title,
                              const char          **hint)
{
  g_return_val_if_fail (title != NULL && hint != NULL, FALSE);

  *title = NULL;
  *hint = NULL;
  switch (state)
    {
    case SURMISE_KEYRING_STATE_LOADING:
      *title = _("Waiting for the Keyring…");
      return TRUE;

    case SURMISE_KEYRING_STATE_SLOW:
      *title = _("Waiting for the Keyring…");
      *hint = _("It takes its time. Your accounts appear here as soon as it answers.");
      return TRUE;

    case SURMISE_KEYRING_STATE_LOCKED:
      take_words (SURMISE_KEYRING_ERROR_LOCKED, title, hint);
      return TRUE;

    case SURMISE_KEYRING_STATE_ABSENT:
      take_words (SURMISE_KEYRING_ERROR_ABSENT, title, hint);
      return TRUE;

    case SURMISE_KEYRING_STATE_FAILED:
      take_words (SURMISE_KEYRING_ERROR_FAILED, title, hint);
      return TRUE;

    case SURMISE_KEYRING_STATE_READY:
    default:
      return FALSE;
    }
}
