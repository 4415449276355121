/* surmise-notice.c – a quiet box that says what the matter is and offers a way on
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-notice.h"

struct _SurmiseNotice
{
  AdwBin       parent_instance;

  GtkWidget   *icon;
  GtkSpinner  *spinner;
  GtkLabel    *title;
  GtkLabel    *hint;
  GtkExpander *details;
  GtkLabel    *details_label;
  GtkWidget   *button;
};

G_DEFINE_FINAL_TYPE (SurmiseNotice, surmise_notice, ADW_TYPE_BIN)

static void
set_text (GtkLabel   *label,
          GtkWidget  *shown,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (shown, text != NULL && *text != '\0');
}

static void
surmise_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SURMISE_TYPE_NOTICE);

  G_OBJECT_CLASS (surmise_notice_parent_class)->dispose (object);
}

static void
surmise_notice_class_init (SurmiseNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_notice_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseNotice, icon);
  gtk_widget_class_bind_template_child (widget_class, SurmiseNotice, spinner);
  gtk_widget_class_bind_template_child (widget_class, SurmiseNotice, title);
  gtk_widget_class_bind_template_child (widget_class, SurmiseNotice, hint);
  gtk_widget_class_bind_template_child (widget_class, SurmiseNotice, details);
  gtk_widget_class_bind_template_child (widget_class, SurmiseNotice, details_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseNotice, button);
}

static void
surmise_notice_init (SurmiseNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
surmise_notice_new (void)
{
  return g_object_new (SURMISE_TYPE_NOTICE, NULL);
}

void
surmise_notice_say (SurmiseNotice *self,
                    const char    *title,
                    const char    *hint,
                    const char    *details)
{
  g_return_if_fail (SURMISE_IS_NOTICE (self));
  g_return_if_fail (title != NULL);

  set_text (self->title, GTK_WIDGET (self->title), title);
  set_text (self->hint, GTK_WIDGET (self->hint), hint);
  set_text (self->details_label, GTK_WIDGET (self->details), details);
  gtk_expander_set_expanded (self->details, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint != NULL ? hint : "",
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
surmise_notice_hide (SurmiseNotice *self)
{
  g_return_if_fail (SURMISE_IS_NOTICE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_spinner_set_spinning (self->spinner, FALSE);
}

void
surmise_notice_set_busy (SurmiseNotice *self,
                         gboolean       busy)
{
  g_return_if_fail (SURMISE_IS_NOTICE (self));

  gtk_widget_set_visible (self->icon, !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

void
surmise_notice_set_button (SurmiseNotice *self,
                           const char    *label,
                           const char    *action_name)
{
  g_return_if_fail (SURMISE_IS_NOTICE (self));

  gtk_widget_set_visible (self->button, label != NULL);
  if (label != NULL)
    gtk_button_set_label (GTK_BUTTON (self->button), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
}

GtkWidget *
surmise_notice_get_button (SurmiseNotice *self)
{
  g_return_val_if_fail (SURMISE_IS_NOTICE (self), NULL);

  return self->button;
}
