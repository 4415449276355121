/* surmise-message.c – what happened, what it means, what to do: a page of words
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-message.h"

#include "surmise-error-text.h"

struct _SurmiseMessage
{
  AdwBin         parent_instance;

  AdwStatusPage *page;
  GtkButton     *button;
  GtkExpander   *details;
  GtkLabel      *details_label;
};

G_DEFINE_FINAL_TYPE (SurmiseMessage, surmise_message, ADW_TYPE_BIN)

static const char *const actions[] = {
  [SURMISE_ERROR_ACTION_TRY_AGAIN] = "win.try-again",
  [SURMISE_ERROR_ACTION_CHANGE_TOKEN] = "win.accounts",
  [SURMISE_ERROR_ACTION_CHANGE_MODEL] = "win.choose-model",
};

static void
surmise_message_dispose (GObject *object)
{
  /* Both the bin and the template hold the child: the bin lets go first, while it is still there. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SURMISE_TYPE_MESSAGE);

  G_OBJECT_CLASS (surmise_message_parent_class)->dispose (object);
}

static void
surmise_message_class_init (SurmiseMessageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_message_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-message.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseMessage, page);
  gtk_widget_class_bind_template_child (widget_class, SurmiseMessage, button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseMessage, details);
  gtk_widget_class_bind_template_child (widget_class, SurmiseMessage, details_label);
}

static void
surmise_message_init (SurmiseMessage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show (SurmiseMessage *self,
      const char     *icon,
      const char     *title,
      const char     *hint,
      const char     *button,
      const char     *action,
      const char     *details)
{
  adw_status_page_set_icon_name (self->page, icon);
  adw_status_page_set_title (self->page, title);
  adw_status_page_set_description (self->page, hint);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  if (button != NULL)
    {
      gtk_button_set_label (self->button, button);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->details), details != NULL && *details != '\0');
  gtk_expander_set_expanded (self->details, FALSE);
  gtk_label_set_label (self->details_label, details != NULL ? details : "");
}

/**
 * surmise_message_show:
 * @self: the page
 * @title: a short sentence without full stop
 * @hint: Pango markup: what it means and what to do
 * @button: (nullable): a label with mnemonic
 * @action: (nullable): the action that the button stands for
 */
void
surmise_message_show (SurmiseMessage *self,
                      const char     *title,
                      const char     *hint,
                      const char     *button,
                      const char     *action)
{
  g_return_if_fail (SURMISE_IS_MESSAGE (self));

  show (self, NULL, title, hint, button, action, NULL);
}

/**
 * surmise_message_show_error:
 * @self: the page
 * @error: what went wrong
 *
 * Everything can be tried again, if only after it was mended elsewhere.
 */
void
surmise_message_show_error (SurmiseMessage *self,
                            const GError   *error)
{
  g_autoptr(SurmiseErrorText) text = NULL;
  SurmiseErrorAction action;

  g_return_if_fail (SURMISE_IS_MESSAGE (self));
  g_return_if_fail (error != NULL);

  text = surmise_error_text_new (error);
  action = text->action != SURMISE_ERROR_ACTION_NONE ? text->action : SURMISE_ERROR_ACTION_TRY_AGAIN;
  show (self, "dialog-warning-symbolic", text->title, text->hint, surmise_error_action_get_label (action),
        actions[action], text->details);
}
