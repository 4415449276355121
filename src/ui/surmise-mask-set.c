/* surmise-mask-set.c – the masks of an answer, as they lie over the picture
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-mask-set.h"

#include "surmise-image-loader.h"
#include "surmise-mask.h"
#include "surmise-region-words.h"
#include "surmise-swatch.h"

/* Each is a texture as large as the picture is shown, or nearly. */
#define MOST_MASKS 128
#define MASK_EDGE  512
#define OPACITY    0.5
#define FAINT      0.2
#define STRONG     0.75

/**
 * SurmiseMaskSet:
 *
 * They appear one after the other, as they are decoded. Those of the last answer are gone with it.
 */
struct _SurmiseMaskSet
{
  GObject          parent_instance;

  ClarifaiOutput  *output;      /* (owned) (nullable) */
  SurmisePreparer *preparer;    /* (owned) (nullable): made with the first mask */
  GCancellable    *cancellable; /* (owned) (nullable) */
  GPtrArray       *masks;       /* (owned) of Mask */
};

typedef struct
{
  ClarifaiRegion *region;  /* (owned) */
  GdkTexture     *texture; /* (owned) */
} Mask;

/* What is on its way. */
typedef struct
{
  SurmiseMaskSet *set;         /* (owned) */
  ClarifaiRegion *region;      /* (owned) */
  GCancellable   *cancellable; /* (owned) */
  guint           index;
} Load;

G_DEFINE_FINAL_TYPE (SurmiseMaskSet, surmise_mask_set, G_TYPE_OBJECT)

enum { LOADED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
mask_free (Mask *mask)
{
  g_clear_object (&mask->region);
  g_clear_object (&mask->texture);
  g_free (mask);
}

static void
load_free (Load *load)
{
  g_clear_object (&load->set);
  g_clear_object (&load->region);
  g_clear_object (&load->cancellable);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static void
tint_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Load) load = user_data;
  ClarifaiBox box = { 0 };
  g_autoptr(GdkTexture) texture = surmise_mask_tint_finish (result, &box, NULL);
  Mask *mask;

  /* One that cannot be read is only missing: the list beside the picture has its region. */
  if (texture == NULL)
    return;

  mask = g_new0 (Mask, 1);
  mask->region = g_object_ref (load->region);
  mask->texture = g_object_ref (texture);
  g_ptr_array_add (load->set->masks, mask);
  g_signal_emit (load->set, signals[LOADED], 0, load->region, &box);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(Load) load = user_data;
  g_autoptr(SurmisePrepared) prepared = surmise_image_load_finish (result, NULL);
  const GdkRGBA *color = surmise_mask_color (load->index);
  GCancellable *cancellable = load->cancellable;

  if (prepared != NULL)
    surmise_mask_tint_async (prepared, color, cancellable, tint_cb, g_steal_pointer (&load));
}

static void
start (SurmiseMaskSet *self,
       ClarifaiRegion *region,
       guint           index)
{
  Load *load = g_new0 (Load, 1);

  if (self->preparer == NULL)
    self->preparer = surmise_image_preparer_new ();
  load->set = g_object_ref (self);
  load->region = g_object_ref (region);
  load->cancellable = g_object_ref (self->cancellable);
  load->index = index;
  surmise_image_load_async (self->preparer, clarifai_region_get_mask (region), MASK_EDGE, self->cancellable, load_cb, load);
}

static void
surmise_mask_set_dispose (GObject *object)
{
  SurmiseMaskSet *self = SURMISE_MASK_SET (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->preparer);
  g_clear_object (&self->output);
  g_ptr_array_set_size (self->masks, 0);

  G_OBJECT_CLASS (surmise_mask_set_parent_class)->dispose (object);
}

static void
surmise_mask_set_finalize (GObject *object)
{
  g_clear_pointer (&SURMISE_MASK_SET (object)->masks, g_ptr_array_unref);

  G_OBJECT_CLASS (surmise_mask_set_parent_class)->finalize (object);
}

static void
surmise_mask_set_class_init (SurmiseMaskSetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = surmise_mask_set_dispose;
  G_OBJECT_CLASS (klass)->finalize = surmise_mask_set_finalize;

  signals[LOADED] = g_signal_new ("loaded", SURMISE_TYPE_MASK_SET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  CLARIFAI_TYPE_REGION, G_TYPE_POINTER);
}

static void
surmise_mask_set_init (SurmiseMaskSet *self)
{
  self->masks = g_ptr_array_new_with_free_func ((GDestroyNotify) mask_free);
}

SurmiseMaskSet *
surmise_mask_set_new (void)
{
  return g_object_new (SURMISE_TYPE_MASK_SET, NULL);
}

/**
 * surmise_mask_set_set_output:
 * @self: the masks
 * @output: (nullable): whose regions' masks to load
 */
void
surmise_mask_set_set_output (SurmiseMaskSet *self,
                             ClarifaiOutput *output)
{
  GListModel *regions = output != NULL ? clarifai_output_get_regions (output) : NULL;
  guint n = 0;

  g_return_if_fail (SURMISE_IS_MASK_SET (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_ptr_array_set_size (self->masks, 0);
  g_set_object (&self->output, output);
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; regions != NULL && i < g_list_model_get_n_items (regions) && n < MOST_MASKS; i++)
    {
      g_autoptr(ClarifaiRegion) region = g_list_model_get_item (regions, i);

      if (clarifai_region_get_mask (region) == NULL)
        continue;

      start (self, region, i);
      n++;
    }
}

/**
 * surmise_mask_set_snapshot:
 * @self: the masks
 * @snapshot: where to draw
 * @whole: where the whole picture is
 * @threshold: what the model is less sure of is not drawn
 * @lit: (nullable): the region that stands out, beside which the others are faint
 */
void
surmise_mask_set_snapshot (SurmiseMaskSet        *self,
                           GtkSnapshot           *snapshot,
                           const graphene_rect_t *whole,
                           double                 threshold,
                           ClarifaiRegion        *lit)
{
  g_return_if_fail (SURMISE_IS_MASK_SET (self));

  for (guint i = 0; i < self->masks->len; i++)
    {
      Mask *mask = g_ptr_array_index (self->masks, i);

      if (!surmise_region_is_sure (mask->region, threshold))
        continue;

      gtk_snapshot_push_opacity (snapshot, lit == NULL ? OPACITY : mask->region == lit ? STRONG : FAINT);
      gtk_snapshot_append_texture (snapshot, mask->texture, whole);
      gtk_snapshot_pop (snapshot);
    }
}
