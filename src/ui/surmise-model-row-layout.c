/* surmise-model-row-layout.c – where the parts of a model's row are
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-row-private.h"

#define SPACING     6
#define MARGIN      6
#define BUTTON_SIZE 28 /* as in the style */
#define ICON_SIZE   16
#define N_BUTTONS   3

static gboolean
is_favorite (SurmiseModelRow *self)
{
  return surmise_favorites_contains (self->favorites, surmise_model_choice_get_ref (self->choice));
}

static gboolean
is_comparable (SurmiseModelRow *self)
{
  return surmise_model_choice_get_usable (self->choice) && !surmise_model_choice_get_in_use (self->choice);
}

static double
get_icon_start (SurmiseModelRow *self,
                int              i)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return (N_BUTTONS - 1 - i) * BUTTON_SIZE;

  return width - (N_BUTTONS - i) * BUTTON_SIZE;
}

static void
draw_icon (SurmiseModelRow *self,
           GtkSnapshot     *snapshot,
           int              i,
           const char      *name,
           double           opacity)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr(GtkIconPaintable) icon = NULL;
  double inset = (BUTTON_SIZE - ICON_SIZE) / 2.0;
  GdkRGBA color;

  icon = gtk_icon_theme_lookup_icon (theme, name, NULL, ICON_SIZE, gtk_widget_get_scale_factor (widget),
                                     gtk_widget_get_direction (widget), 0);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *= (float) opacity;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (get_icon_start (self, i) + inset),
                                                          (float) ((gtk_widget_get_height (widget) - ICON_SIZE) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE, ICON_SIZE, &color, 1);
  gtk_snapshot_restore (snapshot);
}

static int
get_nat_width (GtkWidget *child)
{
  int width = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width;
}

void
_surmise_model_row_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  SurmiseModelRow *self = SURMISE_MODEL_ROW (widget);
  GtkWidget *main_child = self->other != NULL ? self->other : self->name_label;

  if (main_child == NULL)
    return;

  gtk_widget_measure (main_child, orientation, self->other != NULL ? for_size : -1, minimum, natural, NULL, NULL);
  if (self->other != NULL)
    return;

  /* The first label is the highest. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int more = N_BUTTONS * BUTTON_SIZE + SPACING;

      if (self->word_label != NULL)
        more += get_nat_width (self->word_label) + SPACING;
      if (self->check_image != NULL)
        more += get_nat_width (self->check_image) + SPACING;
      *minimum += more;
      *natural += more;
    }
  else
    {
      *minimum = *natural = MAX (*natural, BUTTON_SIZE) + 2 * MARGIN;
    }
}

/* Puts a child before what is there already, seen from the row's end. */
static void
allocate_before (SurmiseModelRow *self,
                 GtkWidget       *child,
                 int             *end,
                 int              width,
                 int              height)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - *end : *end - width;

  if (child != NULL)
    gtk_widget_allocate (child, width, height, -1,
                         gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, 0)));
  *end -= width + SPACING;
}

void
_surmise_model_row_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  SurmiseModelRow *self = SURMISE_MODEL_ROW (widget);
  int end = width;

  if (self->other != NULL)
    gtk_widget_allocate (self->other, width, height, -1, NULL);
  if (self->name_label == NULL)
    return;

  allocate_before (self, self->buttons, &end, N_BUTTONS * BUTTON_SIZE, height);
  if (self->check_image != NULL)
    allocate_before (self, self->check_image, &end, get_nat_width (self->check_image), height);
  if (self->word_label != NULL)
    allocate_before (self, self->word_label, &end, get_nat_width (self->word_label), height);
  allocate_before (self, self->name_label, &end, end, height);
}

void
_surmise_model_row_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  SurmiseModelRow *self = SURMISE_MODEL_ROW (widget);

  if (_surmise_model_row_is_model (self) && self->buttons == NULL)
    {
      gboolean favorite = is_favorite (self);

      /* As the style has buttons that are not pointed at. */
      draw_icon (self, snapshot, 0, favorite ? "starred-symbolic" : "non-starred-symbolic", favorite ? 1 : 0.7);
      draw_icon (self, snapshot, 1, "view-dual-symbolic", is_comparable (self) ? 0.7 : 0.25);
      draw_icon (self, snapshot, 2, "help-about-symbolic", 0.7);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

/* Returns: the place of the button whose picture is there, or -1 */
int
_surmise_model_row_find_icon (SurmiseModelRow *self,
                              double           x)
{
  for (int i = 0; i < N_BUTTONS; i++)
    if (x >= get_icon_start (self, i) && x < get_icon_start (self, i) + BUTTON_SIZE)
      return i;

  return -1;
}

gboolean
_surmise_model_row_is_model (SurmiseModelRow *self)
{
  return self->choice != NULL && surmise_model_choice_get_kind (self->choice) == SURMISE_MODEL_CHOICE_MODEL;
}
