/* surmise-connect-check.c – the states of connecting, without the page that shows them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-connect-check.h"

#include "clarifai-error.h"
#include "surmise-account-actions.h"
#include "surmise-address.h"

/*
 * The states, and what leads from one to the next:
 *
 *   IDLE   the field is empty
 *            a character → READY
 *   READY  there is something to check
 *            Connect, or Enter → BUSY; the field emptied → IDLE
 *   BUSY   the service is asked, then the keyring; nothing can be edited
 *            all well → DONE; a failure → ERROR; Cancel, or Escape → READY
 *   ERROR  said in words; what was typed is still there
 *            an edit → READY or IDLE; Try Again, or Use for This Session Only → BUSY
 *   DONE   there is an account
 *
 * surmise_connect_check_reset () leads from everywhere to IDLE.
 */
struct _SurmiseConnectCheck
{
  GObject              parent_instance;

  SurmiseAccountList  *accounts;    /* (owned) */
  SurmiseAccount      *replaced;    /* (owned) (nullable) */
  SurmiseAccount      *account;     /* (owned) (nullable): the outcome, in DONE */
  GError              *error;       /* (owned) (nullable): in ERROR */
  GCancellable        *cancellable; /* (owned) (nullable): in BUSY */
  SurmiseConnectState  state;
};

G_DEFINE_FINAL_TYPE (SurmiseConnectCheck, surmise_connect_check, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SurmiseConnectState, surmise_connect_state,
                    G_DEFINE_ENUM_VALUE (SURMISE_CONNECT_STATE_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (SURMISE_CONNECT_STATE_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (SURMISE_CONNECT_STATE_BUSY, "busy"),
                    G_DEFINE_ENUM_VALUE (SURMISE_CONNECT_STATE_ERROR, "error"),
                    G_DEFINE_ENUM_VALUE (SURMISE_CONNECT_STATE_DONE, "done"))

typedef enum {
  PROP_STATE = 1,
} SurmiseConnectCheckProperty;

static GParamSpec *properties[PROP_STATE + 1];

static void
set_state (SurmiseConnectCheck *self,
           SurmiseConnectState  state)
{
  if (state != SURMISE_CONNECT_STATE_ERROR)
    g_clear_error (&self->error);
  if (state != SURMISE_CONNECT_STATE_DONE)
    g_clear_object (&self->account);

  /* One failure may follow another. */
  if (self->state == state && state != SURMISE_CONNECT_STATE_ERROR)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
take_error (SurmiseConnectCheck *self,
            GError              *error)
{
  g_clear_error (&self->error);
  self->error = error;
  set_state (self, SURMISE_CONNECT_STATE_ERROR);
}

static void
cancel (SurmiseConnectCheck *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
finish (SurmiseConnectCheck *self,
        GAsyncResult        *result,
        SurmiseAccount      *account,
        GError              *error)
{
  g_autoptr(GError) owned = error;
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));

  /* Stopped, or busy with something else by now. */
  if (cancellable == NULL || cancellable != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (owned != NULL)
    {
      take_error (self, g_steal_pointer (&owned));
      return;
    }

  g_set_object (&self->account, account);
  set_state (self, SURMISE_CONNECT_STATE_DONE);
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(SurmiseConnectCheck) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseAccount) account = NULL;

  account = surmise_account_list_add_finish (SURMISE_ACCOUNT_LIST (source), result, &error);
  finish (self, result, account, g_steal_pointer (&error));
}

static void
replaced_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(SurmiseConnectCheck) self = user_data;
  g_autoptr(GError) error = NULL;

  surmise_account_list_replace_finish (SURMISE_ACCOUNT_LIST (source), result, &error);
  finish (self, result, self->replaced, g_steal_pointer (&error));
}

/* To the client a bad base is a bad request; to a person it is an address that is none. */
static char *
normalize_server (const char  *typed,
                  GError     **error)
{
  g_autoptr(GError) local = NULL;
  g_autofree char *trimmed = g_strstrip (g_strdup (typed));
  char *server = clarifai_base_normalize (trimmed, &local);

  if (g_error_matches (local, CLARIFAI_ERROR, CLARIFAI_ERROR_INVALID_REQUEST))
    g_set_error_literal (error, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_MALFORMED, local->message);
  else if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));

  return server;
}

static void
surmise_connect_check_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  SurmiseConnectCheck *self = SURMISE_CONNECT_CHECK (object);

  switch ((SurmiseConnectCheckProperty) prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_connect_check_dispose (GObject *object)
{
  SurmiseConnectCheck *self = SURMISE_CONNECT_CHECK (object);

  cancel (self);
  g_clear_object (&self->account);
  g_clear_object (&self->replaced);
  g_clear_object (&self->accounts);

  G_OBJECT_CLASS (surmise_connect_check_parent_class)->dispose (object);
}

static void
surmise_connect_check_finalize (GObject *object)
{
  g_clear_error (&SURMISE_CONNECT_CHECK (object)->error);

  G_OBJECT_CLASS (surmise_connect_check_parent_class)->finalize (object);
}

static void
surmise_connect_check_class_init (SurmiseConnectCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = surmise_connect_check_get_property;
  object_class->dispose = surmise_connect_check_dispose;
  object_class->finalize = surmise_connect_check_finalize;

  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SURMISE_TYPE_CONNECT_STATE, SURMISE_CONNECT_STATE_IDLE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
surmise_connect_check_init (SurmiseConnectCheck *self)
{
}

SurmiseConnectCheck *
surmise_connect_check_new (SurmiseAccountList *accounts)
{
  SurmiseConnectCheck *self;

  g_return_val_if_fail (SURMISE_IS_ACCOUNT_LIST (accounts), NULL);

  self = g_object_new (SURMISE_TYPE_CONNECT_CHECK, NULL);
  self->accounts = g_object_ref (accounts);

  return self;
}

void
surmise_connect_check_reset (SurmiseConnectCheck *self,
                             SurmiseAccount      *replaced)
{
  g_return_if_fail (SURMISE_IS_CONNECT_CHECK (self));

  cancel (self);
  g_set_object (&self->replaced, replaced);
  set_state (self, SURMISE_CONNECT_STATE_IDLE);
}

void
surmise_connect_check_edit (SurmiseConnectCheck *self,
                            gboolean             typed)
{
  g_return_if_fail (SURMISE_IS_CONNECT_CHECK (self));

  if (self->state != SURMISE_CONNECT_STATE_BUSY && self->state != SURMISE_CONNECT_STATE_DONE)
    set_state (self, typed ? SURMISE_CONNECT_STATE_READY : SURMISE_CONNECT_STATE_IDLE);
}

/**
 * surmise_connect_check_start:
 * @self: a check
 * @token: what was typed; not kept
 * @server: (nullable): what was typed as the server's address; %NULL or empty is the default one. Not looked at where a
 *   token is replaced: that one goes to its account's server
 * @place: %SURMISE_ACCOUNT_PLACE_SESSION after the keyring failed
 */
void
surmise_connect_check_start (SurmiseConnectCheck *self,
                             const char          *token,
                             const char          *server,
                             SurmiseAccountPlace  place)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *base = NULL;

  g_return_if_fail (SURMISE_IS_CONNECT_CHECK (self));
  g_return_if_fail (token != NULL);

  cancel (self);
  if (self->replaced != NULL)
    base = g_strdup (surmise_account_get_server (self->replaced));
  else if (server == NULL || *server == '\0')
    base = g_strdup (surmise_account_list_get_default_server (self->accounts));
  else
    base = normalize_server (server, &error);

  if (base == NULL)
    {
      take_error (self, g_steal_pointer (&error));
      return;
    }

  self->cancellable = g_cancellable_new ();
  set_state (self, SURMISE_CONNECT_STATE_BUSY);
  if (self->replaced != NULL && place == SURMISE_ACCOUNT_PLACE_KEYRING)
    surmise_account_list_replace_async (self->accounts, self->replaced, token, self->cancellable, replaced_cb,
                                        g_object_ref (self));
  else
    surmise_account_list_add_async (self->accounts, token, base, place, self->cancellable, added_cb, g_object_ref (self));
}

/* Back to what was typed. */
void
surmise_connect_check_stop (SurmiseConnectCheck *self)
{
  g_return_if_fail (SURMISE_IS_CONNECT_CHECK (self));

  if (self->state != SURMISE_CONNECT_STATE_BUSY)
    return;

  cancel (self);
  set_state (self, SURMISE_CONNECT_STATE_READY);
}

SurmiseConnectState
surmise_connect_check_get_state (SurmiseConnectCheck *self)
{
  g_return_val_if_fail (SURMISE_IS_CONNECT_CHECK (self), SURMISE_CONNECT_STATE_IDLE);

  return self->state;
}

const GError *
surmise_connect_check_get_error (SurmiseConnectCheck *self)
{
  g_return_val_if_fail (SURMISE_IS_CONNECT_CHECK (self), NULL);

  return self->error;
}

gboolean
surmise_connect_check_blames_server (SurmiseConnectCheck *self)
{
  g_return_val_if_fail (SURMISE_IS_CONNECT_CHECK (self), FALSE);

  /* That of a token that is replaced cannot be changed. */
  if (self->error == NULL || self->replaced != NULL)
    return FALSE;

  return self->error->domain == SURMISE_ADDRESS_ERROR ||
         g_error_matches (self->error, CLARIFAI_ERROR, CLARIFAI_ERROR_INSECURE) ||
         g_error_matches (self->error, CLARIFAI_ERROR, CLARIFAI_ERROR_REDIRECTED);
}

/* Where the words for people say it all, the others add nothing; and the service's words on a refused token may repeat a
 * part of it. */
gboolean
surmise_connect_check_has_details (SurmiseConnectCheck *self)
{
  g_return_val_if_fail (SURMISE_IS_CONNECT_CHECK (self), FALSE);

  if (self->error == NULL)
    return FALSE;
  if (self->error->domain == CLARIFAI_ERROR)
    return self->error->code != CLARIFAI_ERROR_TOKEN_REFUSED && self->error->code != CLARIFAI_ERROR_KEY_INVALID &&
           self->error->code != CLARIFAI_ERROR_INSECURE;
  if (self->error->domain == SURMISE_KEYRING_ERROR)
    return self->error->code == SURMISE_KEYRING_ERROR_FAILED;

  return self->error->domain != SURMISE_TOKEN_ERROR && self->error->domain != SURMISE_ADDRESS_ERROR;
}

SurmiseAccount *
surmise_connect_check_get_account (SurmiseConnectCheck *self)
{
  g_return_val_if_fail (SURMISE_IS_CONNECT_CHECK (self), NULL);

  return self->account;
}

SurmiseAccount *
surmise_connect_check_get_replaced (SurmiseConnectCheck *self)
{
  g_return_val_if_fail (SURMISE_IS_CONNECT_CHECK (self), NULL);

  return self->replaced;
}
