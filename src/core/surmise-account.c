/* surmise-account.c – one way to reach a service: a server, a user, and where the token lives
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-account.h"

#include "surmise-account-private.h"
#include "surmise-keyring.h"

struct _SurmiseAccount {
  GObject              parent_instance;

  char                *id;
  char                *label;
  char                *user_id;
  char                *owner_id; /* (nullable): where it is not the user */
  gboolean             owner_foreign;
  SurmiseAccountPlace  place;
  SurmiseAccountState  state;
  ClarifaiClient      *client; /* (owned) (not nullable) */
  SurmiseToken        *token;  /* (owned) (nullable): NULL for what is in the keyring */
  guint                patience_ms;
};

G_DEFINE_FINAL_TYPE (SurmiseAccount, surmise_account, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (SurmiseAccountPlace, surmise_account_place,
                    G_DEFINE_ENUM_VALUE (SURMISE_ACCOUNT_PLACE_KEYRING, "keyring"),
                    G_DEFINE_ENUM_VALUE (SURMISE_ACCOUNT_PLACE_SESSION, "session"),
                    G_DEFINE_ENUM_VALUE (SURMISE_ACCOUNT_PLACE_ENVIRONMENT, "environment"),
                    G_DEFINE_ENUM_VALUE (SURMISE_ACCOUNT_PLACE_DEMO, "demo"))

G_DEFINE_ENUM_TYPE (SurmiseAccountState, surmise_account_state,
                    G_DEFINE_ENUM_VALUE (SURMISE_ACCOUNT_STATE_UNVERIFIED, "unverified"),
                    G_DEFINE_ENUM_VALUE (SURMISE_ACCOUNT_STATE_CHECKING, "checking"),
                    G_DEFINE_ENUM_VALUE (SURMISE_ACCOUNT_STATE_VERIFIED, "verified"),
                    G_DEFINE_ENUM_VALUE (SURMISE_ACCOUNT_STATE_REJECTED, "rejected"),
                    G_DEFINE_ENUM_VALUE (SURMISE_ACCOUNT_STATE_OFFLINE, "offline"),
                    G_DEFINE_ENUM_VALUE (SURMISE_ACCOUNT_STATE_LOCKED, "locked"))

typedef enum {
  PROP_ID = 1,
  PROP_LABEL,
  PROP_USER_ID,
  PROP_OWNER_ID,
  PROP_OWNER_FOREIGN,
  PROP_SERVER,
  PROP_PLACE,
  PROP_STATE,
} SurmiseAccountProperty;

static GParamSpec *properties[PROP_STATE + 1];

static gboolean
replace_string (char       **where,
                const char  *text)
{
  if (g_strcmp0 (*where, text) == 0)
    return FALSE;

  g_free (*where);
  *where = g_strdup (text);

  return TRUE;
}

static void
lookup_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseToken) token = surmise_keyring_lookup_finish (result, &error);

  if (token == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&token), (GDestroyNotify) surmise_token_free);
}

static void
surmise_account_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  SurmiseAccount *self = SURMISE_ACCOUNT (object);

  switch ((SurmiseAccountProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;

    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;

    case PROP_USER_ID:
      g_value_set_string (value, self->user_id);
      break;

    case PROP_OWNER_ID:
      g_value_set_string (value, surmise_account_get_owner_id (self));
      break;

    case PROP_OWNER_FOREIGN:
      g_value_set_boolean (value, self->owner_foreign);
      break;

    case PROP_SERVER:
      g_value_set_string (value, surmise_account_get_server (self));
      break;

    case PROP_PLACE:
      g_value_set_enum (value, (int) self->place);
      break;

    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_account_dispose (GObject *object)
{
  SurmiseAccount *self = SURMISE_ACCOUNT (object);

  g_clear_pointer (&self->token, surmise_token_free);

  G_OBJECT_CLASS (surmise_account_parent_class)->dispose (object);
}

static void
surmise_account_finalize (GObject *object)
{
  SurmiseAccount *self = SURMISE_ACCOUNT (object);

  g_free (self->id);
  g_free (self->label);
  g_free (self->user_id);
  g_free (self->owner_id);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (surmise_account_parent_class)->finalize (object);
}

static void
surmise_account_class_init (SurmiseAccountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = surmise_account_get_property;
  object_class->dispose = surmise_account_dispose;
  object_class->finalize = surmise_account_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "", flags);
  properties[PROP_USER_ID] = g_param_spec_string ("user-id", NULL, NULL, "", flags);
  properties[PROP_OWNER_ID] = g_param_spec_string ("owner-id", NULL, NULL, "", flags);
  properties[PROP_OWNER_FOREIGN] = g_param_spec_boolean ("owner-foreign", NULL, NULL, FALSE, flags);
  properties[PROP_SERVER] = g_param_spec_string ("server", NULL, NULL, NULL, flags);
  properties[PROP_PLACE] = g_param_spec_enum ("place", NULL, NULL, SURMISE_TYPE_ACCOUNT_PLACE,
                                              SURMISE_ACCOUNT_PLACE_KEYRING, flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, SURMISE_TYPE_ACCOUNT_STATE,
                                              SURMISE_ACCOUNT_STATE_UNVERIFIED, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
surmise_account_init (SurmiseAccount *self)
{
  self->label = g_strdup ("");
  self->user_id = g_strdup ("");
  self->patience_ms = SURMISE_KEYRING_PATIENCE_MS;
}

SurmiseAccount *
_surmise_account_new (SoupSession          *session,
                      const char           *id,
                      const char           *server,
                      SurmiseAccountPlace   place,
                      GError              **error)
{
  g_autoptr(ClarifaiClient) client = clarifai_client_new (session, server, error);
  SurmiseAccount *self;

  if (client == NULL)
    return NULL;

  self = g_object_new (SURMISE_TYPE_ACCOUNT, NULL);
  self->id = g_strdup (id);
  self->place = place;
  self->client = g_steal_pointer (&client);

  return self;
}

void
_surmise_account_set_label (SurmiseAccount *self,
                            const char     *label)
{
  if (replace_string (&self->label, label))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

void
_surmise_account_set_user_id (SurmiseAccount *self,
                              const char     *user_id)
{
  if (!replace_string (&self->user_id, user_id))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_USER_ID]);
  if (self->owner_id == NULL)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OWNER_ID]);
}

void
_surmise_account_set_owner_id (SurmiseAccount *self,
                               const char     *owner_id)
{
  if (replace_string (&self->owner_id, owner_id))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OWNER_ID]);
}

void
_surmise_account_set_owner_foreign (SurmiseAccount *self,
                                    gboolean        foreign)
{
  if (self->owner_foreign == foreign)
    return;

  self->owner_foreign = foreign;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OWNER_FOREIGN]);
}

void
_surmise_account_set_place (SurmiseAccount      *self,
                            SurmiseAccountPlace  place)
{
  if (self->place == place)
    return;

  self->place = place;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACE]);
}

void
_surmise_account_set_state (SurmiseAccount      *self,
                            SurmiseAccountState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
_surmise_account_set_patience (SurmiseAccount *self,
                               guint           patience_ms)
{
  self->patience_ms = patience_ms;
}

void
_surmise_account_take_token (SurmiseAccount *self,
                             SurmiseToken   *token)
{
  g_clear_pointer (&self->token, surmise_token_free);
  self->token = token;
}

const char *
surmise_account_get_id (SurmiseAccount *self)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (self), NULL);

  return self->id;
}

/**
 * surmise_account_get_label:
 * @self: an account
 *
 * Returns: what the account is called; empty for the environment's and the demo's, which are named by their place
 */
const char *
surmise_account_get_label (SurmiseAccount *self)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (self), NULL);

  return self->label;
}

/**
 * surmise_account_get_user_id:
 * @self: an account
 *
 * Returns: the user that the token belongs to; empty while that was never asked
 */
const char *
surmise_account_get_user_id (SurmiseAccount *self)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (self), NULL);

  return self->user_id;
}

const char *
surmise_account_get_owner_id (SurmiseAccount *self)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (self), NULL);

  return self->owner_id != NULL ? self->owner_id : self->user_id;
}

/**
 * surmise_account_get_owner_foreign:
 * @self: an account
 *
 * Returns: whether the owner is known to be neither the token's user nor one of its organisations
 */
gboolean
surmise_account_get_owner_foreign (SurmiseAccount *self)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (self), FALSE);

  return self->owner_foreign;
}

const char *
surmise_account_get_server (SurmiseAccount *self)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (self), NULL);

  return clarifai_client_get_base (self->client);
}

SurmiseAccountPlace
surmise_account_get_place (SurmiseAccount *self)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (self), SURMISE_ACCOUNT_PLACE_KEYRING);

  return self->place;
}

SurmiseAccountState
surmise_account_get_state (SurmiseAccount *self)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (self), SURMISE_ACCOUNT_STATE_UNVERIFIED);

  return self->state;
}

ClarifaiClient *
surmise_account_get_client (SurmiseAccount *self)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (self), NULL);

  return self->client;
}

/**
 * surmise_account_load_token_async:
 * @self: an account
 *
 * Fetches the token from where it lives, for one request: what is in the keyring is fetched anew each time and kept
 * nowhere. Never opens a prompt; fails with a %SURMISE_KEYRING_ERROR. Any number may run side by side.
 */
void
surmise_account_load_token_async (SurmiseAccount      *self,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (SURMISE_IS_ACCOUNT (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, surmise_account_load_token_async);

  if (self->place == SURMISE_ACCOUNT_PLACE_KEYRING)
    surmise_keyring_lookup_async (self->id, surmise_account_get_server (self), self->patience_ms, cancellable,
                                  lookup_cb, g_steal_pointer (&task));
  else if (self->token != NULL)
    g_task_return_pointer (task, surmise_token_copy (self->token), (GDestroyNotify) surmise_token_free);
  else
    g_task_return_new_error (task, SURMISE_KEYRING_ERROR, SURMISE_KEYRING_ERROR_GONE, "The token is gone");
}

/**
 * surmise_account_load_token_finish:
 *
 * Returns: (transfer full) (nullable): free with surmise_token_free() as soon as the request has been made
 */
SurmiseToken *
surmise_account_load_token_finish (SurmiseAccount  *self,
                                   GAsyncResult    *result,
                                   GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_account_load_token_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
