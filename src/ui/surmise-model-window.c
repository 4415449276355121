/* surmise-model-window.c – all that is known about one model
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-window.h"

#include "clarifai-model-ref.h"

struct _SurmiseModelWindow
{
  AdwWindow         parent_instance;

  GtkWidget        *use_button;

  SurmiseContext   *context; /* (owned) */
  SurmiseAccount   *account; /* (owned) */
  ClarifaiModelRef *model;   /* (owned) */
};

G_DEFINE_FINAL_TYPE (SurmiseModelWindow, surmise_model_window, ADW_TYPE_WINDOW)

enum {
  USE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_use (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  SurmiseModelWindow *self = SURMISE_MODEL_WINDOW (widget);
  g_autofree char *name = surmise_context_dup_model_name (self->context, self->model);

  g_signal_emit (self, signals[USE], 0, self->model, name, g_str_equal (action_name, "model.compare"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
surmise_model_window_dispose (GObject *object)
{
  SurmiseModelWindow *self = SURMISE_MODEL_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_MODEL_WINDOW);
  g_clear_object (&self->context);
  g_clear_object (&self->account);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (surmise_model_window_parent_class)->dispose (object);
}

static void
surmise_model_window_class_init (SurmiseModelWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_model_window_dispose;

  signals[USE] = g_signal_new ("use", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 3, CLARIFAI_TYPE_MODEL_REF, G_TYPE_STRING, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-model-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseModelWindow, use_button);
  gtk_widget_class_install_action (widget_class, "model.use", NULL, on_use);
  gtk_widget_class_install_action (widget_class, "model.compare", NULL, on_use);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
surmise_model_window_init (SurmiseModelWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
surmise_model_window_new (GtkWindow        *parent,
                          SurmiseContext   *context,
                          SurmiseAccount   *account,
                          ClarifaiModelRef *model)
{
  SurmiseModelWindow *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (SURMISE_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (SURMISE_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (CLARIFAI_IS_MODEL_REF (model), NULL);

  name = surmise_context_dup_model_name (context, model);
  self = g_object_new (SURMISE_TYPE_MODEL_WINDOW, "transient-for", parent, "title", name, NULL);
  self->context = g_object_ref (context);
  self->account = g_object_ref (account);
  self->model = g_object_ref (model);

  return GTK_WINDOW (self);
}

static void
on_use_signal (SurmiseModelWindow *self,
               ClarifaiModelRef   *model,
               const char         *name,
               gboolean            compare,
               gpointer            user_data)
{
  SurmiseModelWindowUse use_func = (SurmiseModelWindowUse) g_object_get_data (G_OBJECT (self), "use-func");

  use_func (model, name, compare, user_data);
}

/* @user_data has to live as long as @parent, with which the window goes. */
void
surmise_model_window_show (GtkWindow             *parent,
                           SurmiseContext        *context,
                           SurmiseAccount        *account,
                           ClarifaiModelRef      *model,
                           SurmiseModelWindowUse  use_func,
                           gpointer               user_data)
{
  GtkWindow *self = surmise_model_window_new (parent, context, account, model);

  g_return_if_fail (self != NULL);

  g_object_set_data (G_OBJECT (self), "use-func", (gpointer) use_func);
  if (use_func != NULL)
    g_signal_connect (self, "use", G_CALLBACK (on_use_signal), user_data);
  gtk_window_present (self);
}
