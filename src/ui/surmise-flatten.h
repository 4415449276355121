/* surmise-flatten.h – many things that are drawn, as one drawing
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GskRenderNode *surmise_flatten (GskRenderNode         *node,
                                const graphene_rect_t *sight,
                                gboolean               many);

G_END_DECLS
