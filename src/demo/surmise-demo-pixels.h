/* surmise-demo-pixels.h – the pixels that the demo's models measure
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SurmiseDemoPixels:
 * @width: of the small copy that is measured
 * @height: of the same
 * @full_width: of the picture as it was sent, upright
 * @full_height: of the same
 * @rgb: sRGB, three bytes a pixel, row by row
 * @lab: CIE L*a*b* under D65, three floats a pixel: L 0–100, a and b about ±128
 *
 * Width and height are at least 1.
 */
typedef struct {
  int     width;
  int     height;
  int     full_width;
  int     full_height;
  guint8 *rgb;
  float  *lab;
} SurmiseDemoPixels;

/* Long edges of the copy that is measured, and of one that is given back. */
#define SURMISE_DEMO_EDGE      256
#define SURMISE_DEMO_WIDE_EDGE 1024

SurmiseDemoPixels *surmise_demo_pixels_new  (GBytes             *picture,
                                             guint               edge,
                                             GCancellable       *cancellable,
                                             GError            **error);
void               surmise_demo_pixels_free (SurmiseDemoPixels  *self);

void               surmise_demo_rgb_to_lab  (const guint8       *rgb,
                                             float              *lab);
void               surmise_demo_lab_to_rgb  (const float        *lab,
                                             guint8             *rgb);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurmiseDemoPixels, surmise_demo_pixels_free)

G_END_DECLS
