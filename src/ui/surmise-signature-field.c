/* surmise-signature-field.c – one argument of a model’s method, and what is said to it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-signature-field.h"

#include <glib/gi18n.h>
#include <math.h>

#include "surmise-signature-row.h"

/**
 * SurmiseSignatureField:
 *
 * A value is given only where it says something else than the model would do by itself: what is left as it was is left
 * out of the question.
 */
struct _SurmiseSignatureField
{
  GObject              parent_instance;

  ClarifaiArgument    *argument; /* (owned) */
  SurmiseSignatureRow  parts;    /* its row is owned, the rest is in it */
  gboolean             has_picture;
};

G_DEFINE_FINAL_TYPE (SurmiseSignatureField, surmise_signature_field, G_TYPE_OBJECT)

enum {
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_number (SurmiseSignatureField *self)
{
  ClarifaiArgumentKind kind = clarifai_argument_get_kind (self->argument);

  return kind == CLARIFAI_ARGUMENT_NUMBER || kind == CLARIFAI_ARGUMENT_INTEGER;
}

static gboolean
is_picture (SurmiseSignatureField *self)
{
  return clarifai_argument_get_kind (self->argument) == CLARIFAI_ARGUMENT_PICTURE;
}

/* (transfer full) (nullable): what is typed, without blanks around it; NULL where nothing is, or in no entry */
static char *
dup_typed (SurmiseSignatureField *self)
{
  g_autofree char *text = NULL;

  if (!ADW_IS_ENTRY_ROW (self->parts.row))
    return NULL;

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->parts.row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* Whether @text is a number that the model takes. */
static gboolean
read_number (SurmiseSignatureField *self,
             const char            *text,
             double                *number)
{
  char *end = NULL;
  double min = -SURMISE_SIGNATURE_FAR;
  double max = SURMISE_SIGNATURE_FAR;

  clarifai_argument_get_range (self->argument, &min, &max);
  *number = g_strtod (text, &end);
  if (*end != '\0' || !isfinite (*number) || *number < min || *number > max)
    return FALSE;

  return clarifai_argument_get_kind (self->argument) == CLARIFAI_ARGUMENT_NUMBER
         || (*number == floor (*number) && fabs (*number) <= SURMISE_SIGNATURE_FAR);
}

static GVariant *
new_number (SurmiseSignatureField *self,
            double                 number)
{
  return clarifai_argument_get_kind (self->argument) == CLARIFAI_ARGUMENT_INTEGER
         ? g_variant_new_int64 ((gint64) number)
         : g_variant_new_double (number);
}

static GVariant *
read_choice (SurmiseSignatureField *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->parts.row));

  if (surmise_signature_row_default_text (self->argument) == NULL && selected-- == 0)
    return NULL;

  return g_variant_new_string (clarifai_argument_get_choices (self->argument)[selected]);
}

/* (nullable): floating */
static GVariant *
read_entry (SurmiseSignatureField *self)
{
  g_autofree char *typed = dup_typed (self);
  double number;

  if (is_number (self))
    return typed != NULL && read_number (self, typed, &number) ? new_number (self, number) : NULL;

  /* An emptied default is something to say. */
  if (typed == NULL && surmise_signature_row_default_text (self->argument) == NULL)
    return NULL;

  return g_variant_new_string (gtk_editable_get_text (GTK_EDITABLE (self->parts.row)));
}

static void
update_picture (SurmiseSignatureField *self)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->parts.row),
                               self->has_picture ? _("The picture in view") : _("No picture is in view"));
  if (self->parts.toggle != NULL)
    gtk_widget_set_sensitive (self->parts.row, self->has_picture);
}

static void
on_edited (SurmiseSignatureField *self)
{
  g_autofree char *typed = dup_typed (self);
  g_autofree char *problem = typed != NULL ? surmise_signature_field_dup_problem (self) : NULL;

  /* Only what is typed and wrong is marked, not what is still empty. */
  if (problem != NULL)
    gtk_widget_add_css_class (self->parts.row, "error");
  else
    gtk_widget_remove_css_class (self->parts.row, "error");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_entered (SurmiseSignatureField *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
follow_row (SurmiseSignatureField *self)
{
  if (self->parts.spin != NULL)
    g_signal_connect_object (self->parts.spin, "value-changed", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  if (self->parts.toggle != NULL)
    g_signal_connect_object (self->parts.toggle, "notify::active", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  if (ADW_IS_COMBO_ROW (self->parts.row))
    g_signal_connect_object (self->parts.row, "notify::selected", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
  if (ADW_IS_ENTRY_ROW (self->parts.row))
    {
      g_signal_connect_object (self->parts.row, "changed", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->parts.row, "entry-activated", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
    }
}

static void
surmise_signature_field_dispose (GObject *object)
{
  SurmiseSignatureField *self = SURMISE_SIGNATURE_FIELD (object);

  g_clear_object (&self->argument);
  g_clear_object (&self->parts.row);

  G_OBJECT_CLASS (surmise_signature_field_parent_class)->dispose (object);
}

static void
surmise_signature_field_class_init (SurmiseSignatureFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = surmise_signature_field_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
surmise_signature_field_init (SurmiseSignatureField *self)
{
  self->has_picture = TRUE;
}

SurmiseSignatureField *
surmise_signature_field_new (ClarifaiArgument *argument)
{
  SurmiseSignatureField *self;

  g_return_val_if_fail (CLARIFAI_IS_ARGUMENT (argument), NULL);

  self = g_object_new (SURMISE_TYPE_SIGNATURE_FIELD, NULL);
  self->argument = g_object_ref (argument);
  surmise_signature_row_make (&self->parts, argument);
  g_object_ref_sink (self->parts.row);
  follow_row (self);
  if (is_picture (self))
    update_picture (self);

  return self;
}

/* (transfer none) */
ClarifaiArgument *
surmise_signature_field_get_argument (SurmiseSignatureField *self)
{
  g_return_val_if_fail (SURMISE_IS_SIGNATURE_FIELD (self), NULL);

  return self->argument;
}

/* (transfer none): a row for a GtkListBox */
GtkWidget *
surmise_signature_field_get_row (SurmiseSignatureField *self)
{
  g_return_val_if_fail (SURMISE_IS_SIGNATURE_FIELD (self), NULL);

  return self->parts.row;
}

void
surmise_signature_field_set_has_picture (SurmiseSignatureField *self,
                                         gboolean               has_picture)
{
  g_return_if_fail (SURMISE_IS_SIGNATURE_FIELD (self));

  self->has_picture = has_picture;
  if (is_picture (self))
    update_picture (self);
}

/**
 * surmise_signature_field_dup_value:
 *
 * Returns: (transfer full) (nullable): what to say to the model; NULL where it is left to the model, or cannot be said
 */
GVariant *
surmise_signature_field_dup_value (SurmiseSignatureField *self)
{
  g_autoptr(GVariant) value = NULL;
  GVariant *by_itself;

  g_return_val_if_fail (SURMISE_IS_SIGNATURE_FIELD (self), NULL);

  if (self->parts.spin != NULL)
    value = new_number (self, gtk_spin_button_get_value (self->parts.spin));
  else if (self->parts.toggle != NULL)
    value = g_variant_new_boolean (gtk_switch_get_active (self->parts.toggle));
  else if (ADW_IS_COMBO_ROW (self->parts.row))
    value = read_choice (self);
  else if (ADW_IS_ENTRY_ROW (self->parts.row))
    value = read_entry (self);

  if (value == NULL)
    return NULL;

  g_variant_ref_sink (value);
  if (is_picture (self))
    return g_variant_get_boolean (value) ? NULL : g_steal_pointer (&value);

  by_itself = clarifai_argument_get_default (self->argument);
  if (by_itself != NULL && g_variant_equal (value, by_itself))
    return NULL;
  /* A switch without a default is off by itself. */
  if (by_itself == NULL && self->parts.toggle != NULL && !clarifai_argument_get_required (self->argument)
      && !g_variant_get_boolean (value))
    return NULL;

  return g_steal_pointer (&value);
}

/**
 * surmise_signature_field_dup_problem:
 *
 * Returns: (transfer full) (nullable): a sentence on why the model cannot be asked like this
 */
char *
surmise_signature_field_dup_problem (SurmiseSignatureField *self)
{
  g_autofree char *typed = NULL;
  g_autofree char *name = NULL;
  double number;
  double min;
  double max;

  g_return_val_if_fail (SURMISE_IS_SIGNATURE_FIELD (self), NULL);

  typed = dup_typed (self);
  name = surmise_signature_row_dup_name (self->argument);
  if (is_picture (self))
    return clarifai_argument_get_required (self->argument) && !self->has_picture
           ? g_strdup (_("The model needs a picture. Choose or drop one.")) : NULL;

  if (ADW_IS_ENTRY_ROW (self->parts.row) && is_number (self) && typed != NULL && !read_number (self, typed, &number))
    {
      if (clarifai_argument_get_range (self->argument, &min, &max))
        return g_strdup_printf (_("%s: a number between %g and %g"), name, min, max);
      return g_strdup_printf (clarifai_argument_get_kind (self->argument) == CLARIFAI_ARGUMENT_INTEGER
                              ? _("%s: a whole number") : _("%s: a number"), name);
    }

  if (clarifai_argument_get_required (self->argument) && clarifai_argument_get_default (self->argument) == NULL)
    {
      g_autoptr(GVariant) value = surmise_signature_field_dup_value (self);

      if (value == NULL)
        /* Translators: something that has to be filled in. */
        return g_strdup_printf (_("Still empty: %s"), name);
    }

  return NULL;
}

/* Back to what the model does by itself. */
void
surmise_signature_field_reset (SurmiseSignatureField *self)
{
  g_return_if_fail (SURMISE_IS_SIGNATURE_FIELD (self));

  surmise_signature_row_reset (&self->parts, self->argument);
}
