/* surmise-error-text.c – errors in words that help
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-error-text.h"

#include <glib/gi18n.h>

#include "clarifai-error.h"
#include "surmise-account-list.h"
#include "surmise-address.h"
#include "surmise-fetcher.h"
#include "surmise-prepare.h"
#include "surmise-question.h"

#define AGAIN SURMISE_ERROR_ACTION_TRY_AGAIN
#define TOKEN SURMISE_ERROR_ACTION_CHANGE_TOKEN
#define MODEL SURMISE_ERROR_ACTION_CHANGE_MODEL
#define NONE  SURMISE_ERROR_ACTION_NONE

typedef struct
{
  int                 code;
  SurmiseErrorAction  action;
  const char         *title;
  const char         *hint;
} Entry;

/* The first entry of each table stands for every code that has none. */
static const Entry service[] = {
  { CLARIFAI_ERROR_FAILED, AGAIN, N_("The Service Could Not Answer"),
    N_("Your picture is still here. Try again, or look at the details.") },
  { CLARIFAI_ERROR_TOKEN_REFUSED, TOKEN, N_("Clarifai Refused This Token"),
    N_("It may have been deleted. Your pictures are still here. Replace the token, or use another account.") },
  { CLARIFAI_ERROR_KEY_INVALID, TOKEN, N_("Clarifai Does Not Take This Token Here"),
    N_("It is an app’s API key rather than a personal access token, or it was copied only in part. Replace it.") },
  { CLARIFAI_ERROR_SCOPES, TOKEN, N_("This Token May Not Do That"),
    N_("It lacks a permission. Give it “Predict” and the permissions to read models, concepts and apps on Clarifai’s "
       "token page, or use another token.") },
  { CLARIFAI_ERROR_ACCOUNT, NONE, N_("There Is Trouble With the Account"),
    N_("Clarifai wants the plan or the payment of this account looked at. Your pictures are still here.") },
  { CLARIFAI_ERROR_QUOTA, NONE, N_("The Account’s Limit Is Reached"),
    N_("Clarifai answers no more requests of this account for now. Your pictures are still here.") },
  { CLARIFAI_ERROR_THROTTLED, AGAIN, N_("Too Many Requests"),
    N_("Clarifai asked for a pause, and is still asking. Try again in a minute.") },
  { CLARIFAI_ERROR_NOT_FOUND, MODEL, N_("There Is No Such User or App"),
    N_("The model’s address names a user or an app that this account cannot see. Choose another model.") },
  { CLARIFAI_ERROR_MODEL_NOT_FOUND, MODEL, N_("There Is No Such Model"),
    N_("It may be gone, or private: this account may not see it. Choose another model.") },
  { CLARIFAI_ERROR_MODEL_DENIED, MODEL, N_("This Model Is Private"),
    N_("Its owner has not shared it with this account. Choose another model.") },
  { CLARIFAI_ERROR_MODEL_NOT_DEPLOYED, MODEL, N_("This Model Is Not Running"),
    N_("Nothing runs it at the moment. Its owner has to deploy it first. Choose another model.") },
  { CLARIFAI_ERROR_MODEL_NOT_READY, AGAIN, N_("The Model Is Not Ready"),
    N_("It is still starting or training. Try again in a few minutes.") },
  { CLARIFAI_ERROR_MODEL_FAILED, AGAIN, N_("The Model Failed"),
    N_("It could not finish with this picture. Try again, or choose another model.") },
  { CLARIFAI_ERROR_INVALID_REQUEST, MODEL, N_("The Model Did Not Take the Request"),
    N_("It wants something else than a picture. Choose another model, or look at the details.") },
  { CLARIFAI_ERROR_INPUT_FAILED, AGAIN, N_("Clarifai Could Not Read the Picture"),
    N_("If it is a web address, the picture must be open to everyone. Otherwise try again.") },
  { CLARIFAI_ERROR_INPUT_UNSUPPORTED, MODEL, N_("The Model Does Not Take This Picture"),
    N_("It works on another kind of input. Choose another model.") },
  { CLARIFAI_ERROR_INPUT_ADDRESS, NONE, N_("Clarifai Cannot Use This Web Address"),
    N_("Save the picture and drop the file instead.") },
  { CLARIFAI_ERROR_INPUT_TOO_LARGE, NONE, N_("The Picture Is Too Large for Clarifai"),
    N_("Switch “Send Original Size” off in the menu, so that a smaller copy is sent.") },
  { CLARIFAI_ERROR_CONSENT, NONE, N_("Clarifai Wants Your Consent First"),
    N_("Models that look at faces need it. Give it once on Clarifai’s website, then try again.") },
  { CLARIFAI_ERROR_SERVER, AGAIN, N_("Clarifai Has Trouble"),
    N_("The trouble is on the service’s side. Your picture is still here. Try again in a while.") },
  { CLARIFAI_ERROR_REDIRECTED, NONE, N_("The Server Pointed Elsewhere"),
    N_("Nothing was sent there. Check the account’s server address.") },
  { CLARIFAI_ERROR_BAD_REPLY, AGAIN, N_("The Answer Makes No Sense"),
    N_("Something between here and Clarifai answered instead, perhaps a sign-in page of the network. Try again.") },
  { CLARIFAI_ERROR_REPLY_TOO_LARGE, MODEL, N_("The Answer Is Too Large"),
    N_("The model answered with more than can be shown. Choose another model.") },
  { CLARIFAI_ERROR_INSECURE, NONE, N_("The Server Address Is Not Secure"),
    N_("It must begin with https://, so that nobody on the way can read the token.") },
  { CLARIFAI_ERROR_REFERENCE, NONE, N_("This Names No Model"),
    N_("Type user/app/model, or paste the address of the model’s page on clarifai.com.") },
  { CLARIFAI_ERROR_REFERENCE_KIND, NONE, N_("This Address Is Not a Model’s"),
    N_("It leads to something else on clarifai.com. Open the model’s own page and copy its address.") },
};

static const Entry keyring[] = {
  { SURMISE_KEYRING_ERROR_FAILED, AGAIN, N_("The Keyring Does Not Work"),
    N_("The token could not be read or kept. You can use it for this session only.") },
  { SURMISE_KEYRING_ERROR_ABSENT, NONE, N_("There Is No Keyring"),
    N_("This computer runs no service that keeps passwords. You can use the token for this session only.") },
  { SURMISE_KEYRING_ERROR_LOCKED, AGAIN, N_("The Keyring Is Locked"),
    N_("Unlock it to use the tokens in it, or use a token for this session only.") },
  { SURMISE_KEYRING_ERROR_DISMISSED, AGAIN, N_("The Keyring Stayed Locked"),
    N_("Its question was closed without an answer. Try again, or use the token for this session only.") },
  { SURMISE_KEYRING_ERROR_SLOW, AGAIN, N_("The Keyring Does Not Answer"),
    N_("It may be waiting for its own password window. Try again, or use the token for this session only.") },
  { SURMISE_KEYRING_ERROR_GONE, TOKEN, N_("The Token Is Not in the Keyring Any More"),
    N_("Another program removed it. Add the token again.") },
};

static const Entry token[] = {
  { SURMISE_TOKEN_ERROR_EMPTY, NONE, N_("There Is No Token Yet"),
    N_("Paste the personal access token from Clarifai’s token page.") },
  { SURMISE_TOKEN_ERROR_BLANK, NONE, N_("A Token Has No Blanks or Line Breaks Inside"),
    N_("Copy it again, alone, from Clarifai’s token page.") },
  { SURMISE_TOKEN_ERROR_CHARACTER, NONE, N_("A Token Has Only Plain Letters and Digits"),
    N_("Copy it again, alone, from Clarifai’s token page.") },
  { SURMISE_TOKEN_ERROR_TOO_LONG, NONE, N_("This Is Too Long for a Token"),
    N_("Copy it again, alone, from Clarifai’s token page.") },
};

static const Entry address[] = {
  { SURMISE_ADDRESS_ERROR_MALFORMED, NONE, N_("This Is Not a Web Address"),
    N_("A web address begins with https:// or http://, then comes the name of a site.") },
  { SURMISE_ADDRESS_ERROR_SCHEME, NONE, N_("Only Web Addresses Can Be Used"),
    N_("They begin with https:// or http://. Save the picture and drop the file instead.") },
  { SURMISE_ADDRESS_ERROR_LOGIN, NONE, N_("The Address Holds a Login"),
    N_("It would be passed on to the service. Save the picture and drop the file instead.") },
  { SURMISE_ADDRESS_ERROR_PRIVATE, NONE, N_("The Address Leads Into a Private Network"),
    N_("Clarifai cannot reach it. Save the picture and drop the file instead.") },
};

static const Entry fetching[] = {
  { SURMISE_FETCH_ERROR_STATUS, AGAIN, N_("The Website Did Not Give the Picture"),
    N_("It may be gone, or not open to everyone.") },
  { SURMISE_FETCH_ERROR_NOT_A_PICTURE, NONE, N_("The Address Is Not a Picture’s"),
    N_("It leads to a page. Drag or copy the picture itself.") },
  { SURMISE_FETCH_ERROR_TOO_LARGE, NONE, N_("The Picture Behind the Address Is Too Large"),
    N_("Save it and drop the file instead.") },
  { SURMISE_FETCH_ERROR_REDIRECTS, NONE, N_("The Website Leads in Circles"),
    N_("Save the picture and drop the file instead.") },
};

static const Entry preparing[] = {
  { SURMISE_PREPARE_ERROR_BROKEN, NONE, N_("The Picture Is Damaged"), N_("It cannot be read to the end.") },
  { SURMISE_PREPARE_ERROR_NOT_A_PICTURE, NONE, N_("This Is Not a Picture"),
    N_("JPEG, PNG, WebP, GIF, TIFF, BMP, HEIC and AVIF can be used.") },
  { SURMISE_PREPARE_ERROR_MISSING_LOADER, NONE, N_("This Kind of Picture Cannot Be Read Yet"),
    N_("A package is missing.") },
  { SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS, NONE, N_("The Picture Has Too Many Pixels"),
    N_("At most 85 megapixels can be used.") },
  { SURMISE_PREPARE_ERROR_TOO_MANY_BYTES, NONE, N_("The Picture Is Too Large"),
    N_("At most 20 MB can be sent in original size.") },
  { SURMISE_PREPARE_ERROR_UNREADABLE, NONE, N_("The Picture Cannot Be Read"), N_("It may be gone or locked.") },
};

static const Entry asking[] = {
  { SURMISE_QUESTION_ERROR_TAKES_NO_PICTURES, MODEL, N_("This Model Takes Words, Not Pictures"),
    N_("Ask it in the field below, or choose a model that looks at pictures.") },
  { SURMISE_QUESTION_ERROR_TAKES_NO_WORDS, MODEL, N_("This Model Looks at Pictures"),
    N_("Words alone tell it nothing. Drop a picture, or choose a model that takes words.") },
};

static const Entry system_errors[] = {
  { G_IO_ERROR_FAILED, AGAIN, N_("That Did Not Work"), N_("Your pictures are still here. Try again.") },
  { G_IO_ERROR_NOT_FOUND, NONE, N_("The File Cannot Be Found"), N_("It may have been moved or deleted.") },
  { G_IO_ERROR_PERMISSION_DENIED, NONE, N_("The File May Not Be Read"), N_("You lack the permission to open it.") },
  { G_IO_ERROR_TIMED_OUT, AGAIN, N_("No Answer in Time"),
    N_("The connection is slow, or the other side is busy. Try again.") },
  { G_IO_ERROR_NETWORK_UNREACHABLE, AGAIN, N_("There Is No Connection"),
    N_("Your pictures are still here. Try again when you are online.") },
  { G_IO_ERROR_HOST_UNREACHABLE, AGAIN, N_("The Service Cannot Be Reached"),
    N_("Your pictures are still here. Try again when you are online.") },
  { G_IO_ERROR_CONNECTION_REFUSED, AGAIN, N_("The Service Cannot Be Reached"),
    N_("Nothing answers at its address. Your pictures are still here.") },
  { G_IO_ERROR_CONNECTION_CLOSED, AGAIN, N_("The Connection Broke Off"),
    N_("The other side hung up, or the network is shaky. Your pictures are still here. Try again.") },
  { G_IO_ERROR_PROXY_FAILED, AGAIN, N_("The Proxy Does Not Work"),
    N_("Check the proxy in your system’s network settings, then try again.") },
};

static const Entry resolver[] = {
  { G_RESOLVER_ERROR_NOT_FOUND, AGAIN, N_("The Server Cannot Be Found"),
    N_("You may be offline, or its address is misspelt. Your pictures are still here.") },
};

static const Entry tls[] = {
  { G_TLS_ERROR_BAD_CERTIFICATE, NONE, N_("The Connection Is Not Safe"),
    N_("The server could not prove who it is, so nothing was sent. Check the date of this computer and its network.") },
  { G_TLS_ERROR_UNAVAILABLE, NONE, N_("Safe Connections Cannot Be Made"),
    N_("What they need is not installed on this computer: the package glib-networking.") },
  { G_TLS_ERROR_EOF, AGAIN, N_("The Connection Broke Off"),
    N_("The other side hung up, or the network is shaky. Your pictures are still here. Try again.") },
};

static const Entry unknown[] = {
  { 0, AGAIN, N_("That Did Not Work"), N_("Your pictures are still here. Try again, or look at the details.") },
};

static const Entry *
find (const Entry *entries,
      gsize        n,
      int          code)
{
  for (gsize i = 0; i < n; i++)
    if (entries[i].code == code)
      return &entries[i];

  return &entries[0];
}

#define FIND(table, error) find (table, G_N_ELEMENTS (table), (error)->code)

static const Entry *
find_entry (const GError *error)
{
  if (error->domain == CLARIFAI_ERROR)
    return FIND (service, error);
  if (error->domain == SURMISE_KEYRING_ERROR)
    return FIND (keyring, error);
  if (error->domain == SURMISE_TOKEN_ERROR)
    return FIND (token, error);
  if (error->domain == SURMISE_ADDRESS_ERROR)
    return FIND (address, error);
  if (error->domain == SURMISE_FETCH_ERROR)
    return FIND (fetching, error);
  if (error->domain == SURMISE_PREPARE_ERROR)
    return FIND (preparing, error);
  if (error->domain == SURMISE_QUESTION_ERROR)
    return FIND (asking, error);
  if (error->domain == G_IO_ERROR)
    return FIND (system_errors, error);
  if (error->domain == G_RESOLVER_ERROR)
    return FIND (resolver, error);
  if (error->domain == G_TLS_ERROR)
    return FIND (tls, error);

  return unknown;
}

/**
 * surmise_error_text_new:
 * @error: any error but a cancellation, which is never shown
 *
 * Returns: (transfer full): what to show
 */
SurmiseErrorText *
surmise_error_text_new (const GError *error)
{
  const Entry *entry;
  SurmiseErrorText *self;

  g_return_val_if_fail (error != NULL, NULL);

  entry = find_entry (error);
  self = g_new0 (SurmiseErrorText, 1);
  self->title = _(entry->title);
  self->hint = _(entry->hint);
  self->action = entry->action;
  self->details = g_strdup (error->message);

  return self;
}

void
surmise_error_text_free (SurmiseErrorText *self)
{
  g_clear_pointer (&self->details, g_free);
  g_free (self);
}

const char *
surmise_error_action_get_label (SurmiseErrorAction action)
{
  switch (action)
    {
    case SURMISE_ERROR_ACTION_TRY_AGAIN:
      return _("_Try Again");

    case SURMISE_ERROR_ACTION_CHANGE_TOKEN:
      return _("Change _Token");

    case SURMISE_ERROR_ACTION_CHANGE_MODEL:
      return _("Choose Another _Model");

    case SURMISE_ERROR_ACTION_NONE:
    default:
      return NULL;
    }
}

char *
surmise_error_text_line (const GError *error)
{
  g_autoptr(SurmiseErrorText) text = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  text = surmise_error_text_new (error);
  if (text->details == NULL || *text->details == '\0')
    return g_strdup_printf ("%s. %s", text->title, text->hint);

  return g_strdup_printf ("%s. %s (%s)", text->title, text->hint, text->details);
}

/**
 * surmise_error_text_about:
 * @error: why something cannot be used
 * @name: what it is called
 *
 * Returns: (transfer full): one sentence for a toast
 */
char *
surmise_error_text_about (const GError *error,
                          const char   *name)
{
  g_return_val_if_fail (error != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (g_error_matches (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_NOT_A_PICTURE))
    return g_strdup_printf (_("“%s” is not a picture"), name);
  if (g_error_matches (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_MISSING_LOADER))
    /* Translators: a file's name and a package's. */
    return g_strdup_printf (_("“%s” needs the package %s"), name, error->message);
  if (g_error_matches (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_BROKEN))
    return g_strdup_printf (_("“%s” is damaged"), name);
  if (g_error_matches (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS))
    return g_strdup_printf (_("“%s” has more than 85 megapixels"), name);
  if (g_error_matches (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_TOO_MANY_BYTES))
    return g_strdup_printf (_("“%s” is over 20 MB in original size"), name);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup_printf (_("“%s” cannot be found"), name);
  if (g_error_matches (error, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_SCHEME))
    return g_strdup_printf (_("“%s” is not an http or https address"), name);
  if (g_error_matches (error, SURMISE_ADDRESS_ERROR, SURMISE_ADDRESS_ERROR_PRIVATE))
    return g_strdup_printf (_("“%s” leads into a private network"), name);
  if (error->domain == SURMISE_ADDRESS_ERROR)
    return g_strdup_printf (_("“%s” is not a usable web address"), name);
  if (g_error_matches (error, SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_NOT_A_PICTURE))
    return g_strdup_printf (_("“%s” leads to a page, not to a picture"), name);

  return g_strdup_printf (_("“%s” cannot be read"), name);
}
