/* surmise-picture-view.c – one picture, large, with the boxes that a model drew
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-picture-view.h"

#include "surmise-picture-canvas.h"
#include "surmise-picture-zoom.h"
#include "surmise-region-box.h"
#include "surmise-region-layer.h"
#include "surmise-region-words.h"
#include "surmise-zoom-bar.h"

#define CORNER   12
#define MARGIN   4 /* for the shadow */
#define MIN_SIZE 96

/**
 * SurmisePictureView:
 *
 * Shows what was prepared, which is what the model saw, so that boxes fall where they belong. Picture and boxes are
 * placed as one, at any zoom.
 */
struct _SurmisePictureView
{
  GtkWidget             parent_instance;

  SurmisePictureCanvas *canvas;    /* (owned by being its parent) */
  SurmiseRegionLayer   *regions;   /* (owned by being its parent) */
  GtkWidget            *bar;       /* (owned by being its parent) */
  SurmisePictureZoom   *zoom;      /* (owned) */

  SurmisePicture       *picture;   /* (owned) (nullable) */
  GSignalGroup         *signals;   /* (owned) */
  GPtrArray            *answers;   /* (owned) of SurmisePicture: whose boxes are shown, instead of @picture's own */
  gboolean              shown[SURMISE_REGION_STYLES];
  double                threshold;
};

G_DEFINE_FINAL_TYPE (SurmisePictureView, surmise_picture_view, GTK_TYPE_WIDGET)

typedef enum {
  PROP_PICTURE = 1,
  PROP_THRESHOLD,
  PROP_LIT,
} SurmisePictureViewProperty;

#define N_PROPS (PROP_LIT + 1)

static GParamSpec *properties[N_PROPS];

/* What of the picture can be seen, in this widget. */
static graphene_rect_t
place (SurmisePictureView *self,
       graphene_rect_t    *frame)
{
  GdkTexture *texture = surmise_picture_canvas_get_texture (self->canvas);
  graphene_rect_t sight, area = GRAPHENE_RECT_INIT (MARGIN, MARGIN,
                                                    (float) MAX (1, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN),
                                                    (float) MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN));

  if (texture == NULL)
    *frame = area;
  else
    *frame = surmise_picture_zoom_place (self->zoom, &area, gdk_texture_get_width (texture),
                                         gdk_texture_get_height (texture));
  graphene_rect_intersection (&area, frame, &sight);

  return sight;
}

static void
on_canvas (SurmisePictureView *self)
{
  gboolean there = surmise_picture_canvas_get_texture (self->canvas) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->regions), there);
  gtk_widget_set_visible (self->bar, there);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
add_regions (SurmisePictureView *self,
             SurmisePicture     *answer,
             guint               style,
             gboolean            numbered)
{
  if (surmise_region_peek_output (answer) != NULL)
    surmise_region_layer_add (self->regions, surmise_region_peek_output (answer), style, numbered);
}

static void
update_regions (SurmisePictureView *self)
{
  SurmisePicture *masked = self->answers->len == 0 ? self->picture : NULL;

  surmise_region_layer_clear (self->regions);
  if (masked != NULL)
    add_regions (self, masked, 0, FALSE);
  for (guint i = 0; i < self->answers->len; i++)
    if (self->shown[i])
      {
        add_regions (self, g_ptr_array_index (self->answers, i), i, TRUE);
        /* The masks of two models over each other would be mud. */
        masked = masked != NULL ? masked : g_ptr_array_index (self->answers, i);
      }
  surmise_picture_canvas_set_output (self->canvas, masked != NULL ? surmise_region_peek_output (masked) : NULL);
}

static void
on_output (SurmisePictureView *self)
{
  if (self->answers->len == 0)
    update_regions (self);
}

static void
on_mask (SurmisePictureView *self,
         ClarifaiRegion     *region,
         const ClarifaiBox  *box)
{
  if (!clarifai_region_get_box (region, NULL))
    surmise_region_layer_add_mask (self->regions, region, box);
}

static void
on_lit (SurmisePictureView *self)
{
  ClarifaiRegion *lit = surmise_region_layer_get_lit (self->regions);
  ClarifaiBox box;

  if (lit != NULL && clarifai_region_get_box (lit, &box)
      && gtk_widget_get_focus_child (GTK_WIDGET (self->regions)) != NULL)
    surmise_picture_zoom_reveal (self->zoom, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
  surmise_picture_canvas_set_lit (self->canvas, lit, self->threshold);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIT]);
}

static void
on_zoom (SurmisePictureView *self)
{
  double level = surmise_picture_zoom_get_level (self->zoom);

  surmise_zoom_bar_set_level (SURMISE_ZOOM_BAR (self->bar), level);
  gtk_widget_set_focusable (GTK_WIDGET (self->canvas), level > 1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
forget_answers (SurmisePictureView *self)
{
  for (guint i = 0; i < self->answers->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->answers, i), update_regions, self);
  g_ptr_array_set_size (self->answers, 0);
}

static void
surmise_picture_view_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  SurmisePictureView *self = SURMISE_PICTURE_VIEW (widget);
  graphene_rect_t frame, sight = place (self, &frame);
  GtkAllocation whole = { (int) frame.origin.x, (int) frame.origin.y, (int) frame.size.width, (int) frame.size.height };
  GtkRequisition size;

  gtk_widget_size_allocate (GTK_WIDGET (self->canvas), &whole, -1);
  graphene_rect_offset (&sight, -frame.origin.x, -frame.origin.y);
  if (gtk_widget_get_visible (GTK_WIDGET (self->regions)))
    {
      surmise_region_layer_set_sight (self->regions, &sight);
      gtk_widget_size_allocate (GTK_WIDGET (self->regions), &whole, -1);
    }
  if (gtk_widget_get_visible (self->bar))
    {
      graphene_rect_offset (&sight, frame.origin.x, frame.origin.y);
      gtk_widget_get_preferred_size (self->bar, &size, NULL);
      gtk_widget_size_allocate (self->bar, &(GtkAllocation) {
        MAX (0, (int) (sight.origin.x + sight.size.width) - size.width - CORNER / 2),
        MAX (0, (int) (sight.origin.y + sight.size.height) - size.height - CORNER / 2), size.width, size.height }, -1);
    }
}

static void
surmise_picture_view_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  SurmisePictureView *self = SURMISE_PICTURE_VIEW (widget);
  const GdkRGBA shadow = { 0, 0, 0, 0.2f };
  graphene_rect_t frame, sight = place (self, &frame);
  GskRoundedRect rounded;

  if (surmise_picture_canvas_get_texture (self->canvas) == NULL)
    {
      gtk_widget_snapshot_child (widget, GTK_WIDGET (self->canvas), snapshot);
      return;
    }

  gsk_rounded_rect_init_from_rect (&rounded, &sight, CORNER);
  gtk_snapshot_append_outset_shadow (snapshot, &rounded, &shadow, 0, 1, 0, 3);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->canvas), snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->regions), snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->bar, snapshot);
}

static void
surmise_picture_view_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  *minimum = MIN_SIZE;
  *natural = MIN_SIZE * 4;
}

/* The boxes are one stop, then the picture where it can be moved, then the bar. */
static gboolean
surmise_picture_view_focus (GtkWidget        *widget,
                            GtkDirectionType  direction)
{
  SurmisePictureView *self = SURMISE_PICTURE_VIEW (widget);
  GtkWidget *const stops[] = { GTK_WIDGET (self->regions), GTK_WIDGET (self->canvas), self->bar };
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  gboolean back = direction == GTK_DIR_TAB_BACKWARD;
  guint i = back ? G_N_ELEMENTS (stops) - 1 : 0;

  for (guint j = 0; focus != NULL && j < G_N_ELEMENTS (stops); j++)
    if (stops[j] == focus)
      i = j;
  if (focus != NULL && gtk_widget_child_focus (focus, direction))
    return TRUE;
  if (focus != NULL && direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;

  for (i += focus == NULL ? 0 : (back ? -1 : 1); i < G_N_ELEMENTS (stops); i += back ? -1 : 1)
    if (gtk_widget_child_focus (stops[i], direction))
      return TRUE;

  return FALSE;
}

static void
surmise_picture_view_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  SurmisePictureView *self = SURMISE_PICTURE_VIEW (object);

  switch ((SurmisePictureViewProperty) prop_id)
    {
    case PROP_PICTURE:
      g_value_set_object (value, self->picture);
      break;

    case PROP_THRESHOLD:
      g_value_set_double (value, self->threshold);
      break;

    case PROP_LIT:
      g_value_set_object (value, surmise_region_layer_get_lit (self->regions));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_picture_view_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  SurmisePictureView *self = SURMISE_PICTURE_VIEW (object);

  switch ((SurmisePictureViewProperty) prop_id)
    {
    case PROP_PICTURE:
      surmise_picture_view_set_picture (self, g_value_get_object (value));
      break;

    case PROP_THRESHOLD:
      self->threshold = g_value_get_double (value);
      surmise_region_layer_set_threshold (self->regions, self->threshold);
      surmise_picture_canvas_set_lit (self->canvas, surmise_region_layer_get_lit (self->regions), self->threshold);
      break;

    case PROP_LIT:
      surmise_picture_view_set_lit (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* What it says while it goes is for nobody any more. */
static void
drop (SurmisePictureView *self,
      GtkWidget         **child)
{
  if (*child != NULL)
    g_signal_handlers_disconnect_by_data (*child, self);
  g_clear_pointer (child, gtk_widget_unparent);
}

static void
surmise_picture_view_dispose (GObject *object)
{
  SurmisePictureView *self = SURMISE_PICTURE_VIEW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->picture);
  g_clear_object (&self->zoom);
  if (self->answers != NULL)
    forget_answers (self);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  /* What it is still loading keeps it alive, and would be for nothing. */
  if (self->canvas != NULL)
    surmise_picture_canvas_set_picture (self->canvas, NULL);
  drop (self, (GtkWidget **) &self->canvas);
  drop (self, (GtkWidget **) &self->regions);
  drop (self, &self->bar);

  G_OBJECT_CLASS (surmise_picture_view_parent_class)->dispose (object);
}

static void
surmise_picture_view_class_init (SurmisePictureViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = surmise_picture_view_dispose;
  object_class->get_property = surmise_picture_view_get_property;
  object_class->set_property = surmise_picture_view_set_property;
  widget_class->focus = surmise_picture_view_focus;
  widget_class->measure = surmise_picture_view_measure;
  widget_class->size_allocate = surmise_picture_view_size_allocate;
  widget_class->snapshot = surmise_picture_view_snapshot;

  properties[PROP_PICTURE] = g_param_spec_object ("picture", NULL, NULL, SURMISE_TYPE_PICTURE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_THRESHOLD] = g_param_spec_double ("threshold", NULL, NULL, 0, 1, 0,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LIT] = g_param_spec_object ("lit", NULL, NULL, CLARIFAI_TYPE_REGION,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "pictureview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
surmise_picture_view_init (SurmisePictureView *self)
{
  self->answers = g_ptr_array_new_with_free_func (g_object_unref);
  self->canvas = SURMISE_PICTURE_CANVAS (surmise_picture_canvas_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->canvas), GTK_WIDGET (self));
  g_signal_connect_swapped (self->canvas, "changed", G_CALLBACK (on_canvas), self);
  g_signal_connect_swapped (self->canvas, "mask-loaded", G_CALLBACK (on_mask), self);
  self->regions = SURMISE_REGION_LAYER (surmise_region_layer_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->regions), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->regions), GTK_WIDGET (self));
  g_signal_connect_swapped (self->regions, "lit-changed", G_CALLBACK (on_lit), self);
  self->bar = surmise_zoom_bar_new ();
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));

  self->zoom = surmise_picture_zoom_new (GTK_WIDGET (self));
  g_signal_connect_object (self->bar, "step", G_CALLBACK (surmise_picture_zoom_step), self->zoom, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->zoom, "changed", G_CALLBACK (on_zoom), self, G_CONNECT_SWAPPED);
  surmise_picture_zoom_add_keys (self->zoom, GTK_WIDGET (self->canvas));

  self->signals = g_signal_group_new (SURMISE_TYPE_PICTURE);
  g_signal_group_connect_swapped (self->signals, "notify::output", G_CALLBACK (on_output), self);
  g_signal_group_connect_swapped (self->signals, "notify::error", G_CALLBACK (on_output), self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * surmise_picture_view_set_picture:
 * @self: the view
 * @picture: (nullable): what to show
 */
void
surmise_picture_view_set_picture (SurmisePictureView *self,
                                  SurmisePicture     *picture)
{
  g_return_if_fail (SURMISE_IS_PICTURE_VIEW (self));
  g_return_if_fail (picture == NULL || SURMISE_IS_PICTURE (picture));

  if (!g_set_object (&self->picture, picture))
    return;

  g_signal_group_set_target (self->signals, picture);
  surmise_picture_zoom_reset (self->zoom);
  surmise_picture_canvas_set_picture (self->canvas, picture);
  update_regions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PICTURE]);
}

/**
 * surmise_picture_view_set_lit:
 * @self: the view
 * @lit: (nullable): which region stands out
 */
void
surmise_picture_view_set_lit (SurmisePictureView *self,
                              ClarifaiRegion     *lit)
{
  g_return_if_fail (SURMISE_IS_PICTURE_VIEW (self));
  g_return_if_fail (lit == NULL || CLARIFAI_IS_REGION (lit));

  surmise_region_layer_set_lit (self->regions, lit);
}

/**
 * surmise_picture_view_set_layers:
 * @self: the view
 * @answers: (array length=n): pictures whose answers have the boxes; of the same source as the one in view
 * @shown: (array length=n): which of them to draw
 * @n: up to four, each drawn in a style of its own; 0 shows the boxes of the picture's own answer
 */
void
surmise_picture_view_set_layers (SurmisePictureView    *self,
                                 SurmisePicture *const *answers,
                                 const gboolean        *shown,
                                 guint                  n)
{
  g_return_if_fail (SURMISE_IS_PICTURE_VIEW (self));
  g_return_if_fail (n <= SURMISE_REGION_STYLES);

  forget_answers (self);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (self->answers, g_object_ref (answers[i]));
      self->shown[i] = shown[i];
      g_signal_connect_swapped (answers[i], "notify::output", G_CALLBACK (update_regions), self);
      g_signal_connect_swapped (answers[i], "notify::error", G_CALLBACK (update_regions), self);
    }
  update_regions (self);
}
