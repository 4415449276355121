/* clarifai-wire-place.c – where in the picture a region is
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <math.h>

#include "clarifai-json.h"
#include "clarifai-wire-media.h"

/* A missing edge is 0, as the API leaves out what is zero; so is what is no number. */
static double
get_edge (JsonObject *object,
          const char *name)
{
  double edge = clarifai_json_get_double (object, name, 0);

  return isnan (edge) ? 0 : edge;
}

static double
clamp (double edge)
{
  return MAX (0, MIN (edge, 1));
}

/* Puts the edges in order and into the picture. FALSE where nothing of it is in the picture. */
static gboolean
clip (ClarifaiBox *box)
{
  ClarifaiBox clipped = {
    .left = clamp (MIN (box->left, box->right)),
    .top = clamp (MIN (box->top, box->bottom)),
    .right = clamp (MAX (box->left, box->right)),
    .bottom = clamp (MAX (box->top, box->bottom)),
  };
  gboolean is_outside = (clipped.left == clipped.right && box->left != box->right) ||
                        (clipped.top == clipped.bottom && box->top != box->bottom) ||
                        (box->left == box->right && clipped.left != box->left) ||
                        (box->top == box->bottom && clipped.top != box->top);

  *box = clipped;

  return !is_outside;
}

/* One that is at the corner and nothing else is what the service writes where there is none. */
static gboolean
decode_bounding_box (JsonObject  *object,
                     ClarifaiBox *box)
{
  *box = (ClarifaiBox) {
    .left = get_edge (object, "left_col"),
    .top = get_edge (object, "top_row"),
    .right = get_edge (object, "right_col"),
    .bottom = get_edge (object, "bottom_row"),
  };

  return (box->left != 0 || box->top != 0 || box->right != 0 || box->bottom != 0) && clip (box);
}

/* Keypoints that the model did not find are there, too: at 0, 0, and marked NOT_PRESENT (3). */
static gboolean
is_present (JsonObject *point)
{
  return point != NULL && clarifai_json_get_int (point, "visibility", 0) != 3 &&
         g_strcmp0 (clarifai_json_get_string (point, "visibility"), "NOT_PRESENT") != 0;
}

static void
add_point (JsonObject  *point,
           ClarifaiBox *box,
           guint       *n_points)
{
  double x = get_edge (point, "col"), y = get_edge (point, "row");

  if (!is_present (point))
    return;

  if (*n_points == 0)
    *box = (ClarifaiBox) { x, y, x, y };
  *box = (ClarifaiBox) { MIN (box->left, x), MIN (box->top, y), MAX (box->right, x), MAX (box->bottom, y) };
  *n_points += 1;
}

/* The box around them. */
static gboolean
decode_points (JsonArray   *points,
               ClarifaiBox *box)
{
  guint n_points = 0;

  for (guint i = 0; i < clarifai_json_get_length (points); i++)
    add_point (clarifai_json_get_element (points, i), box, &n_points);

  return n_points > 0 && clip (box);
}

static gboolean
decode_point (JsonObject  *point,
              ClarifaiBox *box)
{
  guint n_points = 0;

  add_point (point, box, &n_points);

  return n_points > 0 && clip (box);
}

/**
 * clarifai_wire_decode_box:
 * @region_info: (nullable): a RegionInfo
 * @box: (out): set where there is one; may have no width or height
 *
 * The bounding box, else the box around the polygon, the keypoints or the point; the edges are in order and in the
 * picture.
 *
 * Returns: %FALSE where there is none, or none of it is in the picture
 */
gboolean
clarifai_wire_decode_box (JsonObject  *region_info,
                          ClarifaiBox *box)
{
  JsonObject *polygon = clarifai_json_get_object (region_info, "polygon");

  return decode_bounding_box (clarifai_json_get_object (region_info, "bounding_box"), box) ||
         decode_points (clarifai_json_get_array (polygon, "points"), box) ||
         decode_points (clarifai_json_get_array (region_info, "keypoint_locations"), box) ||
         decode_point (clarifai_json_get_object (region_info, "point"), box);
}
