/* surmise-bar.c – a slim bar with one thing to know and one thing to do
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-bar.h"

struct _SurmiseBar
{
  AdwBin       parent_instance;

  GtkRevealer *revealer;
  GtkLabel    *label;
  GtkButton   *button;
};

G_DEFINE_FINAL_TYPE (SurmiseBar, surmise_bar, ADW_TYPE_BIN)

static guint closed_signal;

static void
on_close (SurmiseBar *self)
{
  surmise_bar_hide (self);
  g_signal_emit (self, closed_signal, 0);
}

static void
surmise_bar_dispose (GObject *object)
{
  /* Both the bin and the template hold the child: the bin lets go first, while it is still there. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SURMISE_TYPE_BAR);

  G_OBJECT_CLASS (surmise_bar_parent_class)->dispose (object);
}

static void
surmise_bar_class_init (SurmiseBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_bar_dispose;

  closed_signal = g_signal_new ("closed", SURMISE_TYPE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, SurmiseBar, label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseBar, button);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
surmise_bar_init (SurmiseBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * surmise_bar_show:
 * @self: the bar
 * @text: one or two short sentences
 * @button: (nullable): a label with mnemonic
 * @action: (nullable): the action that the button stands for
 */
void
surmise_bar_show (SurmiseBar *self,
                  const char *text,
                  const char *button,
                  const char *action)
{
  g_return_if_fail (SURMISE_IS_BAR (self));

  gtk_label_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
  gtk_button_set_label (self->button, button != NULL ? button : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  /* Not there at all before it is first needed: a hidden revealer is measured all the same. */
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

void
surmise_bar_hide (SurmiseBar *self)
{
  g_return_if_fail (SURMISE_IS_BAR (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
