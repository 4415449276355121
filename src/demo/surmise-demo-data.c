/* surmise-demo-data.c – what the models write into their answers
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-data.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "surmise-demo-answers.h"
#include "surmise-demo-server.h"

static void
add_double (JsonBuilder *data,
            const char  *member,
            double       value)
{
  json_builder_set_member_name (data, member);
  json_builder_add_double_value (data, value);
}

/**
 * surmise_demo_data_add_concept:
 * @data: in an open array
 * @name: the concept
 * @config: what is wanted, its language for one
 * @value: the confidence, 0–1
 */
void
surmise_demo_data_add_concept (JsonBuilder             *data,
                               const SurmiseDemoName   *name,
                               const SurmiseDemoConfig *config,
                               double                   value)
{
  g_autofree char *id = surmise_demo_name_dup_id (name);
  const char *chosen = surmise_demo_name_choose (name, config);

  json_builder_begin_object (data);
  surmise_demo_answer_add_string (data, "id", id);
  surmise_demo_answer_add_string (data, "name", chosen);
  add_double (data, "value", value);
  if (chosen == name->german)
    surmise_demo_answer_add_string (data, "language", "de");
  surmise_demo_answer_add_string (data, "app_id", SURMISE_DEMO_APP);
  surmise_demo_answer_add_string (data, "user_id", SURMISE_DEMO_USER);
  json_builder_end_object (data);
}

/**
 * surmise_demo_data_add_box:
 * @data: in an open "region_info"
 * @left: of the picture's width, 0–1
 * @top: of its height
 * @right: as @left
 * @bottom: as @top
 */
void
surmise_demo_data_add_box (JsonBuilder *data,
                           double       left,
                           double       top,
                           double       right,
                           double       bottom)
{
  json_builder_set_member_name (data, "bounding_box");
  json_builder_begin_object (data);
  add_double (data, "top_row", top);
  add_double (data, "left_col", left);
  add_double (data, "bottom_row", bottom);
  add_double (data, "right_col", right);
  json_builder_end_object (data);
}

void
surmise_demo_data_add_text (JsonBuilder *data,
                            const char  *text)
{
  json_builder_set_member_name (data, "text");
  json_builder_begin_object (data);
  surmise_demo_answer_add_string (data, "raw", text);
  json_builder_end_object (data);
}

/**
 * surmise_demo_data_add_picture:
 * @data: in an open object
 * @rgb: three bytes a pixel, row by row
 * @width: in pixels
 * @height: in pixels
 *
 * As the service sends pictures of its own making: a file, here PNG, in base64.
 */
void
surmise_demo_data_add_picture (JsonBuilder  *data,
                               const guint8 *rgb,
                               int           width,
                               int           height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_data (rgb, GDK_COLORSPACE_RGB, FALSE, 8, width, height,
                                                           3 * width, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  g_autofree char *base64 = NULL;
  gsize size;

  /* Fast rather than small: it only goes over loopback. */
  if (!gdk_pixbuf_save_to_buffer (pixbuf, &file, &size, "png", &error, "compression", "1", NULL))
    {
      g_warning ("Cannot write a picture: %s", error->message);
      return;
    }

  base64 = g_base64_encode ((const guint8 *) file, size);
  json_builder_set_member_name (data, "image");
  json_builder_begin_object (data);
  surmise_demo_answer_add_string (data, "base64", base64);
  json_builder_end_object (data);
}
