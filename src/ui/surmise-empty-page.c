/* surmise-empty-page.c – where pictures go, while there is none
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-empty-page.h"

#include <glib/gi18n.h>

#include "surmise-samples.h"

struct _SurmiseEmptyPage
{
  AdwBin          parent_instance;

  AdwStatusPage  *page;
  GtkWidget      *open_button;
  SurmiseSamples *samples;
};

G_DEFINE_FINAL_TYPE (SurmiseEmptyPage, surmise_empty_page, ADW_TYPE_BIN)

static guint chosen_signal;

static void
on_sample_chosen (SurmiseEmptyPage *self,
                  GFile            *file)
{
  g_signal_emit (self, chosen_signal, 0, file);
}

static void
surmise_empty_page_class_init (SurmiseEmptyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  chosen_signal = g_signal_new ("chosen", SURMISE_TYPE_EMPTY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_FILE);

  g_type_ensure (SURMISE_TYPE_SAMPLES);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-empty-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseEmptyPage, page);
  gtk_widget_class_bind_template_child (widget_class, SurmiseEmptyPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, SurmiseEmptyPage, samples);
  gtk_widget_class_bind_template_callback (widget_class, on_sample_chosen);
}

static void
surmise_empty_page_init (SurmiseEmptyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  surmise_samples_load (self->samples);
}

GtkWidget *
surmise_empty_page_new (void)
{
  return g_object_new (SURMISE_TYPE_EMPTY_PAGE, NULL);
}

/**
 * surmise_empty_page_set_model:
 * @self: the page
 * @name: the model that will look at what is dropped
 * @words_only: it takes words instead of pictures
 */
void
surmise_empty_page_set_model (SurmiseEmptyPage *self,
                              const char       *name,
                              gboolean          words_only)
{
  g_autofree char *hint = NULL;

  g_return_if_fail (SURMISE_IS_EMPTY_PAGE (self));
  g_return_if_fail (name != NULL);

  if (words_only)
    /* Translators: a model's name. */
    hint = g_markup_printf_escaped (_("%s takes words, not pictures. Write to it in the field below."), name);
  else
    /* Translators: a model's name. */
    hint = g_markup_printf_escaped (_("Anywhere in this window, and see what %s sees."), name);
  adw_status_page_set_title (self->page, words_only ? _("Ask in Words") : _("Drop a Picture"));
  adw_status_page_set_icon_name (self->page, words_only ? "chat-message-new-symbolic" : "image-x-generic-symbolic");
  adw_status_page_set_description (self->page, hint);
  gtk_widget_set_visible (self->open_button, !words_only);
  gtk_widget_set_visible (GTK_WIDGET (self->samples), !words_only);
}
