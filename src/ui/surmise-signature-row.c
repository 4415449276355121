/* surmise-signature-row.c – the widgets for one argument of a method
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-signature-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "surmise-tooltip.h"

static double
get_default_number (ClarifaiArgument *argument)
{
  GVariant *value = clarifai_argument_get_default (argument);

  if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return (double) g_variant_get_int64 (value);

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE) ? g_variant_get_double (value) : 0;
}

static gboolean
get_default_switch (ClarifaiArgument *argument)
{
  GVariant *value = clarifai_argument_get_default (argument);

  /* A picture that is in view goes along unless somebody says no. */
  if (clarifai_argument_get_kind (argument) == CLARIFAI_ARGUMENT_PICTURE)
    return TRUE;

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) && g_variant_get_boolean (value);
}

/* The entry of the drop-down; where there is no default the first one is none of the choices. */
static guint
find_default_choice (ClarifaiArgument *argument)
{
  const char * const *choices = clarifai_argument_get_choices (argument);
  const char *value = surmise_signature_row_default_text (argument);

  for (guint i = 0; value != NULL && choices[i] != NULL; i++)
    if (g_str_equal (choices[i], value))
      return i;

  return 0;
}

/* As many decimals as the default has, two at least. */
static guint
count_digits (double value)
{
  guint digits = 2;

  for (double scale = 100; digits < 6 && fabs (value * scale - round (value * scale)) > 1e-6; scale *= 10)
    digits++;

  return digits;
}

static void
call (GtkWidget  *widget,
      const char *title,
      const char *description)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
add_suffix (SurmiseSignatureRow *self,
            GtkWidget           *suffix)
{
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), suffix);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->row), suffix);
}

static void
make_entry (SurmiseSignatureRow *self,
            ClarifaiArgument    *argument)
{
  self->row = adw_entry_row_new ();
  if (clarifai_argument_get_kind (argument) != CLARIFAI_ARGUMENT_TEXT)
    adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (self->row), GTK_INPUT_PURPOSE_NUMBER);
}

static void
make_spin (SurmiseSignatureRow *self,
           ClarifaiArgument    *argument)
{
  gboolean whole = clarifai_argument_get_kind (argument) == CLARIFAI_ARGUMENT_INTEGER;
  double min = -SURMISE_SIGNATURE_FAR;
  double max = SURMISE_SIGNATURE_FAR;
  double step = 1;

  if (clarifai_argument_get_range (argument, &min, &max))
    {
      min = MAX (min, -SURMISE_SIGNATURE_FAR);
      max = MIN (max, SURMISE_SIGNATURE_FAR);
    }
  if (!whole && max - min <= 20)
    step = max - min <= 2 ? 0.05 : 0.1;

  self->row = adw_action_row_new ();
  self->spin = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (min, max, step));
  gtk_spin_button_set_digits (self->spin, whole ? 0 : count_digits (get_default_number (argument)));
  gtk_spin_button_set_numeric (self->spin, TRUE);
  /* A range of quadrillions would make the field as wide. */
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->spin), 6);
  add_suffix (self, GTK_WIDGET (self->spin));
}

static void
make_switch (SurmiseSignatureRow *self)
{
  self->row = adw_action_row_new ();
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  add_suffix (self, GTK_WIDGET (self->toggle));
}

static void
make_choice (SurmiseSignatureRow *self,
             ClarifaiArgument    *argument)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  if (surmise_signature_row_default_text (argument) == NULL)
    gtk_string_list_append (list, clarifai_argument_get_required (argument) ? C_("a choice", "Choose One")
                                                                           : C_("a choice", "Not Set"));
  gtk_string_list_splice (list, g_list_model_get_n_items (G_LIST_MODEL (list)), 0,
                          clarifai_argument_get_choices (argument));
  self->row = adw_combo_row_new ();
  adw_combo_row_set_model (ADW_COMBO_ROW (self->row), G_LIST_MODEL (list));
}

static void
make_picture (SurmiseSignatureRow *self,
              ClarifaiArgument    *argument)
{
  GtkWidget *icon;

  if (!clarifai_argument_get_required (argument))
    {
      make_switch (self);
      return;
    }

  self->row = adw_action_row_new ();
  icon = gtk_image_new_from_icon_name ("image-x-generic-symbolic");
  gtk_widget_add_css_class (icon, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), icon);
}

static void
describe (SurmiseSignatureRow *self,
          ClarifaiArgument    *argument)
{
  const char *description = clarifai_argument_get_description (argument);
  g_autofree char *title = surmise_signature_row_dup_title (argument);

  /* The service's words are no markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  call (self->row, title, description);
  surmise_tooltip_set (self->row, description);
  if (self->spin != NULL)
    call (GTK_WIDGET (self->spin), title, description);
  if (self->toggle != NULL)
    call (GTK_WIDGET (self->toggle), title, description);

  if (ADW_IS_ENTRY_ROW (self->row))
    {
      call (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->row))), title, description);
    }
  else
    {
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->row), 2);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row), description);
    }
}

/* @self: filled in */
void
surmise_signature_row_make (SurmiseSignatureRow *self,
                            ClarifaiArgument    *argument)
{
  switch (clarifai_argument_get_kind (argument))
    {
    case CLARIFAI_ARGUMENT_NUMBER:
    case CLARIFAI_ARGUMENT_INTEGER:
      /* What the model does by itself is not known: such a field may stay empty. */
      if (clarifai_argument_get_default (argument) == NULL)
        make_entry (self, argument);
      else
        make_spin (self, argument);
      break;

    case CLARIFAI_ARGUMENT_SWITCH:
      make_switch (self);
      break;

    case CLARIFAI_ARGUMENT_CHOICE:
      make_choice (self, argument);
      break;

    case CLARIFAI_ARGUMENT_PICTURE:
      make_picture (self, argument);
      break;

    case CLARIFAI_ARGUMENT_TEXT:
    case CLARIFAI_ARGUMENT_OTHER:
    default:
      make_entry (self, argument);
    }

  describe (self, argument);
  surmise_signature_row_reset (self, argument);
}

/* Back to what the model does by itself. */
void
surmise_signature_row_reset (SurmiseSignatureRow *self,
                             ClarifaiArgument    *argument)
{
  const char *text = surmise_signature_row_default_text (argument);

  if (self->spin != NULL)
    gtk_spin_button_set_value (self->spin, get_default_number (argument));
  else if (self->toggle != NULL)
    gtk_switch_set_active (self->toggle, get_default_switch (argument));
  else if (ADW_IS_COMBO_ROW (self->row))
    adw_combo_row_set_selected (ADW_COMBO_ROW (self->row), find_default_choice (argument));
  else if (ADW_IS_ENTRY_ROW (self->row))
    gtk_editable_set_text (GTK_EDITABLE (self->row), text != NULL ? text : "");
}

/**
 * surmise_signature_row_dup_name:
 *
 * Returns: (transfer full): the argument's name as people write
 */
char *
surmise_signature_row_dup_name (ClarifaiArgument *argument)
{
  g_autofree char *words = g_strdelimit (g_strdup (clarifai_argument_get_name (argument)), "_", ' ');
  const char *rest;
  g_autofree char *first = NULL;

  if (*words == '\0')
    return g_steal_pointer (&words);

  rest = g_utf8_next_char (words);
  first = g_utf8_strup (words, rest - words);

  return g_strconcat (first, rest, NULL);
}

/**
 * surmise_signature_row_dup_title:
 *
 * Returns: (transfer full): the argument's name, and whether it has to be filled in
 */
char *
surmise_signature_row_dup_title (ClarifaiArgument *argument)
{
  g_autofree char *name = surmise_signature_row_dup_name (argument);

  if (!clarifai_argument_get_required (argument) || clarifai_argument_get_default (argument) != NULL
      || clarifai_argument_get_kind (argument) == CLARIFAI_ARGUMENT_PICTURE)
    return g_steal_pointer (&name);

  /* Translators: what a model wants to know, which has to be filled in. */
  return g_strdup_printf (_("%s (needed)"), name);
}

/* (nullable) */
const char *
surmise_signature_row_default_text (ClarifaiArgument *argument)
{
  GVariant *value = clarifai_argument_get_default (argument);

  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return NULL;

  return g_variant_get_string (value, NULL);
}
