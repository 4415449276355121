/* surmise-prompt-entry.c – words of several lines, and Enter to say them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-prompt-entry.h"

struct _SurmisePromptEntry
{
  AdwBin       parent_instance;

  GtkTextView *text_view;
  GtkLabel    *placeholder;
};

G_DEFINE_FINAL_TYPE (SurmisePromptEntry, surmise_prompt_entry, ADW_TYPE_BIN)

enum {
  ACTIVATE,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_changed (SurmisePromptEntry *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), gtk_text_buffer_get_char_count (buffer) == 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                gpointer               user_data)
{
  SurmisePromptEntry *self = user_data;
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  /* Somebody who is composing a character ends that with Enter. */
  if (event != NULL && gtk_text_view_im_context_filter_keypress (self->text_view, event))
    return GDK_EVENT_STOP;

  g_signal_emit (self, signals[ACTIVATE], 0);

  return GDK_EVENT_STOP;
}

static gboolean
surmise_prompt_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SURMISE_PROMPT_ENTRY (widget)->text_view));
}

static void
surmise_prompt_entry_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SURMISE_TYPE_PROMPT_ENTRY);

  G_OBJECT_CLASS (surmise_prompt_entry_parent_class)->dispose (object);
}

static void
surmise_prompt_entry_class_init (SurmisePromptEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_prompt_entry_dispose;
  widget_class->grab_focus = surmise_prompt_entry_grab_focus;

  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-prompt-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmisePromptEntry, text_view);
  gtk_widget_class_bind_template_child (widget_class, SurmisePromptEntry, placeholder);
}

static void
surmise_prompt_entry_init (SurmisePromptEntry *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), controller);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text_view), "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
surmise_prompt_entry_new (void)
{
  return g_object_new (SURMISE_TYPE_PROMPT_ENTRY, NULL);
}

/* Returns: (transfer full): what is typed, without blanks around it */
char *
surmise_prompt_entry_dup_text (SurmisePromptEntry *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (SURMISE_IS_PROMPT_ENTRY (self), NULL);

  buffer = gtk_text_view_get_buffer (self->text_view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

void
surmise_prompt_entry_set_text (SurmisePromptEntry *self,
                               const char         *text)
{
  g_return_if_fail (SURMISE_IS_PROMPT_ENTRY (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text != NULL ? text : "", -1);
}

/* @name: what it is called; @placeholder: what it says while it is empty */
void
surmise_prompt_entry_set_hint (SurmisePromptEntry *self,
                               const char         *name,
                               const char         *placeholder)
{
  g_return_if_fail (SURMISE_IS_PROMPT_ENTRY (self));

  gtk_label_set_label (self->placeholder, placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, placeholder, -1);
}
