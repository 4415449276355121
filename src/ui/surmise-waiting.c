/* surmise-waiting.c – calm placeholders while a model thinks
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-waiting.h"

#include <glib/gi18n.h>

#define N_PLACEHOLDERS  6
#define SPINNER_SECONDS 1

/**
 * SurmiseWaiting:
 *
 * Stands where the bars will stand, so that nothing jumps when they come. The spinner shows only when it takes longer
 * than a person expects.
 */
struct _SurmiseWaiting
{
  AdwBin      parent_instance;

  GtkBox     *placeholders;
  GtkSpinner *spinner;
  GtkLabel   *label;

  guint       spinner_id;
};

G_DEFINE_FINAL_TYPE (SurmiseWaiting, surmise_waiting, ADW_TYPE_BIN)

static gboolean
on_spinner (gpointer user_data)
{
  SurmiseWaiting *self = user_data;

  self->spinner_id = 0;
  gtk_spinner_start (self->spinner);

  return G_SOURCE_REMOVE;
}

static const char *
get_text (ClarifaiProgress progress)
{
  switch (progress)
    {
    case CLARIFAI_PROGRESS_MODEL_STARTING:
      return _("Waiting for the model to start…\nNobody has used it for a while, so Clarifai loads it anew. This can take "
               "some minutes.");

    case CLARIFAI_PROGRESS_THROTTLED:
      return _("Clarifai asked for a pause. Going on by itself…");

    case CLARIFAI_PROGRESS_SENT:
    default:
      return "";
    }
}

static void
surmise_waiting_dispose (GObject *object)
{
  SurmiseWaiting *self = SURMISE_WAITING (object);

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_WAITING);

  G_OBJECT_CLASS (surmise_waiting_parent_class)->dispose (object);
}

static void
surmise_waiting_class_init (SurmiseWaitingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_waiting_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-waiting.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseWaiting, placeholders);
  gtk_widget_class_bind_template_child (widget_class, SurmiseWaiting, spinner);
  gtk_widget_class_bind_template_child (widget_class, SurmiseWaiting, label);
}

static void
surmise_waiting_init (SurmiseWaiting *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < N_PLACEHOLDERS; i++)
    {
      GtkWidget *placeholder = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_add_css_class (placeholder, "placeholder");
      gtk_box_append (self->placeholders, placeholder);
    }
}

/**
 * surmise_waiting_start:
 * @self: the page
 * @progress: what is being waited for; may be called again with another
 */
void
surmise_waiting_start (SurmiseWaiting   *self,
                       ClarifaiProgress  progress)
{
  g_return_if_fail (SURMISE_IS_WAITING (self));

  gtk_label_set_label (self->label, get_text (progress));
  if (self->spinner_id == 0 && !gtk_spinner_get_spinning (self->spinner))
    self->spinner_id = g_timeout_add_seconds (SPINNER_SECONDS, on_spinner, self);
}

void
surmise_waiting_stop (SurmiseWaiting *self)
{
  g_return_if_fail (SURMISE_IS_WAITING (self));

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  gtk_spinner_stop (self->spinner);
}
