/* surmise-prompt-bar.c – what is said to a model beside the picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-prompt-bar.h"

struct _SurmisePromptBar
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (SurmisePromptBar, surmise_prompt_bar, ADW_TYPE_BIN)

typedef enum {
  PROP_WANTED = 1,
} SurmisePromptBarProperty;

static GParamSpec *properties[PROP_WANTED + 1];

enum {
  ASK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
surmise_prompt_bar_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((SurmisePromptBarProperty) prop_id)
    {
    case PROP_WANTED:
      g_value_set_boolean (value, surmise_prompt_bar_get_wanted (SURMISE_PROMPT_BAR (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_prompt_bar_class_init (SurmisePromptBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = surmise_prompt_bar_get_property;

  properties[PROP_WANTED] = g_param_spec_boolean ("wanted", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[ASK] = g_signal_new ("ask", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_OBJECT, G_TYPE_VARIANT);
}

static void
surmise_prompt_bar_init (SurmisePromptBar *self)
{
}

GtkWidget *
surmise_prompt_bar_new (void)
{
  return g_object_new (SURMISE_TYPE_PROMPT_BAR, NULL);
}

/* @model: (nullable); @type: (nullable): what is known about the model in use */
void
surmise_prompt_bar_set_model (SurmisePromptBar  *self,
                              ClarifaiModel     *model,
                              ClarifaiModelType *type)
{
  g_return_if_fail (SURMISE_IS_PROMPT_BAR (self));
}

gboolean
surmise_prompt_bar_get_wanted (SurmisePromptBar *self)
{
  g_return_val_if_fail (SURMISE_IS_PROMPT_BAR (self), FALSE);

  return FALSE;
}

void
surmise_prompt_bar_set_has_picture (SurmisePromptBar *self,
                                    gboolean          has_picture)
{
  g_return_if_fail (SURMISE_IS_PROMPT_BAR (self));
}

void
surmise_prompt_bar_set_words (SurmisePromptBar *self,
                              const char       *words)
{
  g_return_if_fail (SURMISE_IS_PROMPT_BAR (self));
}
