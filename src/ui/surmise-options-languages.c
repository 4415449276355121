/* surmise-options-languages.c – in which languages a model names what it sees
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-options-languages.h"

#include <glib/gi18n.h>

struct _SurmiseOptionsLanguages
{
  AdwBin        parent_instance;

  AdwComboRow  *first_row;
  AdwComboRow  *second_row;

  char        **ids;     /* (owned): one behind the rows' entries, whose first is none */
  gboolean      showing; /* what changes is not the person's doing */
};

G_DEFINE_FINAL_TYPE (SurmiseOptionsLanguages, surmise_options_languages, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_language (SurmiseOptionsLanguages *self,
              AdwComboRow             *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected != GTK_INVALID_LIST_POSITION && selected > 0 ? self->ids[selected - 1] : NULL;
}

static guint
find (SurmiseOptionsLanguages *self,
      const char              *id)
{
  for (guint i = 0; id != NULL && self->ids[i] != NULL; i++)
    if (g_ascii_strcasecmp (self->ids[i], id) == 0)
      return i + 1;

  return 0;
}

static void
fill (AdwComboRow        *row,
      const char         *none,
      const char * const *names)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, none);
  gtk_string_list_splice (list, 1, 0, names);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
on_selected (SurmiseOptionsLanguages *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
surmise_options_languages_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SURMISE_TYPE_OPTIONS_LANGUAGES);

  G_OBJECT_CLASS (surmise_options_languages_parent_class)->dispose (object);
}

static void
surmise_options_languages_finalize (GObject *object)
{
  g_clear_pointer (&SURMISE_OPTIONS_LANGUAGES (object)->ids, g_strfreev);

  G_OBJECT_CLASS (surmise_options_languages_parent_class)->finalize (object);
}

static void
surmise_options_languages_class_init (SurmiseOptionsLanguagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_options_languages_dispose;
  G_OBJECT_CLASS (klass)->finalize = surmise_options_languages_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-options-languages.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsLanguages, first_row);
  gtk_widget_class_bind_template_child (widget_class, SurmiseOptionsLanguages, second_row);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
}

static void
surmise_options_languages_init (SurmiseOptionsLanguages *self)
{
  self->ids = g_new0 (char *, 1);
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->showing = FALSE;
}

/* @model: (nullable): whose languages are offered */
void
surmise_options_languages_set_model (SurmiseOptionsLanguages *self,
                                     ClarifaiModel           *model)
{
  static const char *const none[] = { NULL };
  const char * const *names = model != NULL ? clarifai_model_get_language_names (model) : none;
  const char * const *ids = model != NULL ? clarifai_model_get_language_ids (model) : none;

  g_return_if_fail (SURMISE_IS_OPTIONS_LANGUAGES (self));

  self->showing = TRUE;
  g_strfreev (self->ids);
  self->ids = g_strdupv ((GStrv) ids);
  fill (self->first_row, C_("a language", "As the Model Does"), names);
  fill (self->second_row, C_("a language", "None"), names);
  self->showing = FALSE;
}

void
surmise_options_languages_set (SurmiseOptionsLanguages *self,
                               const char              *first,
                               const char              *second)
{
  g_return_if_fail (SURMISE_IS_OPTIONS_LANGUAGES (self));

  self->showing = TRUE;
  adw_combo_row_set_selected (self->first_row, find (self, first));
  adw_combo_row_set_selected (self->second_row, find (self, second));
  self->showing = FALSE;
}

const char *
surmise_options_languages_get_first (SurmiseOptionsLanguages *self)
{
  g_return_val_if_fail (SURMISE_IS_OPTIONS_LANGUAGES (self), NULL);

  return get_language (self, self->first_row);
}

const char *
surmise_options_languages_get_second (SurmiseOptionsLanguages *self)
{
  g_return_val_if_fail (SURMISE_IS_OPTIONS_LANGUAGES (self), NULL);

  return get_language (self, self->second_row);
}
