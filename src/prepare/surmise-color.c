/* surmise-color.c – from the picture's own colours to sRGB
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-color.h"

#include <lcms2.h>

#define CANCEL_ROWS 64

typedef struct
{
  cmsContext    context;
  cmsHPROFILE   from;
  cmsHPROFILE   to;
  cmsHTRANSFORM transform; /* NULL when there is nothing to do */
} Color;

static void
color_clear (Color *color)
{
  g_clear_pointer (&color->transform, cmsDeleteTransform);
  g_clear_pointer (&color->from, cmsCloseProfile);
  g_clear_pointer (&color->to, cmsCloseProfile);
  g_clear_pointer (&color->context, cmsDeleteContext);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Color, color_clear)

/* Most pictures carry sRGB under one of many names and versions: what a profile does tells it better. */
static gboolean
changes_nothing (cmsHTRANSFORM transform)
{
  static const guchar steps[] = { 0, 32, 96, 160, 255 };
  guchar before[125 * 3];
  guchar after[sizeof before];
  gsize n = 0;

  for (guint r = 0; r < G_N_ELEMENTS (steps); r++)
    for (guint g = 0; g < G_N_ELEMENTS (steps); g++)
      for (guint b = 0; b < G_N_ELEMENTS (steps); b++)
        {
          before[n++] = steps[r];
          before[n++] = steps[g];
          before[n++] = steps[b];
        }
  cmsDoTransform (transform, before, after, 125);
  for (gsize i = 0; i < n; i++)
    if (ABS ((int) before[i] - (int) after[i]) > 1)
      return FALSE;
  return TRUE;
}

static void
open_transform (Color  *color,
                GBytes *profile)
{
  cmsUInt32Number format;
  gsize length;
  gconstpointer icc = g_bytes_get_data (profile, &length);

  color->context = cmsCreateContext (NULL, NULL);
  color->from = cmsOpenProfileFromMemTHR (color->context, icc, (cmsUInt32Number) length);
  color->to = cmsCreate_sRGBProfileTHR (color->context);
  if (color->from == NULL || color->to == NULL)
    return;
  if (cmsGetColorSpace (color->from) == cmsSigRgbData)
    format = TYPE_RGB_8;
  else if (cmsGetColorSpace (color->from) == cmsSigGrayData)
    /* The loaders made three equal channels of the one that the profile is about. */
    format = COLORSPACE_SH (PT_GRAY) | CHANNELS_SH (1) | EXTRA_SH (2) | BYTES_SH (1);
  else
    return; /* A profile of inks, which the loader turned into RGB by rule of thumb. */
  color->transform = cmsCreateTransformTHR (color->context, color->from, format, color->to, TYPE_RGB_8,
                                            INTENT_PERCEPTUAL, 0);
  if (color->transform != NULL && changes_nothing (color->transform))
    g_clear_pointer (&color->transform, cmsDeleteTransform);
}

/*
 * surmise_color_to_srgb:
 * @pixbuf: three channels, changed in place
 * @profile: (nullable): an ICC profile
 *
 * A profile that cannot be used is as good as none: the picture is then taken for sRGB, as everything else
 * does. Nothing is shared between calls, so that any number of threads may be here.
 */
gboolean
surmise_color_to_srgb (GdkPixbuf    *pixbuf,
                       GBytes       *profile,
                       GCancellable *cancellable,
                       GError      **error)
{
  g_auto (Color) color = { NULL };
  guchar *row = gdk_pixbuf_get_pixels (pixbuf);
  int height = gdk_pixbuf_get_height (pixbuf);

  g_assert (gdk_pixbuf_get_n_channels (pixbuf) == 3);

  if (profile != NULL && g_bytes_get_size (profile) <= SURMISE_COLOR_MAX_PROFILE)
    open_transform (&color, profile);
  for (int y = 0; color.transform != NULL && y < height; y++, row += gdk_pixbuf_get_rowstride (pixbuf))
    {
      cmsDoTransform (color.transform, row, row, (cmsUInt32Number) gdk_pixbuf_get_width (pixbuf));
      if (y % CANCEL_ROWS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return TRUE;
}
