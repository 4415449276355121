/* surmise-prompt-methods.c – which of a model’s methods there is to fill in
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-prompt-methods.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "surmise-signature-row.h"

/* Whether there is more to say than the picture alone, or a reason why nothing can be said. */
static gboolean
is_wanted (ClarifaiMethod *method)
{
  GListModel *arguments = clarifai_method_get_arguments (method);

  if (!clarifai_method_can_ask (method))
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (arguments); i++)
    {
      g_autoptr(ClarifaiArgument) argument = g_list_model_get_item (arguments, i);
      ClarifaiArgumentKind kind = clarifai_argument_get_kind (argument);

      if (kind != CLARIFAI_ARGUMENT_PICTURE && kind != CLARIFAI_ARGUMENT_OTHER)
        return TRUE;
    }

  return FALSE;
}

/**
 * surmise_prompt_methods_wanted:
 * @methods: of #ClarifaiMethod
 *
 * Returns: whether people need a form to ask a model with these methods
 */
gboolean
surmise_prompt_methods_wanted (GListModel *methods)
{
  g_autoptr(ClarifaiMethod) first = g_list_model_get_item (methods, surmise_prompt_methods_first (methods));

  return first != NULL && is_wanted (first);
}

/**
 * surmise_prompt_methods_first:
 * @methods: of #ClarifaiMethod
 *
 * Returns: the one to begin with: "predict", which the service calls where none is named, or the first that can be
 *   asked
 */
guint
surmise_prompt_methods_first (GListModel *methods)
{
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (methods); i++)
    {
      g_autoptr(ClarifaiMethod) method = g_list_model_get_item (methods, i);

      if (!clarifai_method_can_ask (method))
        continue;
      if (g_str_equal (clarifai_method_get_name (method), "predict"))
        return i;
      if (found == GTK_INVALID_LIST_POSITION)
        found = i;
    }

  return found != GTK_INVALID_LIST_POSITION ? found : 0;
}

/**
 * surmise_prompt_methods_dup_main:
 *
 * Returns: (transfer full) (nullable): the words that matter most: the first text that is needed, else the first text
 */
ClarifaiArgument *
surmise_prompt_methods_dup_main (ClarifaiMethod *method)
{
  GListModel *arguments = clarifai_method_get_arguments (method);
  g_autoptr(ClarifaiArgument) found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (arguments); i++)
    {
      g_autoptr(ClarifaiArgument) argument = g_list_model_get_item (arguments, i);

      if (clarifai_argument_get_kind (argument) != CLARIFAI_ARGUMENT_TEXT)
        continue;
      if (clarifai_argument_get_required (argument))
        return g_steal_pointer (&argument);
      if (found == NULL)
        found = g_steal_pointer (&argument);
    }

  return g_steal_pointer (&found);
}

/**
 * surmise_prompt_methods_dup_why:
 *
 * Returns: (transfer full) (nullable): a sentence on why the method cannot be asked; NULL where it can
 */
char *
surmise_prompt_methods_dup_why (ClarifaiMethod *method)
{
  GListModel *arguments = clarifai_method_get_arguments (method);

  if (clarifai_method_can_ask (method))
    return NULL;
  if (clarifai_method_get_streams (method))
    return g_strdup (_("This model answers bit by bit, which Surmise cannot show."));

  for (guint i = 0; i < g_list_model_get_n_items (arguments); i++)
    {
      g_autoptr(ClarifaiArgument) argument = g_list_model_get_item (arguments, i);
      g_autofree char *name = NULL;

      if (!clarifai_argument_get_required (argument)
          || clarifai_argument_get_kind (argument) != CLARIFAI_ARGUMENT_OTHER)
        continue;

      name = surmise_signature_row_dup_name (argument);
      /* Translators: something that a model has to be given, which is neither words, a number nor a picture. */
      return g_strdup_printf (_("This model needs something that cannot be given here: %s"), name);
    }

  return g_strdup (_("This model cannot be asked here."));
}
