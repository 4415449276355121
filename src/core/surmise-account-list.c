/* surmise-account-list.c – the accounts there are
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-account-list.h"

#include "surmise-account-list-private.h"
#include "surmise-demo-server.h"
#include "surmise-keyring.h"

#include <string.h>

#define SLOW_AFTER_MS 2000

static void surmise_account_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SurmiseAccountList, surmise_account_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, surmise_account_list_list_model_init))

G_DEFINE_ENUM_TYPE (SurmiseKeyringState, surmise_keyring_state,
                    G_DEFINE_ENUM_VALUE (SURMISE_KEYRING_STATE_LOADING, "loading"),
                    G_DEFINE_ENUM_VALUE (SURMISE_KEYRING_STATE_SLOW, "slow"),
                    G_DEFINE_ENUM_VALUE (SURMISE_KEYRING_STATE_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (SURMISE_KEYRING_STATE_LOCKED, "locked"),
                    G_DEFINE_ENUM_VALUE (SURMISE_KEYRING_STATE_ABSENT, "absent"),
                    G_DEFINE_ENUM_VALUE (SURMISE_KEYRING_STATE_FAILED, "failed"))

typedef enum {
  PROP_SESSION = 1,
  PROP_KEYRING_STATE,
  PROP_N_ITEMS,
} SurmiseAccountListProperty;

static GParamSpec *properties[PROP_N_ITEMS + 1];

static void
items_changed (SurmiseAccountList *self,
               guint               position,
               guint               removed,
               guint               added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static SurmiseAccount *
get_account (SurmiseAccountList *self,
             guint               i)
{
  return g_ptr_array_index (self->accounts, i);
}

/* Reads a variable and wipes the process's copy: neither children nor /proc show it from then on. */
static SurmiseToken *
take_environment_token (GError **error)
{
  const char *value = g_getenv ("CLARIFAI_PAT");
  SurmiseToken *token;

  if (value == NULL || *value == '\0')
    return NULL;

  token = surmise_token_new (value, error);
  explicit_bzero ((char *) value, strlen (value));
  g_unsetenv ("CLARIFAI_PAT");

  return token;
}

static const char *
get_variable (const char *name)
{
  const char *value = g_getenv (name);

  return value != NULL && *value != '\0' ? value : NULL;
}

static void
read_environment (SurmiseAccountList *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) base_error = NULL;
  g_autoptr(SurmiseToken) token = take_environment_token (&error);
  g_autoptr(SurmiseAccount) account = NULL;
  const char *base = get_variable ("CLARIFAI_API_BASE");

  if (base != NULL)
    self->default_server = clarifai_base_normalize (base, &base_error);
  if (self->default_server == NULL)
    self->default_server = g_strdup (CLARIFAI_DEFAULT_BASE);

  /* A token that was meant for another server than the default one must not go to the default one. */
  if (token != NULL && base_error == NULL)
    account = _surmise_account_new (self->session, "environment", self->default_server,
                                    SURMISE_ACCOUNT_PLACE_ENVIRONMENT, &error);
  if (account != NULL)
    {
      _surmise_account_take_token (account, g_steal_pointer (&token));
      _surmise_account_set_owner_id (account, get_variable ("CLARIFAI_USER_ID"));
      _surmise_account_list_insert (self, account, G_MAXUINT);
    }

  self->environment_error = error != NULL ? g_steal_pointer (&error) : g_steal_pointer (&base_error);
}

/* Where an account may stand: those of one place are together, in the order of the enum. */
static guint
clamp_position (SurmiseAccountList  *self,
                SurmiseAccountPlace  place,
                guint                position)
{
  guint first = 0;
  guint last;

  while (first < self->accounts->len && surmise_account_get_place (get_account (self, first)) < place)
    first++;
  last = first;
  while (last < self->accounts->len && surmise_account_get_place (get_account (self, last)) == place)
    last++;

  return CLAMP (position, first, last);
}

static GType
surmise_account_list_get_item_type (GListModel *model)
{
  return SURMISE_TYPE_ACCOUNT;
}

static guint
surmise_account_list_get_n_items (GListModel *model)
{
  return SURMISE_ACCOUNT_LIST (model)->accounts->len;
}

static gpointer
surmise_account_list_get_item (GListModel *model,
                               guint       position)
{
  SurmiseAccountList *self = SURMISE_ACCOUNT_LIST (model);

  return position < self->accounts->len ? g_object_ref (get_account (self, position)) : NULL;
}

static void
surmise_account_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = surmise_account_list_get_item_type;
  iface->get_n_items = surmise_account_list_get_n_items;
  iface->get_item = surmise_account_list_get_item;
}

static void
surmise_account_list_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  SurmiseAccountList *self = SURMISE_ACCOUNT_LIST (object);

  switch ((SurmiseAccountListProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;

    case PROP_KEYRING_STATE:
      g_value_set_enum (value, (int) self->keyring_state);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, self->accounts->len);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_account_list_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  SurmiseAccountList *self = SURMISE_ACCOUNT_LIST (object);

  switch ((SurmiseAccountListProperty) prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;

    case PROP_KEYRING_STATE:
    case PROP_N_ITEMS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_account_list_constructed (GObject *object)
{
  G_OBJECT_CLASS (surmise_account_list_parent_class)->constructed (object);

  read_environment (SURMISE_ACCOUNT_LIST (object));
}

static void
surmise_account_list_dispose (GObject *object)
{
  SurmiseAccountList *self = SURMISE_ACCOUNT_LIST (object);

  self->disposed = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->slow_timer, g_source_remove);
  g_ptr_array_set_size (self->accounts, 0);
  g_clear_object (&self->demo_server);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (surmise_account_list_parent_class)->dispose (object);
}

static void
surmise_account_list_finalize (GObject *object)
{
  SurmiseAccountList *self = SURMISE_ACCOUNT_LIST (object);

  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_hash_table_unref);
  g_clear_pointer (&self->stored, g_hash_table_unref);
  g_clear_pointer (&self->default_server, g_free);
  g_clear_error (&self->environment_error);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (surmise_account_list_parent_class)->finalize (object);
}

static void
surmise_account_list_class_init (SurmiseAccountListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = surmise_account_list_get_property;
  object_class->set_property = surmise_account_list_set_property;
  object_class->constructed = surmise_account_list_constructed;
  object_class->dispose = surmise_account_list_dispose;
  object_class->finalize = surmise_account_list_finalize;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, SOUP_TYPE_SESSION,
                                                  flags | G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_KEYRING_STATE] = g_param_spec_enum ("keyring-state", NULL, NULL, SURMISE_TYPE_KEYRING_STATE,
                                                      SURMISE_KEYRING_STATE_LOADING, flags | G_PARAM_READABLE);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags | G_PARAM_READABLE);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
surmise_account_list_init (SurmiseAccountList *self)
{
  self->accounts = g_ptr_array_new_with_free_func (g_object_unref);
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->stored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cancellable = g_cancellable_new ();
  self->slow_after_ms = SLOW_AFTER_MS;
  self->patience_ms = SURMISE_KEYRING_PATIENCE_MS;
}

void
_surmise_account_list_insert (SurmiseAccountList *self,
                              SurmiseAccount     *account,
                              guint               position)
{
  if (self->disposed)
    return;

  position = clamp_position (self, surmise_account_get_place (account), position);
  _surmise_account_set_patience (account, self->patience_ms);
  g_ptr_array_insert (self->accounts, (int) position, g_object_ref (account));
  items_changed (self, position, 0, 1);
}

guint
_surmise_account_list_drop (SurmiseAccountList *self,
                            SurmiseAccount     *account)
{
  guint position;

  if (!g_ptr_array_find (self->accounts, account, &position))
    return G_MAXUINT;

  g_ptr_array_remove_index (self->accounts, position);
  items_changed (self, position, 1, 0);

  return position;
}

void
_surmise_account_list_set_keyring_state (SurmiseAccountList  *self,
                                         SurmiseKeyringState  state)
{
  if (self->keyring_state == state)
    return;

  self->keyring_state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEYRING_STATE]);
}

/**
 * surmise_account_list_new:
 * @session: (transfer none): see clarifai_session_new()
 *
 * Takes `CLARIFAI_PAT` out of the environment: make the first list before there are other threads and children. Whether
 * the variables were usable says surmise_account_list_get_environment_error().
 *
 * Nothing is read from the keyring before surmise_account_list_load_async().
 *
 * Returns: (transfer full): a list with the environment's account, if there is one
 */
SurmiseAccountList *
surmise_account_list_new (SoupSession *session)
{
  g_return_val_if_fail (SOUP_IS_SESSION (session), NULL);

  return g_object_new (SURMISE_TYPE_ACCOUNT_LIST, "session", session, NULL);
}

SurmiseKeyringState
surmise_account_list_get_keyring_state (SurmiseAccountList *self)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT_LIST (self), SURMISE_KEYRING_STATE_FAILED);

  return self->keyring_state;
}

/**
 * surmise_account_list_find:
 * @self: a list
 * @id: (nullable): an account's id
 *
 * Returns: (transfer none) (nullable): the account
 */
SurmiseAccount *
surmise_account_list_find (SurmiseAccountList *self,
                           const char         *id)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT_LIST (self), NULL);

  for (guint i = 0; i < self->accounts->len; i++)
    if (g_strcmp0 (surmise_account_get_id (get_account (self, i)), id) == 0)
      return get_account (self, i);

  return NULL;
}

/**
 * surmise_account_list_get_default_server:
 * @self: a list
 *
 * Returns: `CLARIFAI_API_BASE` where it is set and usable, else the service's own address
 */
const char *
surmise_account_list_get_default_server (SurmiseAccountList *self)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT_LIST (self), NULL);

  return self->default_server;
}

/**
 * surmise_account_list_get_environment_error:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): why `CLARIFAI_PAT` or `CLARIFAI_API_BASE` cannot be used: a
 *   %SURMISE_TOKEN_ERROR or a %CLARIFAI_ERROR. There is no account of the environment then.
 */
const GError *
surmise_account_list_get_environment_error (SurmiseAccountList *self)
{
  g_return_val_if_fail (SURMISE_IS_ACCOUNT_LIST (self), NULL);

  return self->environment_error;
}

/**
 * surmise_account_list_get_demo:
 * @self: a list
 * @error: return location for what kept the demo service from starting
 *
 * Starts the demo service when first asked for; its account is the list's last from then on.
 *
 * Returns: (transfer none) (nullable): the demo's account
 */
SurmiseAccount *
surmise_account_list_get_demo (SurmiseAccountList  *self,
                               GError             **error)
{
  g_autoptr(SurmiseDemoServer) server = NULL;
  g_autoptr(SurmiseAccount) account = NULL;

  g_return_val_if_fail (SURMISE_IS_ACCOUNT_LIST (self), NULL);
  g_return_val_if_fail (!self->disposed, NULL);

  if (self->demo_server != NULL)
    return surmise_account_list_find (self, "demo");

  server = surmise_demo_server_new (error);
  if (server == NULL)
    return NULL;
  account = _surmise_account_new (self->session, "demo", surmise_demo_server_get_base (server),
                                  SURMISE_ACCOUNT_PLACE_DEMO, error);
  if (account == NULL)
    return NULL;

  _surmise_account_take_token (account, surmise_token_copy (surmise_demo_server_get_token (server)));
  _surmise_account_set_user_id (account, SURMISE_DEMO_USER);
  _surmise_account_set_state (account, SURMISE_ACCOUNT_STATE_VERIFIED);
  /* Before the list tells of it: whoever hears may ask for the demo. */
  self->demo_server = g_steal_pointer (&server);
  _surmise_account_list_insert (self, account, G_MAXUINT);

  return surmise_account_list_find (self, "demo");
}
