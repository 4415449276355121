/* surmise-options-chips.c – concepts as chips that can be taken away
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-options-chips.h"

#include <glib/gi18n.h>

#include "clarifai-concept.h"
#include "surmise-tooltip.h"

#define SPACING 6

/**
 * SurmiseOptionsChips:
 *
 * Lays its chips out like words in a paragraph; GtkFlowBox has columns.
 */
struct _SurmiseOptionsChips
{
  GtkWidget   parent_instance;

  GListStore *list; /* (owned) (nullable): of ClarifaiConcept */
};

G_DEFINE_FINAL_TYPE (SurmiseOptionsChips, surmise_options_chips, GTK_TYPE_WIDGET)

/* Places the chips in lines of @width where @place is set. Returns: the height of all lines. */
static int
lay_out (SurmiseOptionsChips *self,
         int                  width,
         gboolean             place)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;
  int y = 0;
  int line = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequisition size;

      gtk_widget_get_preferred_size (child, NULL, &size);
      size.width = MIN (size.width, width);
      if (x > 0 && x + size.width > width)
        {
          x = 0;
          y += line + SPACING;
          line = 0;
        }
      if (place)
        {
          GtkAllocation allocation = { rtl ? width - x - size.width : x, y, size.width, size.height };

          gtk_widget_size_allocate (child, &allocation, -1);
        }
      x += size.width + SPACING;
      line = MAX (line, size.height);
    }

  return y + line;
}

static GtkSizeRequestMode
surmise_options_chips_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
surmise_options_chips_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *min,
                               int            *natural,
                               int            *min_baseline,
                               int            *natural_baseline)
{
  *min = 0;
  *natural = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *min = lay_out (SURMISE_OPTIONS_CHIPS (widget), for_size < 0 ? G_MAXINT / 2 : for_size, FALSE);
      *natural = *min;
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_min;
      int child_natural;

      gtk_widget_measure (child, orientation, -1, &child_min, &child_natural, NULL, NULL);
      *min = MAX (*min, child_min);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static void
surmise_options_chips_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  lay_out (SURMISE_OPTIONS_CHIPS (widget), width, TRUE);
}

static void
on_clicked (SurmiseOptionsChips *self,
            GtkWidget           *chip)
{
  guint position = 0;

  for (GtkWidget *before = gtk_widget_get_prev_sibling (chip);
       before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    position++;
  g_list_store_remove (self->list, position);
}

static GtkWidget *
new_chip (SurmiseOptionsChips *self,
          ClarifaiConcept     *concept)
{
  const char *name = clarifai_concept_get_name (concept);
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (name);
  /* Translators: takes one of the chosen concepts away; %s is its name. */
  g_autofree char *spoken = g_strdup_printf (_("Remove “%s”"), name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  surmise_tooltip_set (chip, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (on_clicked), self, G_CONNECT_SWAPPED);

  return chip;
}

static GtkWidget *
get_nth (SurmiseOptionsChips *self,
         guint                n)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (child != NULL && n-- > 0)
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static void
on_items_changed (SurmiseOptionsChips *self,
                  guint                position,
                  guint                removed,
                  guint                added,
                  GListModel          *list)
{
  GtkWidget *before = position > 0 ? get_nth (self, position - 1) : NULL;
  gboolean had_focus = FALSE;

  for (guint i = 0; i < removed; i++)
    {
      GtkWidget *chip = get_nth (self, position);

      had_focus |= gtk_widget_has_focus (chip);
      gtk_widget_unparent (chip);
    }

  for (guint i = 0; i < added; i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (list, position + i);
      GtkWidget *chip = new_chip (self, concept);

      gtk_widget_insert_after (chip, GTK_WIDGET (self), before);
      before = chip;
    }

  /* Who takes away several with the keyboard stays among them. */
  if (had_focus)
    {
      GtkWidget *next = get_nth (self, position) != NULL ? get_nth (self, position)
                                                         : gtk_widget_get_last_child (GTK_WIDGET (self));

      if (next != NULL)
        gtk_widget_grab_focus (next);
      else
        gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_BACKWARD);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}

static void
surmise_options_chips_dispose (GObject *object)
{
  SurmiseOptionsChips *self = SURMISE_OPTIONS_CHIPS (object);
  GtkWidget *child;

  g_clear_object (&self->list);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (surmise_options_chips_parent_class)->dispose (object);
}

static void
surmise_options_chips_class_init (SurmiseOptionsChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_options_chips_dispose;
  widget_class->get_request_mode = surmise_options_chips_get_request_mode;
  widget_class->measure = surmise_options_chips_measure;
  widget_class->size_allocate = surmise_options_chips_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
surmise_options_chips_init (SurmiseOptionsChips *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
surmise_options_chips_new (void)
{
  return g_object_new (SURMISE_TYPE_OPTIONS_CHIPS, NULL);
}

/* @list: of ClarifaiConcept; what is clicked is taken out of it. Set once. */
void
surmise_options_chips_set_list (SurmiseOptionsChips *self,
                                GListStore          *list)
{
  g_return_if_fail (SURMISE_IS_OPTIONS_CHIPS (self));
  g_return_if_fail (G_IS_LIST_STORE (list));
  g_return_if_fail (self->list == NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (on_items_changed), self, G_CONNECT_SWAPPED);
  on_items_changed (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), G_LIST_MODEL (list));
}
