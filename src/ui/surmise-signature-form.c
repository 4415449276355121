/* surmise-signature-form.c – a model’s method as a form to fill in
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-signature-form.h"

#include <glib/gi18n.h>

#include "surmise-signature-field.h"
#include "surmise-signature-row.h"

/**
 * SurmiseSignatureForm:
 *
 * One row for each argument of a method that people can fill in. What nobody could fill in here is left to the model,
 * and named below.
 */
struct _SurmiseSignatureForm
{
  AdwBin      parent_instance;

  GtkListBox *list_box;
  GtkLabel   *left_out_label;
  GtkWidget  *reset_button;

  GPtrArray  *fields; /* (owned) (element-type SurmiseSignatureField) */
  gboolean    has_picture;
  gboolean    resetting;
};

G_DEFINE_FINAL_TYPE (SurmiseSignatureForm, surmise_signature_form, ADW_TYPE_BIN)

enum {
  CHANGED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_untouched (SurmiseSignatureForm *self)
{
  g_autoptr(GVariant) values = surmise_signature_form_dup_values (self);

  return g_variant_n_children (values) == 0;
}

static void
on_changed (SurmiseSignatureForm *self)
{
  if (self->resetting)
    return;

  gtk_widget_set_sensitive (self->reset_button, !is_untouched (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_activated (SurmiseSignatureForm *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
on_reset (SurmiseSignatureForm *self)
{
  self->resetting = TRUE;
  for (guint i = 0; i < self->fields->len; i++)
    surmise_signature_field_reset (g_ptr_array_index (self->fields, i));
  self->resetting = FALSE;
  on_changed (self);
}

static void
clear (SurmiseSignatureForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    gtk_list_box_remove (self->list_box, surmise_signature_field_get_row (g_ptr_array_index (self->fields, i)));
  g_ptr_array_set_size (self->fields, 0);
}

static void
add_field (SurmiseSignatureForm *self,
           ClarifaiArgument     *argument)
{
  SurmiseSignatureField *field = surmise_signature_field_new (argument);

  surmise_signature_field_set_has_picture (field, self->has_picture);
  g_signal_connect_object (field, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->fields, field);
  gtk_list_box_append (self->list_box, surmise_signature_field_get_row (field));
}

static void
surmise_signature_form_dispose (GObject *object)
{
  SurmiseSignatureForm *self = SURMISE_SIGNATURE_FORM (object);

  g_clear_pointer (&self->fields, g_ptr_array_unref);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_SIGNATURE_FORM);

  G_OBJECT_CLASS (surmise_signature_form_parent_class)->dispose (object);
}

static void
surmise_signature_form_class_init (SurmiseSignatureFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_signature_form_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-signature-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseSignatureForm, list_box);
  gtk_widget_class_bind_template_child (widget_class, SurmiseSignatureForm, left_out_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseSignatureForm, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, on_reset);
}

static void
surmise_signature_form_init (SurmiseSignatureForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
  self->has_picture = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
surmise_signature_form_new (void)
{
  return g_object_new (SURMISE_TYPE_SIGNATURE_FORM, NULL);
}

/**
 * surmise_signature_form_set_method:
 * @method: (nullable): what is to be called
 * @apart: (nullable): one of its arguments that is asked for elsewhere
 */
void
surmise_signature_form_set_method (SurmiseSignatureForm *self,
                                   ClarifaiMethod       *method,
                                   ClarifaiArgument     *apart)
{
  GListModel *arguments;
  g_autoptr(GString) left_out = g_string_new (NULL);
  g_autofree char *words = NULL;

  g_return_if_fail (SURMISE_IS_SIGNATURE_FORM (self));
  g_return_if_fail (method == NULL || CLARIFAI_IS_METHOD (method));

  clear (self);
  arguments = method != NULL ? clarifai_method_get_arguments (method) : NULL;
  for (guint i = 0; arguments != NULL && i < g_list_model_get_n_items (arguments); i++)
    {
      g_autoptr(ClarifaiArgument) argument = g_list_model_get_item (arguments, i);
      g_autofree char *name = surmise_signature_row_dup_name (argument);

      if (clarifai_argument_get_kind (argument) == CLARIFAI_ARGUMENT_OTHER)
        g_string_append_printf (left_out, "%s%s", left_out->len > 0 ? ", " : "", name);
      else if (argument != apart)
        add_field (self, argument);
    }

  /* Translators: names of things that a model can be told, and that this program cannot tell it. */
  words = left_out->len > 0 ? g_strdup_printf (_("Left to the model: %s"), left_out->str) : g_strdup ("");
  gtk_label_set_label (self->left_out_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->list_box), self->fields->len > 0);
  gtk_widget_set_visible (self->reset_button, self->fields->len > 0);
  on_changed (self);
}

/* Whether a picture is in view that would go along. */
void
surmise_signature_form_set_has_picture (SurmiseSignatureForm *self,
                                        gboolean              has_picture)
{
  g_return_if_fail (SURMISE_IS_SIGNATURE_FORM (self));

  self->has_picture = has_picture;
  for (guint i = 0; i < self->fields->len; i++)
    surmise_signature_field_set_has_picture (g_ptr_array_index (self->fields, i), has_picture);
  on_changed (self);
}

guint
surmise_signature_form_get_n_fields (SurmiseSignatureForm *self)
{
  g_return_val_if_fail (SURMISE_IS_SIGNATURE_FORM (self), 0);

  return self->fields->len;
}

/* Returns: (transfer full): a{sv}, without what is left to the model */
GVariant *
surmise_signature_form_dup_values (SurmiseSignatureForm *self)
{
  g_auto(GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (SURMISE_IS_SIGNATURE_FORM (self), NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      SurmiseSignatureField *field = g_ptr_array_index (self->fields, i);
      g_autoptr(GVariant) value = surmise_signature_field_dup_value (field);

      if (value != NULL)
        g_variant_dict_insert_value (&dict, clarifai_argument_get_name (surmise_signature_field_get_argument (field)),
                                     value);
    }

  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

/* Returns: (transfer full) (nullable): a sentence on why the model cannot be asked like this */
char *
surmise_signature_form_dup_problem (SurmiseSignatureForm *self)
{
  g_return_val_if_fail (SURMISE_IS_SIGNATURE_FORM (self), NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      char *problem = surmise_signature_field_dup_problem (g_ptr_array_index (self->fields, i));

      if (problem != NULL)
        return problem;
    }

  return NULL;
}
