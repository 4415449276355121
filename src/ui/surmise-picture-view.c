/* surmise-picture-view.c – one picture, large, with the boxes that a model drew
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-picture-view.h"

#include "clarifai-concept.h"
#include "clarifai-region.h"
#include "surmise-compat.h"
#include "surmise-texture.h"

#define CORNER    12
#define MARGIN    4 /* for the shadow */
#define MIN_SIZE  96
#define MAX_EDGE  2048
#define MAX_ZOOM  2
#define LINE      2
#define LABEL_PAD 6

/**
 * SurmisePictureView:
 *
 * Shows what was prepared, which is what the model saw, so that boxes fall where they belong.
 */
struct _SurmisePictureView
{
  GtkWidget       parent_instance;

  SurmisePicture *picture;     /* (owned) (nullable) */
  GSignalGroup   *signals;     /* (owned) */
  GdkTexture     *texture;     /* (owned) (nullable) */
  GCancellable   *cancellable; /* (owned) (nullable) */
  ClarifaiRegion *lit;         /* (owned) (nullable) */
  double          threshold;
};

G_DEFINE_FINAL_TYPE (SurmisePictureView, surmise_picture_view, GTK_TYPE_WIDGET)

typedef enum {
  PROP_PICTURE = 1,
  PROP_THRESHOLD,
  PROP_LIT,
} SurmisePictureViewProperty;

#define N_PROPS (PROP_LIT + 1)

static GParamSpec *properties[N_PROPS];

/* Where the picture stands: as large as fits, and not blown up beyond recognition. */
static graphene_rect_t
get_frame (SurmisePictureView *self)
{
  double width = MAX (1, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN);
  double height = MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN);
  double w = gdk_texture_get_width (self->texture);
  double h = gdk_texture_get_height (self->texture);
  double zoom = MIN (MAX_ZOOM, MIN (width / w, height / h));

  return GRAPHENE_RECT_INIT (MARGIN + (int) ((width - w * zoom) / 2), MARGIN + (int) ((height - h * zoom) / 2),
                             (float) (w * zoom), (float) (h * zoom));
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(SurmisePictureView) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = surmise_texture_load_finish (result, &error);

  if (texture == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("A prepared picture could not be shown: %s", error->message);
      return;
    }

  g_set_object (&self->texture, texture);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
on_prepared (SurmisePictureView *self)
{
  SurmisePrepared *prepared = surmise_picture_get_prepared (self->picture);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (prepared == NULL)
    {
      g_clear_object (&self->texture);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return;
    }

  self->cancellable = g_cancellable_new ();
  surmise_texture_load_async (prepared, MAX_EDGE, self->cancellable, load_cb, g_object_ref (self));
}

static void
on_output (SurmisePictureView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
append_border (GtkSnapshot           *snapshot,
               const graphene_rect_t *rect,
               float                  width,
               const GdkRGBA         *color)
{
  GskRoundedRect rounded;
  const float widths[4] = { width, width, width, width };
  const GdkRGBA colors[4] = { *color, *color, *color, *color };

  gsk_rounded_rect_init_from_rect (&rounded, rect, 4);
  gtk_snapshot_append_border (snapshot, &rounded, widths, colors);
}

static void
append_label (SurmisePictureView    *self,
              GtkSnapshot           *snapshot,
              const graphene_rect_t *box,
              const char            *text,
              const GdkRGBA         *color)
{
  const GdkRGBA white = { 1, 1, 1, 1 };
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  GskRoundedRect rounded;
  graphene_rect_t area;
  int width, height;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) MAX (32, box->size.width - 2 * LABEL_PAD) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &width, &height);
  area = GRAPHENE_RECT_INIT (box->origin.x, box->origin.y, (float) width + 2 * LABEL_PAD, (float) height + 2);

  gsk_rounded_rect_init_from_rect (&rounded, &area, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, &area);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (area.origin.x + LABEL_PAD, area.origin.y + 1));
  gtk_snapshot_append_layout (snapshot, layout, &white);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_region (SurmisePictureView    *self,
                 GtkSnapshot           *snapshot,
                 const graphene_rect_t *frame,
                 ClarifaiRegion        *region,
                 const GdkRGBA         *color)
{
  const GdkRGBA halo = { 1, 1, 1, 0.8f };
  g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (clarifai_region_get_concepts (region), 0);
  graphene_rect_t rect;
  ClarifaiBox box;

  if (clarifai_region_get_value (region) < self->threshold || !clarifai_region_get_box (region, &box))
    return;

  rect = GRAPHENE_RECT_INIT (frame->origin.x + (float) box.left * frame->size.width,
                             frame->origin.y + (float) box.top * frame->size.height,
                             (float) (box.right - box.left) * frame->size.width,
                             (float) (box.bottom - box.top) * frame->size.height);
  append_border (snapshot, &rect, LINE, color);
  graphene_rect_inset (&rect, LINE, LINE);
  append_border (snapshot, &rect, 1, &halo);
  graphene_rect_inset (&rect, -LINE, -LINE);
  if (concept != NULL)
    append_label (self, snapshot, &rect, clarifai_concept_get_name (concept), color);
}

static void
surmise_picture_view_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  SurmisePictureView *self = SURMISE_PICTURE_VIEW (widget);
  const GdkRGBA shadow = { 0, 0, 0, 0.2f };
  ClarifaiOutput *output = self->picture != NULL ? surmise_picture_get_output (self->picture) : NULL;
  GListModel *regions = output != NULL ? clarifai_output_get_regions (output) : NULL;
  graphene_rect_t frame;
  GskRoundedRect rounded;
  GdkRGBA accent;

  if (self->texture == NULL)
    return;

  frame = get_frame (self);
  gsk_rounded_rect_init_from_rect (&rounded, &frame, CORNER);
  gtk_snapshot_append_outset_shadow (snapshot, &rounded, &shadow, 0, 1, 0, 3);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_texture (snapshot, self->texture, &frame);
  gtk_snapshot_pop (snapshot);

  if (regions == NULL)
    return;

  /* The CSS gives this widget the accent colour as its own. */
  surmise_get_color (widget, &accent);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  for (guint i = 0; i < g_list_model_get_n_items (regions); i++)
    {
      g_autoptr(ClarifaiRegion) region = g_list_model_get_item (regions, i);

      snapshot_region (self, snapshot, &frame, region, &accent);
    }
  gtk_snapshot_pop (snapshot);
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
      g_value_set_object (value, self->lit);
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
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;

    case PROP_LIT:
      surmise_picture_view_set_lit (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
surmise_picture_view_dispose (GObject *object)
{
  SurmisePictureView *self = SURMISE_PICTURE_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->signals);
  g_clear_object (&self->picture);
  g_clear_object (&self->texture);
  g_clear_object (&self->lit);

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
  widget_class->measure = surmise_picture_view_measure;
  widget_class->snapshot = surmise_picture_view_snapshot;

  properties[PROP_PICTURE] = g_param_spec_object ("picture", NULL, NULL, SURMISE_TYPE_PICTURE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_THRESHOLD] = g_param_spec_double ("threshold", NULL, NULL, 0, 1, 0,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LIT] = g_param_spec_object ("lit", NULL, NULL, CLARIFAI_TYPE_REGION,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "pictureview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
surmise_picture_view_init (SurmisePictureView *self)
{
  self->signals = g_signal_group_new (SURMISE_TYPE_PICTURE);
  g_signal_group_connect_swapped (self->signals, "notify::prepared", G_CALLBACK (on_prepared), self);
  g_signal_group_connect_swapped (self->signals, "notify::output", G_CALLBACK (on_output), self);
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
  if (picture != NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      surmise_picture_get_name (picture), -1);
      on_prepared (self);
    }
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

  if (!g_set_object (&self->lit, lit))
    return;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIT]);
}

void
surmise_picture_view_set_layers (SurmisePictureView    *self,
                                 SurmisePicture *const *answers,
                                 const gboolean        *shown,
                                 guint                  n)
{
  g_return_if_fail (SURMISE_IS_PICTURE_VIEW (self));

  gtk_widget_queue_draw (GTK_WIDGET (self));
}
