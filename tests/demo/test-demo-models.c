/* test-demo-models.c – what the demo's models say about pictures whose truth is known
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "demo-client.h"
#include "demo-pictures.h"

typedef struct {
  const char *path;
  int         width;
  int         height;
  DemoPaint   paint;
  const char *concept;
  double      least;
  double      most;
} PropertyCase;

static const PropertyCase PROPERTY_CASES[] = {
  { "white-is-bright", 120, 120, demo_paint_white, "bright", 0.9, 1 },
  { "white-is-not-dark", 120, 120, demo_paint_white, "dark", 0, 0.1 },
  { "black-is-dark", 120, 120, demo_paint_black, "dark", 0.9, 1 },
  { "black-is-not-bright", 120, 120, demo_paint_black, "bright", 0, 0.1 },
  { "halves-have-high-contrast", 200, 200, demo_paint_halves, "high contrast", 0.9, 1 },
  { "gray-has-low-contrast", 200, 200, demo_paint_gray, "low contrast", 0.9, 1 },
  { "gray-has-no-high-contrast", 200, 200, demo_paint_gray, "high contrast", 0, 0.1 },
  { "red-is-colorful", 120, 120, demo_paint_red, "colorful", 0.9, 1 },
  { "red-is-vivid", 120, 120, demo_paint_red, "vivid colors", 0.9, 1 },
  { "red-is-not-muted", 120, 120, demo_paint_red, "muted colors", 0, 0.1 },
  { "red-is-warm", 120, 120, demo_paint_red, "warm colors", 0.9, 1 },
  { "red-is-not-cool", 120, 120, demo_paint_red, "cool colors", 0, 0.1 },
  { "red-has-red-tones", 120, 120, demo_paint_red, "red tones", 0.9, 1 },
  { "blue-is-cool", 120, 120, demo_paint_blue, "cool colors", 0.9, 1 },
  { "blue-has-blue-tones", 120, 120, demo_paint_blue, "blue tones", 0.9, 1 },
  { "gray-is-not-colorful", 120, 120, demo_paint_gray, "colorful", 0, 0.1 },
  { "halves-are-black-and-white", 200, 200, demo_paint_halves, "black and white", 0.9, 1 },
  { "red-is-not-black-and-white", 120, 120, demo_paint_red, "black and white", 0, 0.1 },
  { "gray-is-monochrome", 120, 120, demo_paint_gray, "monochrome", 0.9, 1 },
  { "noise-is-not-monochrome", 200, 200, demo_paint_noise, "monochrome", 0, 0.1 },
  { "red-prevails", 120, 120, demo_paint_red, "one color prevails", 0.9, 1 },
  { "halves-are-sharp", 200, 200, demo_paint_halves, "sharp", 0.9, 1 },
  { "halves-are-not-soft", 200, 200, demo_paint_halves, "soft", 0, 0.1 },
  { "ramp-is-not-sharp", 200, 200, demo_paint_ramp, "sharp", 0, 0.1 },
  { "ramp-is-soft", 200, 200, demo_paint_ramp, "soft", 0.9, 1 },
  { "gray-is-not-called-soft", 200, 200, demo_paint_gray, "soft", 0, 0.1 },
  { "gray-is-plain", 200, 200, demo_paint_gray, "plain", 0.9, 1 },
  { "noise-is-not-plain", 200, 200, demo_paint_noise, "plain", 0, 0.1 },
  { "noise-is-noisy", 200, 200, demo_paint_noise, "noisy", 0.9, 1 },
  { "noise-is-detailed", 200, 200, demo_paint_noise, "detailed", 0.9, 1 },
  { "halves-are-not-noisy", 200, 200, demo_paint_halves, "noisy", 0, 0.1 },
  { "ramp-is-a-gradient", 200, 200, demo_paint_ramp, "smooth gradient", 0.9, 1 },
  { "noise-is-no-gradient", 200, 200, demo_paint_noise, "smooth gradient", 0, 0.1 },
  { "gray-is-no-gradient", 200, 200, demo_paint_gray, "smooth gradient", 0, 0.1 },
  { "mirrored-is-symmetrical", 200, 160, demo_paint_mirrored, "mirror symmetry", 0.9, 1 },
  { "halves-are-not-symmetrical", 200, 200, demo_paint_halves, "mirror symmetry", 0, 0.1 },
  { "noise-is-not-symmetrical", 200, 200, demo_paint_noise, "mirror symmetry", 0, 0.1 },
  { "stripes-are-level", 200, 200, demo_paint_stripes, "level lines", 0.9, 1 },
  { "stripes-are-not-upright", 200, 200, demo_paint_stripes, "upright lines", 0, 0.1 },
  { "halves-are-upright", 200, 200, demo_paint_halves, "upright lines", 0.9, 1 },
  { "wide-is-landscape", 1600, 900, demo_paint_gray, "landscape format", 0.9, 1 },
  { "wide-is-not-portrait", 1600, 900, demo_paint_gray, "portrait format", 0, 0.1 },
  { "tall-is-portrait", 300, 400, demo_paint_gray, "portrait format", 0.9, 1 },
  { "tall-is-not-landscape", 300, 400, demo_paint_gray, "landscape format", 0, 0.1 },
  { "even-is-square", 300, 300, demo_paint_gray, "square format", 0.9, 1 },
  { "wide-is-not-square", 1600, 900, demo_paint_gray, "square format", 0, 0.1 },
  { "very-wide-is-panoramic", 900, 300, demo_paint_gray, "panoramic format", 0.9, 1 },
};

static double
find_concept (JsonObject *data,
              const char *name)
{
  JsonArray *concepts = json_object_get_array_member (data, "concepts");

  for (guint i = 0; i < json_array_get_length (concepts); i++)
    {
      JsonObject *concept = json_array_get_object_element (concepts, i);

      if (g_str_equal (json_object_get_string_member (concept, "name"), name))
        return json_object_get_double_member (concept, "value");
    }

  g_error ("No concept is called “%s”", name);
}

static void
test_property (gconstpointer data)
{
  const PropertyCase *wanted = data;
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (wanted->width, wanted->height, wanted->paint);
  g_autoptr (JsonObject) answer = demo_client_ask (client, "picture-properties", picture);
  double value = find_concept (answer, wanted->concept);

  g_assert_cmpfloat (value, >=, wanted->least);
  g_assert_cmpfloat (value, <=, wanted->most);
}

static void
test_properties_sorted_and_in_range (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (150, 100, demo_paint_disc);
  g_autoptr (JsonObject) answer = demo_client_ask (client, "picture-properties", picture);
  JsonArray *concepts = json_object_get_array_member (answer, "concepts");
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  double before = 1;

  g_assert_cmpuint (json_array_get_length (concepts), >=, 20);
  for (guint i = 0; i < json_array_get_length (concepts); i++)
    {
      JsonObject *concept = json_array_get_object_element (concepts, i);
      double value = json_object_get_double_member (concept, "value");

      g_assert_true (g_hash_table_add (ids, (char *) json_object_get_string_member (concept, "id")));
      g_assert_cmpfloat (value, >=, 0);
      g_assert_cmpfloat (value, <=, before);
      before = value;
    }
}

/* A little lighter is a little brighter: values are measured, not chosen from a few. */
static void
paint_lighter (int x, int y, int width, int height, guint8 *rgb)
{
  rgb[0] = rgb[1] = rgb[2] = 140;
}

static void
test_properties_vary_smoothly (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) gray = demo_picture_new (64, 64, demo_paint_gray);
  g_autoptr (GBytes) lighter = demo_picture_new (64, 64, paint_lighter);
  g_autoptr (JsonObject) gray_answer = demo_client_ask (client, "picture-properties", gray);
  g_autoptr (JsonObject) lighter_answer = demo_client_ask (client, "picture-properties", lighter);
  double difference = find_concept (lighter_answer, "bright") - find_concept (gray_answer, "bright");

  g_assert_cmpfloat (difference, >, 0.01);
  g_assert_cmpfloat (difference, <, 0.5);
}

static JsonObject *
get_color (JsonObject *data,
           guint       position)
{
  return json_array_get_object_element (json_object_get_array_member (data, "colors"), position);
}

static const char *
get_color_name (JsonObject *color)
{
  return json_object_get_string_member (json_object_get_object_member (color, "w3c"), "name");
}

static void
test_colors_red (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (90, 60, demo_paint_red);
  g_autoptr (JsonObject) answer = demo_client_ask (client, "color-recognition", picture);
  JsonObject *color = get_color (answer, 0);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "colors")), ==, 1);
  g_assert_cmpstr (get_color_name (color), ==, "Red");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (color, "w3c"), "hex"), ==,
                   "#ff0000");
  g_assert_true (g_regex_match_simple ("^#f[0-9a-f]0[0-9a-f]0[0-9a-f]$",
                                       json_object_get_string_member (color, "raw_hex"), 0, 0));
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (color, "value"), 1, 0.001);
}

static void
test_colors_halves (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (400, 300, demo_paint_halves);
  g_autoptr (JsonObject) answer = demo_client_ask (client, "color-recognition", picture);
  static const char *const NAMES[] = { "Black", "White", NULL };

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "colors")), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      JsonObject *color = get_color (answer, i);

      g_assert_cmpfloat_with_epsilon (json_object_get_double_member (color, "value"), 0.5, 0.01);
      g_assert_true (g_strv_contains (NAMES, get_color_name (color)));
    }
  g_assert_cmpstr (get_color_name (get_color (answer, 0)), !=, get_color_name (get_color (answer, 1)));
}

static void
test_colors_disc (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (300, 200, demo_paint_disc);
  g_autoptr (JsonObject) answer = demo_client_ask (client, "color-recognition", picture);

  g_assert_cmpstr (get_color_name (get_color (answer, 0)), ==, "Gray");
  /* π · 0.1² of the width's square, which is 1.5 times the area. */
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (get_color (answer, 0), "value"),
                                  1 - G_PI * 0.01 * 1.5, 0.015);
}

static void
test_colors_shares_add_up (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (200, 200, demo_paint_noise);
  g_autoptr (JsonObject) answer = demo_client_ask (client, "color-recognition", picture);
  JsonArray *colors = json_object_get_array_member (answer, "colors");
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  double sum = 0, before = 1;

  g_assert_cmpuint (json_array_get_length (colors), >, 2);
  for (guint i = 0; i < json_array_get_length (colors); i++)
    {
      double share = json_object_get_double_member (get_color (answer, i), "value");

      g_assert_cmpfloat (share, <=, before);
      g_assert_true (g_hash_table_add (names, (char *) get_color_name (get_color (answer, i))));
      before = share;
      sum += share;
    }
  g_assert_cmpfloat_with_epsilon (sum, 1, 1e-6);
}

static void
test_salient_disc (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (600, 400, demo_paint_disc);
  g_autoptr (JsonObject) answer = demo_client_ask (client, "salient-region", picture);
  JsonArray *regions = json_object_get_array_member (answer, "regions");
  JsonObject *region, *box, *concept;

  g_assert_cmpuint (json_array_get_length (regions), ==, 1);
  region = json_array_get_object_element (regions, 0);
  box = json_object_get_object_member (json_object_get_object_member (region, "region_info"), "bounding_box");
  concept = json_array_get_object_element (
    json_object_get_array_member (json_object_get_object_member (region, "data"), "concepts"), 0);

  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (box, "left_col"), 0.6, 0.03);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (box, "right_col"), 0.8, 0.03);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (box, "top_row"), 0.25, 0.04);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (box, "bottom_row"), 0.55, 0.04);
  g_assert_cmpfloat (json_object_get_double_member (region, "value"), >, 0.9);
  g_assert_cmpstr (json_object_get_string_member (concept, "id"), ==, "salient-region");
  g_assert_cmpstr (json_object_get_string_member (concept, "name"), ==, "salient region");
}

static void
test_salient_nothing (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (300, 200, demo_paint_gray);
  g_autoptr (JsonObject) answer = demo_client_ask (client, "salient-region", picture);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "regions")), ==, 0);
}

/* Every picture that ships is read, and something is found in it. */
static void
test_samples (void)
{
  static const char *const NAMES[] = { "balloons", "lemons", "lighthouse", "mountain-lake" };
  g_autoptr (DemoClient) client = demo_client_new ();

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *name = g_strconcat (NAMES[i], ".jpg", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", name, NULL);
      g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
      g_autoptr (GBytes) picture = NULL;
      g_autoptr (JsonObject) answer = NULL;

      g_assert_nonnull (file);
      picture = g_mapped_file_get_bytes (file);
      answer = demo_client_ask (client, "salient-region", picture);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "regions")), >, 0);
    }
}

/* One pixel, one row, one column: too small for every mask and window there is. */
static void
test_tiny (gconstpointer data)
{
  static const int SIZES[][2] = { { 1, 1 }, { 40, 1 }, { 1, 40 }, { 2, 2 } };
  g_autoptr (DemoClient) client = demo_client_new ();

  for (guint i = 0; i < G_N_ELEMENTS (SIZES); i++)
    {
      g_autoptr (GBytes) picture = demo_picture_new (SIZES[i][0], SIZES[i][1], demo_paint_ramp);
      g_autoptr (JsonObject) answer = demo_client_ask (client, data, picture);

      g_assert_cmpuint (json_object_get_size (answer), ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (PROPERTY_CASES); i++)
    {
      g_autofree char *path = g_strconcat ("/demo/properties/", PROPERTY_CASES[i].path, NULL);

      g_test_add_data_func (path, &PROPERTY_CASES[i], test_property);
    }
  g_test_add_func ("/demo/properties/sorted-and-in-range", test_properties_sorted_and_in_range);
  g_test_add_func ("/demo/properties/vary-smoothly", test_properties_vary_smoothly);
  g_test_add_func ("/demo/colors/red", test_colors_red);
  g_test_add_func ("/demo/colors/halves", test_colors_halves);
  g_test_add_func ("/demo/colors/disc", test_colors_disc);
  g_test_add_func ("/demo/colors/shares-add-up", test_colors_shares_add_up);
  g_test_add_func ("/demo/salient/disc", test_salient_disc);
  g_test_add_func ("/demo/salient/nothing", test_salient_nothing);
  g_test_add_func ("/demo/samples", test_samples);
  g_test_add_data_func ("/demo/tiny/picture-properties", "picture-properties", test_tiny);
  g_test_add_data_func ("/demo/tiny/color-recognition", "color-recognition", test_tiny);
  g_test_add_data_func ("/demo/tiny/salient-region", "salient-region", test_tiny);
  g_test_add_data_func ("/demo/tiny/color-segments", "color-segments", test_tiny);
  g_test_add_data_func ("/demo/tiny/picture-signature", "picture-signature", test_tiny);
  g_test_add_data_func ("/demo/tiny/picture-description", "picture-description", test_tiny);
  g_test_add_data_func ("/demo/tiny/picture-filter", "picture-filter", test_tiny);

  return g_test_run ();
}
