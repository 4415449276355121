/* demo-pictures.h – pictures that are drawn for a test, so that the truth about them is known
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Sets @rgb for the pixel at @x, @y. */
typedef void (*DemoPaint) (int     x,
                           int     y,
                           int     width,
                           int     height,
                           guint8 *rgb);

/* As a PNG file. */
GBytes *demo_picture_new (int        width,
                          int        height,
                          DemoPaint  paint);

void    demo_paint_red             (int x, int y, int width, int height, guint8 *rgb);
void    demo_paint_blue            (int x, int y, int width, int height, guint8 *rgb);
void    demo_paint_white           (int x, int y, int width, int height, guint8 *rgb);
void    demo_paint_black           (int x, int y, int width, int height, guint8 *rgb);
void    demo_paint_gray            (int x, int y, int width, int height, guint8 *rgb);
/* Left half black, right half white. */
void    demo_paint_halves          (int x, int y, int width, int height, guint8 *rgb);
/* Black to white from left to right. */
void    demo_paint_ramp            (int x, int y, int width, int height, guint8 *rgb);
/* A wave of light around the upright axis, the same on both sides, with soft edges. */
void    demo_paint_mirrored        (int x, int y, int width, int height, guint8 *rgb);
/* Level stripes eight pixels high. */
void    demo_paint_stripes         (int x, int y, int width, int height, guint8 *rgb);
/* The same noise every time. */
void    demo_paint_noise           (int x, int y, int width, int height, guint8 *rgb);
/* An orange disc on gray: its middle at 0.7, 0.4 of the width and height, its radius 0.1 of the width. */
void    demo_paint_disc            (int x, int y, int width, int height, guint8 *rgb);

G_END_DECLS
