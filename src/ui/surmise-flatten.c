/* surmise-flatten.c – many things that are drawn, as one drawing
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-flatten.h"

/**
 * surmise_flatten:
 * @node: what is drawn, thousands of parts perhaps
 * @sight: what can be seen of it
 * @many: whether it is worth it
 *
 * The toolkit goes through all parts of what is drawn, even where only one of them changes. A drawing knows where each of
 * its strokes is, and leaves out what need not be painted anew.
 *
 * Returns: (transfer full): what stands for @node, or @node itself
 */
GskRenderNode *
surmise_flatten (GskRenderNode         *node,
                 const graphene_rect_t *sight,
                 gboolean               many)
{
  GskRenderNode *flat;
  cairo_t *cr;

  if (!many || sight->size.width < 1 || sight->size.height < 1)
    return gsk_render_node_ref (node);

  flat = gsk_cairo_node_new (sight);
  cr = gsk_cairo_node_get_draw_context (flat);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);

  return flat;
}
