/* surmise-kind-switch.c – which kind of an answer is shown, where it has several
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-kind-switch.h"

#include <glib/gi18n.h>

/* In the order in which they stand beside each other; the first that an answer has is shown first. */
static const struct
{
  ClarifaiOutputKinds  kind;
  const char          *label;
} KINDS[] = {
  { CLARIFAI_OUTPUT_KIND_CONCEPTS, NC_("an answer", "Concepts") },
  { CLARIFAI_OUTPUT_KIND_REGIONS, NC_("an answer", "Boxes") },
  { CLARIFAI_OUTPUT_KIND_COLORS, NC_("an answer", "Colours") },
  { CLARIFAI_OUTPUT_KIND_TEXT, NC_("an answer", "Text") },
  { CLARIFAI_OUTPUT_KIND_IMAGES, NC_("an answer", "Pictures") },
  { CLARIFAI_OUTPUT_KIND_EMBEDDINGS, NC_("an answer", "Numbers") },
  { CLARIFAI_OUTPUT_KIND_OTHER, NC_("an answer", "Raw") },
};

#define N_KINDS G_N_ELEMENTS (KINDS)

/**
 * SurmiseKindSwitch:
 *
 * There is something to choose where an answer is of several kinds. What was chosen last is shown again where the next answer has it.
 */
struct _SurmiseKindSwitch
{
  GtkBox               parent_instance;

  GtkWidget           *buttons[N_KINDS]; /* (owned by being their parent) (nullable): made when first needed */
  ClarifaiOutputKinds  kinds;
  ClarifaiOutputKinds  chosen;           /* by the person, of all answers; 0 for none yet */
  gboolean             several;
  gboolean             updating;
};

G_DEFINE_FINAL_TYPE (SurmiseKindSwitch, surmise_kind_switch, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
on_toggled (SurmiseKindSwitch *self,
            GtkToggleButton   *button)
{
  if (self->updating || !gtk_toggle_button_get_active (button))
    return;

  for (guint i = 0; i < N_KINDS; i++)
    if (self->buttons[i] == GTK_WIDGET (button))
      self->chosen = KINDS[i].kind;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
make_buttons (SurmiseKindSwitch *self)
{
  for (guint i = 0; i < N_KINDS; i++)
    {
      GtkWidget *label = gtk_label_new (g_dpgettext2 (NULL, "an answer", KINDS[i].label));

      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      self->buttons[i] = gtk_toggle_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->buttons[i]), label);
      gtk_widget_set_hexpand (self->buttons[i], TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_dpgettext2 (NULL, "an answer", KINDS[i].label), -1);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]), GTK_TOGGLE_BUTTON (self->buttons[0]));
      g_signal_connect_swapped (self->buttons[i], "toggled", G_CALLBACK (on_toggled), self);
      gtk_box_append (GTK_BOX (self), self->buttons[i]);
    }
}

static void
surmise_kind_switch_class_init (SurmiseKindSwitchClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", SURMISE_TYPE_KIND_SWITCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
surmise_kind_switch_init (SurmiseKindSwitch *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  gtk_box_set_homogeneous (GTK_BOX (self), TRUE);
}

/**
 * surmise_kind_switch_set_kinds:
 * @self: the switch
 * @kinds: what the answer holds
 *
 * Masks are shown with the boxes, as both are parts of the picture.
 */
void
surmise_kind_switch_set_kinds (SurmiseKindSwitch   *self,
                               ClarifaiOutputKinds  kinds)
{
  guint n = 0;

  g_return_if_fail (SURMISE_IS_KIND_SWITCH (self));

  if ((kinds & CLARIFAI_OUTPUT_KIND_MASKS) != 0)
    kinds |= CLARIFAI_OUTPUT_KIND_REGIONS;
  self->kinds = kinds & ~(guint) CLARIFAI_OUTPUT_KIND_MASKS;
  for (guint i = 0; i < N_KINDS; i++)
    n += (self->kinds & KINDS[i].kind) != 0;

  self->several = n > 1;
  if (!self->several)
    return;

  if (self->buttons[0] == NULL)
    make_buttons (self);
  self->updating = TRUE;
  for (guint i = 0; i < N_KINDS; i++)
    {
      gtk_widget_set_visible (self->buttons[i], (self->kinds & KINDS[i].kind) != 0);
      if (KINDS[i].kind == surmise_kind_switch_get_kind (self))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), TRUE);
    }
  self->updating = FALSE;
}

/* One kind, or 0 where there is none. */
ClarifaiOutputKinds
surmise_kind_switch_get_kind (SurmiseKindSwitch *self)
{
  g_return_val_if_fail (SURMISE_IS_KIND_SWITCH (self), 0);

  if ((self->kinds & self->chosen) != 0)
    return self->chosen;
  for (guint i = 0; i < N_KINDS; i++)
    if ((self->kinds & KINDS[i].kind) != 0)
      return KINDS[i].kind;

  return 0;
}

gboolean
surmise_kind_switch_get_several (SurmiseKindSwitch *self)
{
  g_return_val_if_fail (SURMISE_IS_KIND_SWITCH (self), FALSE);

  return self->several;
}
