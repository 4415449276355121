/* surmise-picture-zoom.c – how large a picture is shown, and which part of it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-picture-zoom.h"

#include <math.h>

/* A small picture is not blown up beyond recognition, unless it is asked for. */
#define MOST_FIT    2
#define MOST_LEVEL  16
#define STEP        1.25
#define SCROLL_STEP 48 /* logical pixels, for one notch of a wheel and one press of an arrow key */

/**
 * SurmisePictureZoom:
 *
 * Level 1 shows the whole picture, as large as it fits. Above it, the wheel, two fingers and dragging move it about. The
 * point that stands in the middle is kept in shares of the picture, so that a window of another size shows the same part.
 */
struct _SurmisePictureZoom
{
  GObject          parent_instance;

  GtkWidget       *widget;      /* (not owned): its controllers hold this */
  double           level;
  double           x;           /* 0–1: what stands in the middle */
  double           y;
  graphene_rect_t  area;        /* as last placed */
  graphene_rect_t  frame;
  double           pointer_x;
  double           pointer_y;
  double           start_level; /* as a pinch began */
  double           start_x;     /* as a drag began */
  double           start_y;
};

G_DEFINE_FINAL_TYPE (SurmisePictureZoom, surmise_picture_zoom, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static double
clamp_middle (double middle,
              double area,
              double frame)
{
  double half = frame > 0 ? area / frame / 2 : 0.5;

  return half >= 0.5 ? 0.5 : CLAMP (middle, half, 1 - half);
}

static void
set (SurmisePictureZoom *self,
     double              level,
     double              x,
     double              y)
{
  double grown = level / self->level;

  x = clamp_middle (x, self->area.size.width, self->frame.size.width * grown);
  y = clamp_middle (y, self->area.size.height, self->frame.size.height * grown);
  if (level == self->level && x == self->x && y == self->y)
    return;

  self->level = level;
  self->x = x;
  self->y = y;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is at a point of the widget stays there. */
static void
zoom_at (SurmisePictureZoom *self,
         double              level,
         double              x,
         double              y)
{
  double share_x, share_y, width, height;

  level = CLAMP (level, 1, MOST_LEVEL);
  /* Steps that come down to the whole picture end there, and not a hair above it. */
  if (level < 1.01)
    level = 1;
  if (self->frame.size.width <= 0 || self->frame.size.height <= 0)
    return;

  share_x = CLAMP ((x - self->frame.origin.x) / self->frame.size.width, 0, 1);
  share_y = CLAMP ((y - self->frame.origin.y) / self->frame.size.height, 0, 1);
  width = self->frame.size.width * level / self->level;
  height = self->frame.size.height * level / self->level;
  set (self, level,
       (self->area.origin.x + self->area.size.width / 2 - (x - share_x * width)) / width,
       (self->area.origin.y + self->area.size.height / 2 - (y - share_y * height)) / height);
}

static void
on_motion (SurmisePictureZoom *self,
           double              x,
           double              y)
{
  self->pointer_x = x;
  self->pointer_y = y;
}

static gboolean
on_scroll (SurmisePictureZoom       *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  double step = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL ? SCROLL_STEP : 1;

  if ((state & GDK_CONTROL_MASK) != 0)
    zoom_at (self, self->level * pow (STEP, -dy * step / SCROLL_STEP), self->pointer_x, self->pointer_y);
  else if (self->level > 1)
    surmise_picture_zoom_pan (self, dx * step, dy * step);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (SurmisePictureZoom *self)
{
  self->start_level = self->level;
}

static void
on_pinch (SurmisePictureZoom *self,
          double              scale,
          GtkGesture         *gesture)
{
  double x = self->pointer_x, y = self->pointer_y;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  zoom_at (self, self->start_level * scale, x, y);
}

static void
on_drag_begin (SurmisePictureZoom *self)
{
  self->start_x = self->x;
  self->start_y = self->y;
}

static void
on_drag (SurmisePictureZoom *self,
         double              dx,
         double              dy,
         GtkGesture         *gesture)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (self->level <= 1
      || (gtk_gesture_get_sequence_state (gesture, gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)))
            != GTK_EVENT_SEQUENCE_CLAIMED
          && !gtk_drag_check_threshold (widget, 0, 0, (int) dx, (int) dy)))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  set (self, self->level, self->start_x - dx / self->frame.size.width, self->start_y - dy / self->frame.size.height);
}

static gboolean
on_key (SurmisePictureZoom *self,
        guint               keyval,
        guint               keycode,
        GdkModifierType     state)
{
  int dx = (keyval == GDK_KEY_Right) - (keyval == GDK_KEY_Left);
  int dy = (keyval == GDK_KEY_Down) - (keyval == GDK_KEY_Up);

  if (self->level <= 1 || (dx == 0 && dy == 0) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  surmise_picture_zoom_pan (self, dx * SCROLL_STEP, dy * SCROLL_STEP);

  return GDK_EVENT_STOP;
}

static gboolean
on_shortcut (GtkWidget *widget,
             GVariant  *steps,
             gpointer   user_data)
{
  SurmisePictureZoom *self = user_data;

  if (!gtk_widget_get_mapped (widget))
    return GDK_EVENT_PROPAGATE;

  surmise_picture_zoom_step (self, g_variant_get_int32 (steps));

  return GDK_EVENT_STOP;
}

/* They work wherever the focus is. */
static void
add_shortcuts (SurmisePictureZoom *self)
{
  static const struct
  {
    guint key;
    int   steps;
  } keys[] = {
    { GDK_KEY_plus, 1 }, { GDK_KEY_equal, 1 }, { GDK_KEY_KP_Add, 1 },
    { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 },
    { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                                                gtk_callback_action_new (on_shortcut, g_object_ref (self),
                                                                         g_object_unref));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].steps));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (self->widget, controller);
}

static void
add_controllers (SurmisePictureZoom *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scroll), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (on_pinch_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (on_pinch), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->widget, motion);
  gtk_widget_add_controller (self->widget, scroll);
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (drag));
}

static void
surmise_picture_zoom_class_init (SurmisePictureZoomClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", SURMISE_TYPE_PICTURE_ZOOM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
surmise_picture_zoom_init (SurmisePictureZoom *self)
{
  self->level = 1;
  self->x = 0.5;
  self->y = 0.5;
}

/**
 * surmise_picture_zoom_new:
 * @widget: what the person points at; it lives at least as long, as its controllers hold the zoom
 *
 * Returns: (transfer full): at level 1
 */
SurmisePictureZoom *
surmise_picture_zoom_new (GtkWidget *widget)
{
  SurmisePictureZoom *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_object_new (SURMISE_TYPE_PICTURE_ZOOM, NULL);
  self->widget = widget;
  add_controllers (self);
  add_shortcuts (self);

  return self;
}

/**
 * surmise_picture_zoom_add_keys:
 * @self: the zoom
 * @focused: while this has the focus, the arrow keys move the picture about
 */
void
surmise_picture_zoom_add_keys (SurmisePictureZoom *self,
                               GtkWidget          *focused)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  g_return_if_fail (SURMISE_IS_PICTURE_ZOOM (self));

  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (focused, key);
}

double
surmise_picture_zoom_get_level (SurmisePictureZoom *self)
{
  g_return_val_if_fail (SURMISE_IS_PICTURE_ZOOM (self), 1);

  return self->level;
}

void
surmise_picture_zoom_reset (SurmisePictureZoom *self)
{
  g_return_if_fail (SURMISE_IS_PICTURE_ZOOM (self));

  set (self, 1, 0.5, 0.5);
}

/**
 * surmise_picture_zoom_step:
 * @self: the zoom
 * @steps: how many steps closer, or further away where negative; 0 shows the whole picture
 *
 * What is in the middle stays there.
 */
void
surmise_picture_zoom_step (SurmisePictureZoom *self,
                           int                 steps)
{
  g_return_if_fail (SURMISE_IS_PICTURE_ZOOM (self));

  if (steps == 0)
    surmise_picture_zoom_reset (self);
  else
    zoom_at (self, self->level * pow (STEP, 2 * steps), self->area.origin.x + self->area.size.width / 2,
             self->area.origin.y + self->area.size.height / 2);
}

/**
 * surmise_picture_zoom_pan:
 * @self: the zoom
 * @dx: logical pixels to the right
 * @dy: logical pixels downwards
 */
void
surmise_picture_zoom_pan (SurmisePictureZoom *self,
                          double              dx,
                          double              dy)
{
  g_return_if_fail (SURMISE_IS_PICTURE_ZOOM (self));

  if (self->frame.size.width > 0 && self->frame.size.height > 0)
    set (self, self->level, self->x + dx / self->frame.size.width, self->y + dy / self->frame.size.height);
}

/**
 * surmise_picture_zoom_reveal:
 * @self: the zoom
 * @x: 0–1: a point of the picture
 * @y: 0–1
 *
 * Moves the point to the middle where it is out of sight.
 */
void
surmise_picture_zoom_reveal (SurmisePictureZoom *self,
                             double              x,
                             double              y)
{
  graphene_point_t point;

  g_return_if_fail (SURMISE_IS_PICTURE_ZOOM (self));

  point = GRAPHENE_POINT_INIT (self->frame.origin.x + (float) x * self->frame.size.width,
                               self->frame.origin.y + (float) y * self->frame.size.height);
  if (!graphene_rect_contains_point (&self->area, &point))
    set (self, self->level, x, y);
}

/**
 * surmise_picture_zoom_place:
 * @self: the zoom
 * @area: where there is room
 * @width: the picture's, in pixels
 * @height: the picture's
 *
 * Returns: where the whole picture stands, much of it outside @area where it is zoomed
 */
graphene_rect_t
surmise_picture_zoom_place (SurmisePictureZoom    *self,
                            const graphene_rect_t *area,
                            double                 width,
                            double                 height)
{
  double fit, w, h;

  g_return_val_if_fail (SURMISE_IS_PICTURE_ZOOM (self), *area);

  fit = MIN (MOST_FIT, MIN (area->size.width / MAX (1, width), area->size.height / MAX (1, height)));
  w = round (width * fit * self->level);
  h = round (height * fit * self->level);
  self->area = *area;
  self->x = clamp_middle (self->x, area->size.width, w);
  self->y = clamp_middle (self->y, area->size.height, h);
  /* Whole pixels: the boxes' lines are drawn on them. */
  self->frame = GRAPHENE_RECT_INIT ((float) floor (area->origin.x + area->size.width / 2 - self->x * w),
                                    (float) floor (area->origin.y + area->size.height / 2 - self->y * h),
                                    (float) w, (float) h);

  return self->frame;
}
