/* surmise-split.c – two panes, beside each other where there is room, else one below the other
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-split.h"

/* From here on there is room for a picture and its bars beside each other. */
#define WIDE_FROM 600
#define END_MIN   264
#define END_MAX   384
/* What several columns of bars need. */
#define WIDE_END_PERCENT 60
/* Stacked, the picture takes this share of the width as height, so that the first bars are seen below it. */
#define STACKED_RATIO 0.75

/**
 * SurmiseSplit:
 *
 * The toolkit's own adaptive widgets changed names twice between the versions that are supported, and this is all that
 * is needed of them. Stacked, both panes have their natural height and scroll together in whatever holds this widget.
 */
struct _SurmiseSplit
{
  GtkWidget  parent_instance;

  GtkWidget *start; /* (owned by being its parent) (nullable) */
  GtkWidget *end;   /* (owned by being its parent) (nullable) */
  gboolean   stacked;
  gboolean   wide_end; /* the end has the larger share */
  guint      idle;
};

G_DEFINE_FINAL_TYPE (SurmiseSplit, surmise_split, GTK_TYPE_WIDGET)

typedef enum {
  PROP_START = 1,
  PROP_END,
  PROP_STACKED,
} SurmiseSplitProperty;

#define N_PROPS (PROP_STACKED + 1)

static GParamSpec *properties[N_PROPS];

static int
end_width (SurmiseSplit *self,
           int           width)
{
  if (self->wide_end)
    return width * WIDE_END_PERCENT / 100;

  return CLAMP (width * 38 / 100, END_MIN, END_MAX);
}

static int
minimum (GtkWidget      *child,
         GtkOrientation  orientation,
         int             for_size)
{
  int min = 0;

  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, &min, NULL, NULL, NULL);

  return min;
}

/* The width decides by itself, so that measuring and allocating always agree. */
static gboolean
is_stacked_at (int width)
{
  return width >= 0 && width < WIDE_FROM;
}

static int
natural_height (GtkWidget *child,
                int        width)
{
  int natural = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

static int
stacked_start_height (SurmiseSplit *self,
                      int           width)
{
  return MAX (minimum (self->start, GTK_ORIENTATION_VERTICAL, width), (int) (width * STACKED_RATIO));
}

static GtkSizeRequestMode
surmise_split_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
surmise_split_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *min,
                       int            *natural,
                       int            *min_baseline,
                       int            *natural_baseline)
{
  SurmiseSplit *self = SURMISE_SPLIT (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *min = MAX (minimum (self->start, orientation, -1), minimum (self->end, orientation, -1));
      *natural = MAX (*min, WIDE_FROM + END_MAX);
    }
  else if (is_stacked_at (for_size))
    {
      *min = stacked_start_height (self, for_size) + natural_height (self->end, for_size);
      *natural = *min;
    }
  else
    {
      int end = for_size < 0 ? -1 : end_width (self, for_size);

      *min = MAX (minimum (self->start, orientation, end < 0 ? -1 : for_size - end),
                  minimum (self->end, orientation, end));
      *natural = *min;
    }
}

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  if (child != NULL)
    gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

/* Children react to "stacked" by changing their sizes, which is not allowed while sizes are being given out. */
static gboolean
on_idle (gpointer user_data)
{
  SurmiseSplit *self = user_data;

  self->idle = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STACKED]);

  return G_SOURCE_REMOVE;
}

static void
surmise_split_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  SurmiseSplit *self = SURMISE_SPLIT (widget);
  gboolean stacked = is_stacked_at (width);

  if (stacked)
    {
      int top = MIN (stacked_start_height (self, width), height);

      allocate (self->start, 0, 0, width, top);
      allocate (self->end, 0, top, width, MAX (height - top, minimum (self->end, GTK_ORIENTATION_VERTICAL, width)));
    }
  else
    {
      int end = end_width (self, width);
      gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

      allocate (self->start, rtl ? end : 0, 0, width - end, height);
      allocate (self->end, rtl ? 0 : width - end, 0, end, height);
    }

  if (stacked != self->stacked)
    {
      self->stacked = stacked;
      if (self->idle == 0)
        self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
    }
}

static void
set_child (SurmiseSplit  *self,
           GtkWidget    **slot,
           GtkWidget     *child)
{
  g_clear_pointer (slot, gtk_widget_unparent);
  *slot = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
surmise_split_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SurmiseSplit *self = SURMISE_SPLIT (object);

  switch ((SurmiseSplitProperty) prop_id)
    {
    case PROP_START:
      g_value_set_object (value, self->start);
      break;

    case PROP_END:
      g_value_set_object (value, self->end);
      break;

    case PROP_STACKED:
      g_value_set_boolean (value, self->stacked);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_split_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SurmiseSplit *self = SURMISE_SPLIT (object);

  switch ((SurmiseSplitProperty) prop_id)
    {
    case PROP_START:
      set_child (self, &self->start, g_value_get_object (value));
      break;

    case PROP_END:
      set_child (self, &self->end, g_value_get_object (value));
      break;

    case PROP_STACKED:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_split_dispose (GObject *object)
{
  SurmiseSplit *self = SURMISE_SPLIT (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (surmise_split_parent_class)->dispose (object);
}

static void
surmise_split_class_init (SurmiseSplitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = surmise_split_dispose;
  object_class->get_property = surmise_split_get_property;
  object_class->set_property = surmise_split_set_property;
  widget_class->get_request_mode = surmise_split_get_request_mode;
  widget_class->measure = surmise_split_measure;
  widget_class->size_allocate = surmise_split_size_allocate;

  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STACKED] = g_param_spec_boolean ("stacked", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "split");
}

static void
surmise_split_init (SurmiseSplit *self)
{
}

gboolean
surmise_split_get_stacked (SurmiseSplit *self)
{
  g_return_val_if_fail (SURMISE_IS_SPLIT (self), FALSE);

  return self->stacked;
}

/* Whether the end has the larger share of the width, where both stand side by side. */
void
surmise_split_set_wide_end (SurmiseSplit *self,
                            gboolean      wide_end)
{
  g_return_if_fail (SURMISE_IS_SPLIT (self));

  if (self->wide_end == wide_end)
    return;

  self->wide_end = wide_end;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
