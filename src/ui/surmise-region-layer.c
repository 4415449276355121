/* surmise-region-layer.c – the boxes over a picture: which there are, where, and which stands out
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-region-layer.h"

#include <math.h>

#include "surmise-flatten.h"
#include "surmise-region-box.h"
#include "surmise-region-labels.h"
#include "surmise-region-words.h"

/* Each is a widget; the list beside the picture has all of them. */
#define MOST_BOXES 2000
#define MANY_BOXES 64

/**
 * SurmiseRegionLayer:
 *
 * The smaller of two boxes lies above, so that the pointer reaches it. The keyboard reaches all of them as one stop: the
 * arrow keys go from one to the next, in the order in which the model named them.
 */
struct _SurmiseRegionLayer
{
  GtkWidget       parent_instance;

  GPtrArray      *boxes;     /* (owned) of SurmiseRegionBox, as the model named them */
  ClarifaiRegion *lit;       /* (owned) (nullable) */
  double          threshold; /* 0–1 */
  graphene_rect_t sight;     /* of this widget: what can be seen */
  GArray         *labels;    /* (owned) of SurmiseRegionLabel, one a box */
  GskRenderNode  *drawn;     /* (owned) (nullable): all boxes and labels, until one moves */
};

G_DEFINE_FINAL_TYPE (SurmiseRegionLayer, surmise_region_layer, GTK_TYPE_WIDGET)

enum { LIT_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static SurmiseRegionBox *
find_box (SurmiseRegionLayer *self,
          ClarifaiRegion     *region)
{
  for (guint i = 0; region != NULL && i < self->boxes->len; i++)
    if (surmise_region_box_get_region (g_ptr_array_index (self->boxes, i)) == region)
      return g_ptr_array_index (self->boxes, i);

  return NULL;
}

static gboolean
is_shown (SurmiseRegionBox *box)
{
  return gtk_widget_get_visible (GTK_WIDGET (box));
}

/* The largest is the first child, below all others. */
static void
stack_boxes (SurmiseRegionLayer *self)
{
  g_autoptr(GPtrArray) sorted = g_ptr_array_copy (self->boxes, NULL, NULL);

  g_ptr_array_sort (sorted, surmise_region_box_compare);
  for (guint i = 0; i < sorted->len; i++)
    gtk_widget_insert_before (g_ptr_array_index (sorted, i), GTK_WIDGET (self), NULL);
}

static void
forget_drawn (SurmiseRegionLayer *self)
{
  g_clear_pointer (&self->drawn, gsk_render_node_unref);
}

static void
place_labels (SurmiseRegionLayer *self)
{
  g_array_set_size (self->labels, self->boxes->len);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      SurmiseRegionLabel *label = &g_array_index (self->labels, SurmiseRegionLabel, i);
      GtkWidget *box = g_ptr_array_index (self->boxes, i);

      /* What is hidden stands where no label is placed. */
      label->box = GRAPHENE_RECT_INIT (-G_MAXINT / 2, -G_MAXINT / 2, 0, 0);
      label->size = *graphene_size_zero ();
      if (!gtk_widget_get_visible (box) || !gtk_widget_compute_bounds (box, GTK_WIDGET (self), &label->box))
        continue;

      label->size = surmise_region_box_get_label_size (SURMISE_REGION_BOX (box), FALSE);
    }
  surmise_region_labels_place ((SurmiseRegionLabel *) (void *) self->labels->data, self->labels->len, &self->sight);
}

static void
surmise_region_layer_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  SurmiseRegionLayer *self = SURMISE_REGION_LAYER (widget);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      SurmiseRegionBox *child = g_ptr_array_index (self->boxes, i);
      ClarifaiBox box;
      int left, top, right, bottom;

      if (!is_shown (child))
        continue;

      surmise_region_box_get_box (child, &box);
      left = (int) round (box.left * width);
      top = (int) round (box.top * height);
      right = (int) round (box.right * width);
      bottom = (int) round (box.bottom * height);
      gtk_widget_size_allocate (GTK_WIDGET (child),
                                &(GtkAllocation) { left, top, MAX (1, right - left), MAX (1, bottom - top) }, -1);
    }
  forget_drawn (self);
}

/* One after the other from below, then the labels. */
static void
draw (SurmiseRegionLayer *self)
{
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  place_labels (self);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  for (guint i = 0; i < self->labels->len; i++)
    {
      SurmiseRegionLabel *label = &g_array_index (self->labels, SurmiseRegionLabel, i);

      if (label->shown)
        surmise_region_box_snapshot_label (g_ptr_array_index (self->boxes, i), snapshot, FALSE, &label->place);
    }
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node != NULL)
    self->drawn = surmise_flatten (node, &self->sight, self->boxes->len >= MANY_BOXES);
}

/* What stands out lies over all others, which are not drawn anew for it: there can be hundreds. */
static void
surmise_region_layer_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  SurmiseRegionLayer *self = SURMISE_REGION_LAYER (widget);
  SurmiseRegionBox *lit = find_box (self, self->lit);
  SurmiseRegionLabel label;

  if (self->drawn == NULL)
    draw (self);
  if (self->drawn != NULL)
    gtk_snapshot_append_node (snapshot, self->drawn);

  if (lit == NULL || !is_shown (lit) || !gtk_widget_compute_bounds (GTK_WIDGET (lit), widget, &label.box))
    return;

  surmise_region_box_snapshot_lit (lit, snapshot, &label.box);
  label.size = surmise_region_box_get_label_size (lit, TRUE);
  surmise_region_labels_place (&label, 1, &self->sight);
  if (label.shown)
    surmise_region_box_snapshot_label (lit, snapshot, TRUE, &label.place);
}

static void
on_motion (SurmiseRegionLayer *self,
           double              x,
           double              y)
{
  GtkWidget *box = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  surmise_region_layer_set_lit (self, SURMISE_IS_REGION_BOX (box)
                                        ? surmise_region_box_get_region (SURMISE_REGION_BOX (box)) : NULL);
}

static void
on_leave (SurmiseRegionLayer *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  surmise_region_layer_set_lit (self, focus != NULL ? surmise_region_box_get_region (SURMISE_REGION_BOX (focus)) : NULL);
}

static void
on_released (SurmiseRegionLayer *self,
             int                 n_press,
             double              x,
             double              y)
{
  GtkWidget *box = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (SURMISE_IS_REGION_BOX (box))
    gtk_widget_grab_focus (box);
}

static void
surmise_region_layer_set_focus_child (GtkWidget *widget,
                                      GtkWidget *child)
{
  GTK_WIDGET_CLASS (surmise_region_layer_parent_class)->set_focus_child (widget, child);
  surmise_region_layer_set_lit (SURMISE_REGION_LAYER (widget),
                                child != NULL ? surmise_region_box_get_region (SURMISE_REGION_BOX (child)) : NULL);
}

static gboolean
focus_next (SurmiseRegionLayer *self,
            guint               from,
            int                 step)
{
  for (guint i = from; i < self->boxes->len; i += (guint) step)
    if (is_shown (g_ptr_array_index (self->boxes, i)))
      return gtk_widget_grab_focus (g_ptr_array_index (self->boxes, i));

  return FALSE;
}

static gboolean
surmise_region_layer_focus (GtkWidget        *widget,
                            GtkDirectionType  direction)
{
  SurmiseRegionLayer *self = SURMISE_REGION_LAYER (widget);
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  SurmiseRegionBox *lit = find_box (self, self->lit);
  guint position;
  int step = direction == GTK_DIR_RIGHT || direction == GTK_DIR_DOWN ? 1 : -1;

  if (focus == NULL)
    return lit != NULL && is_shown (lit) ? gtk_widget_grab_focus (GTK_WIDGET (lit)) : focus_next (self, 0, 1);
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD
      || !g_ptr_array_find (self->boxes, focus, &position))
    return FALSE;

  /* At either end it stays where it is. */
  focus_next (self, position + (guint) step, step);

  return TRUE;
}

static void
surmise_region_layer_dispose (GObject *object)
{
  SurmiseRegionLayer *self = SURMISE_REGION_LAYER (object);

  surmise_region_layer_clear (self);

  G_OBJECT_CLASS (surmise_region_layer_parent_class)->dispose (object);
}

static void
surmise_region_layer_finalize (GObject *object)
{
  SurmiseRegionLayer *self = SURMISE_REGION_LAYER (object);

  g_clear_pointer (&self->boxes, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_array_unref);
  forget_drawn (self);

  G_OBJECT_CLASS (surmise_region_layer_parent_class)->finalize (object);
}

static void
surmise_region_layer_class_init (SurmiseRegionLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = surmise_region_layer_dispose;
  object_class->finalize = surmise_region_layer_finalize;
  widget_class->focus = surmise_region_layer_focus;
  widget_class->set_focus_child = surmise_region_layer_set_focus_child;
  widget_class->size_allocate = surmise_region_layer_size_allocate;
  widget_class->snapshot = surmise_region_layer_snapshot;

  signals[LIT_CHANGED] = g_signal_new ("lit-changed", SURMISE_TYPE_REGION_LAYER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
surmise_region_layer_init (SurmiseRegionLayer *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->boxes = g_ptr_array_new ();
  self->labels = g_array_new (FALSE, TRUE, sizeof (SurmiseRegionLabel));
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
add_box (SurmiseRegionLayer *self,
         ClarifaiRegion     *region,
         GtkWidget          *box)
{
  gtk_widget_set_visible (box, surmise_region_is_sure (region, self->threshold));
  g_ptr_array_add (self->boxes, box);
  forget_drawn (self);
}

GtkWidget *
surmise_region_layer_new (void)
{
  return g_object_new (SURMISE_TYPE_REGION_LAYER, NULL);
}

void
surmise_region_layer_clear (SurmiseRegionLayer *self)
{
  g_return_if_fail (SURMISE_IS_REGION_LAYER (self));

  g_array_set_size (self->labels, 0);
  forget_drawn (self);
  while (self->boxes->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->boxes, self->boxes->len - 1));
  surmise_region_layer_set_lit (self, NULL);
}

/**
 * surmise_region_layer_add:
 * @self: the layer
 * @output: an answer; regions without a box have none here
 * @style: which of the boxes' styles
 * @numbered: whether the style's number is part of the labels
 */
void
surmise_region_layer_add (SurmiseRegionLayer *self,
                          ClarifaiOutput     *output,
                          guint               style,
                          gboolean            numbered)
{
  GListModel *regions;

  g_return_if_fail (SURMISE_IS_REGION_LAYER (self));
  g_return_if_fail (CLARIFAI_IS_OUTPUT (output));

  regions = clarifai_output_get_regions (output);
  for (guint i = 0; i < g_list_model_get_n_items (regions) && self->boxes->len < MOST_BOXES; i++)
    {
      g_autoptr(ClarifaiRegion) region = g_list_model_get_item (regions, i);
      ClarifaiBox box;

      if (clarifai_region_get_box (region, &box))
        add_box (self, region, surmise_region_box_new (region, &box, style, numbered, TRUE));
    }
  stack_boxes (self);
}

/**
 * surmise_region_layer_add_mask:
 * @self: the layer
 * @region: one that has a mask and no box
 * @box: around the mask
 */
void
surmise_region_layer_add_mask (SurmiseRegionLayer *self,
                               ClarifaiRegion     *region,
                               const ClarifaiBox  *box)
{
  g_return_if_fail (SURMISE_IS_REGION_LAYER (self));
  g_return_if_fail (CLARIFAI_IS_REGION (region));

  add_box (self, region, surmise_region_box_new (region, box, 0, FALSE, FALSE));
  stack_boxes (self);
}

void
surmise_region_layer_set_threshold (SurmiseRegionLayer *self,
                                    double              threshold)
{
  g_return_if_fail (SURMISE_IS_REGION_LAYER (self));

  self->threshold = threshold;
  forget_drawn (self);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      SurmiseRegionBox *box = g_ptr_array_index (self->boxes, i);

      gtk_widget_set_visible (GTK_WIDGET (box), surmise_region_is_sure (surmise_region_box_get_region (box), threshold));
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * surmise_region_layer_set_sight:
 * @self: the layer
 * @sight: the part of it that can be seen: where labels go
 */
void
surmise_region_layer_set_sight (SurmiseRegionLayer    *self,
                                const graphene_rect_t *sight)
{
  g_return_if_fail (SURMISE_IS_REGION_LAYER (self));
  g_return_if_fail (sight != NULL);

  if (graphene_rect_equal (&self->sight, sight))
    return;

  self->sight = *sight;
  forget_drawn (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

ClarifaiRegion *
surmise_region_layer_get_lit (SurmiseRegionLayer *self)
{
  g_return_val_if_fail (SURMISE_IS_REGION_LAYER (self), NULL);

  return self->lit;
}

void
surmise_region_layer_set_lit (SurmiseRegionLayer *self,
                              ClarifaiRegion     *lit)
{
  g_return_if_fail (SURMISE_IS_REGION_LAYER (self));
  g_return_if_fail (lit == NULL || CLARIFAI_IS_REGION (lit));

  if (lit == self->lit)
    return;

  g_set_object (&self->lit, lit);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[LIT_CHANGED], 0);
}
