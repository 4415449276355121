/* surmise-connect-page.c – where a token is pasted, checked and kept
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-connect-page.h"

#include <glib/gi18n.h>

#include "surmise-account-text.h"
#include "surmise-compat.h"
#include "surmise-error-text.h"
#include "surmise-notice.h"

#define TOKEN_SITE "https://clarifai.com/me/settings/secrets"

struct _SurmiseConnectPage
{
  AdwBin               parent_instance;

  GtkLabel            *title_label;
  GtkLabel            *description_label;
  GtkEditable         *token_row;
  GtkWidget           *site_row;
  AdwExpanderRow      *server_expander;
  GtkEditable         *server_row;
  SurmiseNotice       *notice;
  GtkWidget           *connect_button;
  GtkLabel            *connect_label;
  GtkSpinner          *spinner;
  GtkWidget           *done_image;
  GtkWidget           *cancel_button;

  SurmiseContext      *context;   /* (owned) */
  SurmiseConnectCheck *check;     /* (owned): what state the page is in */
  GCancellable        *launching; /* (owned): ends with the page */
};

G_DEFINE_FINAL_TYPE (SurmiseConnectPage, surmise_connect_page, ADW_TYPE_BIN)

enum {
  CONNECTED,
  CANCELLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_typed (SurmiseConnectPage *self)
{
  return *gtk_editable_get_text (self->token_row) != '\0';
}

/* One suggestion at a time. */
static void
set_suggested (GtkWidget *widget,
               gboolean   suggested)
{
  if (suggested)
    gtk_widget_add_css_class (widget, "suggested-action");
  else
    gtk_widget_remove_css_class (widget, "suggested-action");
}

static void
update_notice (SurmiseConnectPage *self,
               gboolean            session)
{
  const GError *error = surmise_connect_check_get_error (self->check);
  g_autoptr(SurmiseErrorText) text = NULL;

  if (error == NULL)
    {
      surmise_notice_hide (self->notice);
      return;
    }

  text = surmise_error_text_new (error);
  surmise_notice_say (self->notice, text->title, text->hint,
                      surmise_connect_check_has_details (self->check) ? text->details : NULL);
  surmise_notice_set_button (self->notice, session ? _("_Use for This Session Only") : NULL,
                             session ? "connect.session" : NULL);
  set_suggested (surmise_notice_get_button (self->notice), session);
}

static char *
dup_connect_text (SurmiseConnectPage *self)
{
  const GError *error = surmise_connect_check_get_error (self->check);
  g_autoptr(SurmiseErrorText) text = NULL;

  switch (surmise_connect_check_get_state (self->check))
    {
    case SURMISE_CONNECT_STATE_BUSY:
      return g_strdup (_("Checking…"));

    case SURMISE_CONNECT_STATE_DONE:
      return surmise_account_text_connected (surmise_connect_check_get_account (self->check));

    case SURMISE_CONNECT_STATE_ERROR:
      text = surmise_error_text_new (error);
      if (text->action == SURMISE_ERROR_ACTION_TRY_AGAIN || error->domain == SURMISE_KEYRING_ERROR)
        return g_strdup (surmise_error_action_get_label (SURMISE_ERROR_ACTION_TRY_AGAIN));
      break;

    case SURMISE_CONNECT_STATE_IDLE:
    case SURMISE_CONNECT_STATE_READY:
    default:
      break;
    }

  return g_strdup (surmise_connect_check_get_replaced (self->check) != NULL ? _("_Replace Token") : _("C_onnect"));
}

/* All that the state decides on. */
static void
update_state (SurmiseConnectPage *self)
{
  SurmiseConnectState state = surmise_connect_check_get_state (self->check);
  const GError *error = surmise_connect_check_get_error (self->check);
  gboolean busy = state == SURMISE_CONNECT_STATE_BUSY;
  gboolean done = state == SURMISE_CONNECT_STATE_DONE;
  gboolean session = error != NULL && error->domain == SURMISE_KEYRING_ERROR;
  g_autofree char *text = dup_connect_text (self);

  /* The focus must not be in what turns insensitive: Escape is to reach this page. */
  if (busy)
    gtk_widget_grab_focus (self->cancel_button);

  gtk_widget_set_sensitive (GTK_WIDGET (self->token_row), !busy && !done);
  gtk_widget_set_sensitive (GTK_WIDGET (self->server_expander), !busy && !done);
  gtk_widget_set_visible (GTK_WIDGET (self->server_expander), surmise_connect_check_get_replaced (self->check) == NULL);
  gtk_widget_set_visible (self->cancel_button, !done);
  gtk_widget_set_visible (self->done_image, done);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);

  gtk_label_set_use_underline (self->connect_label, !busy && !done);
  gtk_label_set_label (self->connect_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->connect_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (self->connect_label), -1);
  set_suggested (self->connect_button, !session);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "connect.start", is_typed (self) && !busy && !done);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "connect.session", session);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "connect.cancel", !done);
  update_notice (self, session);
}

static void
announce_error (SurmiseConnectPage *self)
{
  const GError *error = surmise_connect_check_get_error (self->check);
  g_autoptr(SurmiseErrorText) text = surmise_error_text_new (error);
  GtkWidget *focus = GTK_WIDGET (self->token_row);

  surmise_announce (GTK_WIDGET (self), text->title);
  if (surmise_connect_check_blames_server (self->check))
    {
      adw_expander_row_set_expanded (self->server_expander, TRUE);
      focus = GTK_WIDGET (self->server_row);
    }
  else if (error->domain == SURMISE_KEYRING_ERROR)
    focus = surmise_notice_get_button (self->notice);

  gtk_widget_grab_focus (focus);
}

static void
reset (SurmiseConnectPage *self,
       SurmiseAccount     *replaced,
       const char         *title,
       const char         *description)
{
  SurmiseAccountList *accounts = surmise_context_get_accounts (self->context);

  surmise_connect_check_reset (self->check, replaced);
  gtk_editable_set_text (self->token_row, "");
  gtk_editable_set_text (self->server_row, surmise_account_list_get_default_server (accounts));
  adw_expander_row_set_expanded (self->server_expander, FALSE);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->description_label, description);
  update_state (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->token_row));
}

static void
start (SurmiseConnectPage  *self,
       SurmiseAccountPlace  place)
{
  surmise_connect_check_start (self->check, gtk_editable_get_text (self->token_row),
                               gtk_editable_get_text (self->server_row), place);
}

static void
on_state_changed (SurmiseConnectPage *self)
{
  SurmiseConnectState state = surmise_connect_check_get_state (self->check);

  update_state (self);
  if (state == SURMISE_CONNECT_STATE_ERROR)
    announce_error (self);
  if (state == SURMISE_CONNECT_STATE_BUSY || state == SURMISE_CONNECT_STATE_DONE)
    surmise_announce (GTK_WIDGET (self), gtk_label_get_text (self->connect_label));
  if (state == SURMISE_CONNECT_STATE_DONE)
    {
      gtk_editable_set_text (self->token_row, "");
      g_signal_emit (self, signals[CONNECTED], 0, surmise_connect_check_get_account (self->check));
    }
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(SurmiseConnectPage) self = user_data;
  g_autoptr(GError) error = NULL;

  /* Without a browser, the address itself is what helps. */
  if (!g_app_info_launch_default_for_uri_finish (result, &error) && !g_cancellable_is_cancelled (self->launching))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->site_row), TOKEN_SITE);
}

static void
on_site_activated (SurmiseConnectPage *self)
{
  g_autoptr(GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (GTK_WIDGET (self)));

  g_app_info_launch_default_for_uri_async (TOKEN_SITE, G_APP_LAUNCH_CONTEXT (context), self->launching, launched_cb,
                                           g_object_ref (self));
}

static void
on_token_changed (SurmiseConnectPage *self)
{
  surmise_connect_check_edit (self->check, is_typed (self));
}

static void
on_server_changed (SurmiseConnectPage *self)
{
  adw_expander_row_set_subtitle (self->server_expander, gtk_editable_get_text (self->server_row));
  on_token_changed (self);
}

static void
on_entry_activated (SurmiseConnectPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "connect.start", NULL);
}

static void
start_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  start (SURMISE_CONNECT_PAGE (widget), SURMISE_ACCOUNT_PLACE_KEYRING);
}

static void
session_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  start (SURMISE_CONNECT_PAGE (widget), SURMISE_ACCOUNT_PLACE_SESSION);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  surmise_connect_page_cancel (SURMISE_CONNECT_PAGE (widget));
}

static void
surmise_connect_page_dispose (GObject *object)
{
  SurmiseConnectPage *self = SURMISE_CONNECT_PAGE (object);

  /* A check that is under way ends here; what it still says finds nobody. */
  if (self->check != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->check, self);
      surmise_connect_check_reset (self->check, NULL);
    }
  g_cancellable_cancel (self->launching);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_CONNECT_PAGE);
  g_clear_object (&self->check);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (surmise_connect_page_parent_class)->dispose (object);
}

static void
surmise_connect_page_finalize (GObject *object)
{
  g_clear_object (&SURMISE_CONNECT_PAGE (object)->launching);

  G_OBJECT_CLASS (surmise_connect_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-connect-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseConnectPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConnectPage, description_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConnectPage, token_row);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConnectPage, site_row);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConnectPage, server_expander);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConnectPage, server_row);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConnectPage, notice);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConnectPage, connect_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConnectPage, connect_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConnectPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConnectPage, done_image);
  gtk_widget_class_bind_template_child (widget_class, SurmiseConnectPage, cancel_button);
  gtk_widget_class_bind_template_callback (widget_class, on_token_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_server_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_site_activated);
}

static void
surmise_connect_page_class_init (SurmiseConnectPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = surmise_connect_page_dispose;
  object_class->finalize = surmise_connect_page_finalize;

  signals[CONNECTED] = g_signal_new ("connected", SURMISE_TYPE_CONNECT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, SURMISE_TYPE_ACCOUNT);
  signals[CANCELLED] = g_signal_new ("cancelled", SURMISE_TYPE_CONNECT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  g_type_ensure (SURMISE_TYPE_NOTICE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "connect.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "connect.session", NULL, session_action);
  gtk_widget_class_install_action (widget_class, "connect.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "connect.cancel", NULL);
}

static void
surmise_connect_page_init (SurmiseConnectPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->launching = g_cancellable_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->token_row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Personal access token"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (self->server_row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Server address"), -1);
  gtk_widget_set_tooltip_text (self->site_row, TOKEN_SITE);
}

/**
 * surmise_connect_page_new:
 * @context: the services
 *
 * Returns: (transfer floating): a page, empty
 */
GtkWidget *
surmise_connect_page_new (SurmiseContext *context)
{
  SurmiseConnectPage *self;

  g_return_val_if_fail (SURMISE_IS_CONTEXT (context), NULL);

  self = g_object_new (SURMISE_TYPE_CONNECT_PAGE, NULL);
  self->context = g_object_ref (context);
  self->check = surmise_connect_check_new (surmise_context_get_accounts (context));
  g_signal_connect_swapped (self->check, "notify::state", G_CALLBACK (on_state_changed), self);
  surmise_connect_page_begin (self);

  return GTK_WIDGET (self);
}

void
surmise_connect_page_begin (SurmiseConnectPage *self)
{
  g_return_if_fail (SURMISE_IS_CONNECT_PAGE (self));

  reset (self, NULL, _("Connect to Clarifai"),
         _("A personal access token is a key that stands for you at Clarifai.\nKeep it to yourself."));
}

void
surmise_connect_page_begin_replace (SurmiseConnectPage *self,
                                    SurmiseAccount     *account)
{
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (SURMISE_IS_CONNECT_PAGE (self));
  g_return_if_fail (SURMISE_IS_ACCOUNT (account));

  label = surmise_account_text_label (account);
  text = g_strdup_printf (_("The new token takes the place of the one that “%s” has now."), label);
  reset (self, account, _("Replace the Token"), text);
}

void
surmise_connect_page_cancel (SurmiseConnectPage *self)
{
  g_return_if_fail (SURMISE_IS_CONNECT_PAGE (self));

  if (surmise_connect_check_get_state (self->check) == SURMISE_CONNECT_STATE_BUSY)
    {
      surmise_connect_check_stop (self->check);
      gtk_widget_grab_focus (GTK_WIDGET (self->token_row));
      return;
    }

  gtk_editable_set_text (self->token_row, "");
  g_signal_emit (self, signals[CANCELLED], 0);
}

SurmiseConnectState
surmise_connect_page_get_state (SurmiseConnectPage *self)
{
  g_return_val_if_fail (SURMISE_IS_CONNECT_PAGE (self), SURMISE_CONNECT_STATE_IDLE);

  return surmise_connect_check_get_state (self->check);
}
