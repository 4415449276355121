/* surmise-region-box.c – the box around one thing in a picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-region-box.h"

#include "surmise-compat.h"
#include "surmise-confidence.h"
#include "surmise-region-words.h"

#define LINE       2
#define LIT_LINE   3
#define LABEL_PAD  6
#define LABEL_MAX  168
/* A smaller box is still drawn and hit as if it were so large. */
#define LEAST_SIZE 12

/**
 * SurmiseRegionBox:
 *
 * Its extents are those of the region, to the pixel. One that stands out, as the pointer or the focus is on it, is filled
 * and says its confidence.
 */
typedef struct
{
  GskRenderNode  *node; /* (owned) (nullable): made when first needed */
  graphene_size_t size;
} Label;

struct _SurmiseRegionBox
{
  GtkWidget       parent_instance;

  ClarifaiRegion *region;     /* (owned) */
  ClarifaiBox     box;
  char           *name;       /* (owned) */
  guint           style;
  gboolean        framed;
  Label           label;
  Label           lit_label;
};

G_DEFINE_FINAL_TYPE (SurmiseRegionBox, surmise_region_box, GTK_TYPE_WIDGET)

static void
make_label (SurmiseRegionBox *self,
            gboolean          lit,
            Label            *label)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  g_autofree char *percent = surmise_confidence_to_text (surmise_region_get_value (self->region));
  gboolean says_value = lit && surmise_region_has_value (self->region);
  g_autofree char *text = says_value ? g_strdup_printf ("%s %s", self->name, percent) : g_strdup (self->name);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  GskRoundedRect rounded;
  GdkRGBA color;
  int width, height;

  if (!lit)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, LABEL_MAX * PANGO_SCALE);
    }
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  /* A name in letters from right to left is still put beside its box's left edge. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_get_pixel_size (layout, &width, &height);
  label->size = GRAPHENE_SIZE_INIT ((float) width + 2 * LABEL_PAD, (float) height + 2);

  surmise_get_color (GTK_WIDGET (self), &color);
  gsk_rounded_rect_init_from_rect (&rounded, &GRAPHENE_RECT_INIT (0, 0, label->size.width, label->size.height), 3);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &color, &rounded.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (LABEL_PAD, 1));
  gtk_snapshot_append_layout (snapshot, layout, &white);
  label->node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

static Label *
get_label (SurmiseRegionBox *self,
           gboolean          lit)
{
  Label *label = lit ? &self->lit_label : &self->label;

  if (label->node == NULL)
    make_label (self, lit, label);

  return label;
}

/* The four sides, each a plain rectangle of whole pixels: nothing is drawn faster. */
static void
append_frame (GtkSnapshot           *snapshot,
              const graphene_rect_t *bounds,
              float                  line,
              const GdkRGBA         *color)
{
  float x = bounds->origin.x, y = bounds->origin.y, w = bounds->size.width, h = bounds->size.height;

  if (w <= 2 * line || h <= 2 * line)
    {
      gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, MAX (w, line), MAX (h, line)));
      return;
    }

  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, w, line));
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y + h - line, w, line));
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y + line, line, h - 2 * line));
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x + w - line, y + line, line, h - 2 * line));
}

/* One that is hardly there is drawn large enough to be seen. */
static void
widen (graphene_rect_t *bounds)
{
  graphene_rect_inset (bounds, -MAX (0, LEAST_SIZE - bounds->size.width) / 2, -MAX (0, LEAST_SIZE - bounds->size.height) / 2);
}

static void
surmise_region_box_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  SurmiseRegionBox *self = SURMISE_REGION_BOX (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                               (float) gtk_widget_get_height (widget));
  GdkRGBA color;

  if (!self->framed)
    return;

  surmise_get_color (widget, &color);
  widen (&bounds);
  append_frame (snapshot, &bounds, LINE, &color);
}

static gboolean
surmise_region_box_contains (GtkWidget *widget,
                             double     x,
                             double     y)
{
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double more_x = MAX (0, LEAST_SIZE - width) / 2, more_y = MAX (0, LEAST_SIZE - height) / 2;

  return x >= -more_x && x < width + more_x && y >= -more_y && y < height + more_y;
}

static void
forget_labels (SurmiseRegionBox *self)
{
  g_clear_pointer (&self->label.node, gsk_render_node_unref);
  g_clear_pointer (&self->lit_label.node, gsk_render_node_unref);
}

static void
surmise_region_box_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  GTK_WIDGET_CLASS (surmise_region_box_parent_class)->css_changed (widget, change);
  forget_labels (SURMISE_REGION_BOX (widget));
  if (parent != NULL)
    gtk_widget_queue_allocate (parent);
}

static void
surmise_region_box_finalize (GObject *object)
{
  SurmiseRegionBox *self = SURMISE_REGION_BOX (object);

  forget_labels (self);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->region);

  G_OBJECT_CLASS (surmise_region_box_parent_class)->finalize (object);
}

static void
surmise_region_box_class_init (SurmiseRegionBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = surmise_region_box_finalize;
  widget_class->contains = surmise_region_box_contains;
  widget_class->css_changed = surmise_region_box_css_changed;
  widget_class->snapshot = surmise_region_box_snapshot;

  gtk_widget_class_set_css_name (widget_class, "regionbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
surmise_region_box_init (SurmiseRegionBox *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * surmise_region_box_new:
 * @region: what it stands around
 * @box: where, in shares of the picture
 * @style: which of the styles it is drawn in
 * @numbered: whether its label begins with the style's number, so that not the colour alone tells
 * @framed: whether it is drawn; a region with a mask is seen without it
 *
 * Returns: (transfer floating): the box
 */
GtkWidget *
surmise_region_box_new (ClarifaiRegion    *region,
                        const ClarifaiBox *box,
                        guint              style,
                        gboolean           numbered,
                        gboolean           framed)
{
  static const char *const classes[SURMISE_REGION_STYLES] = { "style-0", "style-1", "style-2", "style-3" };
  SurmiseRegionBox *self;
  g_autofree char *spoken = NULL;

  g_return_val_if_fail (CLARIFAI_IS_REGION (region), NULL);

  self = g_object_new (SURMISE_TYPE_REGION_BOX, NULL);
  self->region = g_object_ref (region);
  self->box = *box;
  self->framed = framed && clarifai_region_get_mask (region) == NULL;
  self->style = style % SURMISE_REGION_STYLES;
  self->name = surmise_region_dup_name (region);
  if (numbered)
    {
      g_autofree char *name = g_steal_pointer (&self->name);

      self->name = g_strdup_printf ("%u · %s", self->style + 1, name);
    }
  spoken = surmise_region_to_spoken (region);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[self->style]);
  if (!self->framed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "mask");

  return GTK_WIDGET (self);
}

ClarifaiRegion *
surmise_region_box_get_region (SurmiseRegionBox *self)
{
  g_return_val_if_fail (SURMISE_IS_REGION_BOX (self), NULL);

  return self->region;
}

void
surmise_region_box_get_box (SurmiseRegionBox *self,
                            ClarifaiBox      *box)
{
  g_return_if_fail (SURMISE_IS_REGION_BOX (self));

  *box = self->box;
}

int
surmise_region_box_compare (gconstpointer a,
                            gconstpointer b)
{
  const ClarifaiBox *left = &(*(SurmiseRegionBox **) a)->box, *right = &(*(SurmiseRegionBox **) b)->box;
  double left_area = (left->right - left->left) * (left->bottom - left->top);
  double right_area = (right->right - right->left) * (right->bottom - right->top);

  return (left_area < right_area) - (left_area > right_area);
}

/**
 * surmise_region_box_snapshot_lit:
 * @self: the box
 * @snapshot: of the widget that @bounds is in
 * @bounds: where the box is
 */
void
surmise_region_box_snapshot_lit (SurmiseRegionBox      *self,
                                 GtkSnapshot           *snapshot,
                                 const graphene_rect_t *bounds)
{
  const GdkRGBA halo = { 1, 1, 1, 0.7f };
  graphene_rect_t rect = *bounds;
  GdkRGBA color;

  g_return_if_fail (SURMISE_IS_REGION_BOX (self));

  if (!self->framed)
    return;

  surmise_get_color (GTK_WIDGET (self), &color);
  widen (&rect);
  append_frame (snapshot, &rect, LIT_LINE, &color);
  color.alpha = 0.2f;
  gtk_snapshot_append_color (snapshot, &color, &rect);
  graphene_rect_inset (&rect, LIT_LINE, LIT_LINE);
  append_frame (snapshot, &rect, 1, &halo);
}

/**
 * surmise_region_box_get_label_size:
 * @self: the box
 * @lit: whether it stands out
 *
 * Returns: in logical pixels
 */
graphene_size_t
surmise_region_box_get_label_size (SurmiseRegionBox *self,
                                   gboolean          lit)
{
  g_return_val_if_fail (SURMISE_IS_REGION_BOX (self), *graphene_size_zero ());

  return get_label (self, lit)->size;
}

/**
 * surmise_region_box_snapshot_label:
 * @self: the box
 * @snapshot: of the widget that @place is in
 * @lit: whether it stands out
 * @place: the label's upper left corner
 */
void
surmise_region_box_snapshot_label (SurmiseRegionBox       *self,
                                   GtkSnapshot            *snapshot,
                                   gboolean                lit,
                                   const graphene_point_t *place)
{
  g_return_if_fail (SURMISE_IS_REGION_BOX (self));

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, place);
  gtk_snapshot_append_node (snapshot, get_label (self, lit)->node);
  gtk_snapshot_restore (snapshot);
}
