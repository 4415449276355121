/* surmise-presentation-bar.c – one concept, as large as it stands on a wall
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-presentation-bar.h"

#include <glib/gi18n.h>
#include <math.h>

#include "surmise-compare-meter.h"
#include "surmise-compat.h"
#include "surmise-confidence.h"

/* In sizes of the type: a line of it, the room below it, the bar. */
#define LINE         1.36
#define GAP          0.1
#define METER        0.46
#define HEIGHT       (LINE + GAP + METER)
/* Of a placeholder's width, while there is nothing to say yet. */
#define WAITING_NAME 0.4f
#define SWATCH       0.9f

/**
 * SurmisePresentationBar:
 *
 * The size of the type follows from the height, so name and percent are laid out while they are drawn. Without a
 * concept it is a placeholder of the same shape, so that nothing jumps when an answer comes.
 */
struct _SurmisePresentationBar
{
  GtkWidget   parent_instance;

  GtkWidget  *meter;     /* (owned by being its parent) */

  char       *name;      /* (owned) (nullable): NULL in a placeholder */
  char       *percent;   /* (owned) (nullable) */
  double      value;     /* 0–1 */
  double      grown;     /* 0–1 */
  gboolean    best;
  gboolean    has_color;
  GdkRGBA     color;
};

G_DEFINE_FINAL_TYPE (SurmisePresentationBar, surmise_presentation_bar, GTK_TYPE_WIDGET)

static double
get_size (SurmisePresentationBar *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self)) / HEIGHT;
}

static PangoLayout *
lay_out (SurmisePresentationBar *self,
         const char             *text,
         double                  size)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (self->best)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);

  return layout;
}

/* The colour itself stands before its name. */
static double
get_swatch_width (SurmisePresentationBar *self,
                  double                  size)
{
  return self->has_color ? size * (SWATCH + 0.35) : 0;
}

static void
append_swatch (SurmisePresentationBar *self,
               GtkSnapshot            *snapshot,
               float                   x,
               float                   line)
{
  float edge = (float) get_size (self) * SWATCH;
  const GdkRGBA rim = { 0.5f, 0.5f, 0.5f, 0.5f };
  const float widths[4] = { 1, 1, 1, 1 };
  const GdkRGBA rims[4] = { rim, rim, rim, rim };
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT (x, (line - edge) / 2, edge, edge), edge / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &self->color, &rounded.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &rounded, widths, rims);
}

static void
append_layout (GtkSnapshot   *snapshot,
               PangoLayout   *layout,
               float          x,
               const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, 0));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
append_placeholder (SurmisePresentationBar *self,
                    GtkSnapshot            *snapshot,
                    GdkRGBA                 color)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float size = (float) get_size (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GskRoundedRect rounded;

  color.alpha *= 0.08f;
  gsk_rounded_rect_init_from_rect (&rounded,
                                   &GRAPHENE_RECT_INIT (rtl ? width * (1 - WAITING_NAME) : 0, size * 0.4f,
                                                        width * WAITING_NAME, size * 0.6f),
                                   size * 0.3f);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &color, &rounded.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_texts (SurmisePresentationBar *self,
              GtkSnapshot            *snapshot,
              const GdkRGBA          *color)
{
  double size = get_size (self);
  g_autoptr(PangoLayout) name = lay_out (self, self->name, size);
  g_autoptr(PangoLayout) percent = lay_out (self, self->percent, size);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float before = (float) get_swatch_width (self, size);
  int percent_width, line, room;
  PangoRectangle extents;

  pango_layout_get_pixel_size (percent, &percent_width, &line);
  room = MAX (0, (int) (width - before - (float) percent_width - (float) size / 2));
  pango_layout_set_width (name, room * PANGO_SCALE);
  pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
  /* A name in another script than the window's still begins where the bars begin. */
  pango_layout_set_auto_dir (name, FALSE);

  if (self->has_color)
    append_swatch (self, snapshot, rtl ? width - (float) size * SWATCH : 0, (float) line);
  pango_layout_get_pixel_extents (name, NULL, &extents);
  append_layout (snapshot, name,
                 rtl ? width - before - (float) (extents.x + extents.width) : before - (float) extents.x, color);
  append_layout (snapshot, percent, rtl ? 0 : width - (float) percent_width, color);
}

static void
surmise_presentation_bar_snapshot (GtkWidget   *widget,
                                   GtkSnapshot *snapshot)
{
  SurmisePresentationBar *self = SURMISE_PRESENTATION_BAR (widget);
  GdkRGBA color;

  surmise_get_color (widget, &color);
  if (self->name == NULL)
    append_placeholder (self, snapshot, color);
  else
    append_texts (self, snapshot, &color);
  gtk_widget_snapshot_child (widget, self->meter, snapshot);
}

static void
surmise_presentation_bar_size_allocate (GtkWidget *widget,
                                        int        width,
                                        int        height,
                                        int        baseline)
{
  SurmisePresentationBar *self = SURMISE_PRESENTATION_BAR (widget);
  int meter = (int) round (get_size (self) * METER);

  gtk_widget_measure (self->meter, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->meter, &(GtkAllocation) { 0, height - meter, width, meter }, -1);
}

static void
surmise_presentation_bar_dispose (GObject *object)
{
  SurmisePresentationBar *self = SURMISE_PRESENTATION_BAR (object);

  g_clear_pointer (&self->meter, gtk_widget_unparent);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->percent, g_free);

  G_OBJECT_CLASS (surmise_presentation_bar_parent_class)->dispose (object);
}

static void
surmise_presentation_bar_class_init (SurmisePresentationBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_presentation_bar_dispose;
  widget_class->size_allocate = surmise_presentation_bar_size_allocate;
  widget_class->snapshot = surmise_presentation_bar_snapshot;

  gtk_widget_class_set_css_name (widget_class, "presentationbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
surmise_presentation_bar_init (SurmisePresentationBar *self)
{
  self->grown = 1;
  self->meter = surmise_compare_meter_new ();
  gtk_widget_set_parent (self->meter, GTK_WIDGET (self));
}

GtkWidget *
surmise_presentation_bar_new (void)
{
  return g_object_new (SURMISE_TYPE_PRESENTATION_BAR, NULL);
}

static void
update_meter (SurmisePresentationBar *self)
{
  surmise_compare_meter_set_value (SURMISE_COMPARE_METER (self->meter), self->value * self->grown);
}

/**
 * surmise_presentation_bar_set_concept:
 * @self: the bar
 * @concept: (nullable): what to show; without one it is a placeholder
 * @second_name: (nullable): its name in another language
 * @best: whether it is what the model is surest of
 */
void
surmise_presentation_bar_set_concept (SurmisePresentationBar *self,
                                      ClarifaiConcept        *concept,
                                      const char             *second_name,
                                      gboolean                best)
{
  const char *hex = concept != NULL ? clarifai_concept_get_hex (concept) : NULL;
  const char *first = concept != NULL ? clarifai_concept_get_name (concept) : NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (SURMISE_IS_PRESENTATION_BAR (self));
  g_return_if_fail (concept == NULL || CLARIFAI_IS_CONCEPT (concept));

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->percent, g_free);
  self->value = concept != NULL ? clarifai_concept_get_value (concept) : 0;
  self->best = best;
  self->has_color = hex != NULL && gdk_rgba_parse (&self->color, hex);
  if (concept != NULL)
    {
      g_autofree char *spoken = surmise_confidence_to_spoken (self->value);

      self->name = second_name != NULL ? g_strdup_printf ("%s · %s", first, second_name) : g_strdup (first);
      self->percent = surmise_confidence_to_text (self->value);
      label = g_strdup_printf (_("%s, %s"), self->name, spoken);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->meter),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, first != NULL ? first : "", -1);
  update_meter (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
surmise_presentation_bar_set_grown (SurmisePresentationBar *self,
                                    double                  grown)
{
  g_return_if_fail (SURMISE_IS_PRESENTATION_BAR (self));

  self->grown = grown;
  update_meter (self);
}

int
surmise_presentation_bar_get_height (double size)
{
  return (int) ceil (size * HEIGHT);
}

/**
 * surmise_presentation_bar_get_fit:
 * @self: the bar
 * @width: its width in pixels
 * @size: the size of the type in pixels
 *
 * Returns: the share of @size at which all of the name is seen, 1 at most
 */
double
surmise_presentation_bar_get_fit (SurmisePresentationBar *self,
                                  int                     width,
                                  double                  size)
{
  g_autoptr(PangoLayout) name = NULL;
  g_autoptr(PangoLayout) percent = NULL;
  int name_width, percent_width;

  g_return_val_if_fail (SURMISE_IS_PRESENTATION_BAR (self), 1);

  if (self->name == NULL)
    return 1;

  name = lay_out (self, self->name, size);
  percent = lay_out (self, self->percent, size);
  pango_layout_get_pixel_size (name, &name_width, NULL);
  pango_layout_get_pixel_size (percent, &percent_width, NULL);

  return MIN (1, width / (name_width + percent_width + get_swatch_width (self, size) + size / 2 + 2));
}
