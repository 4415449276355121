/* test-demo-kinds.c – masks, numbers, words and pictures that the demo answers with, and what it is asked beside
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>

#include "demo-client.h"
#include "demo-pictures.h"

/* The data of one output to one input, which is freed. */
static JsonObject *
ask (DemoClient *client,
     const char *model,
     const char *config,
     char       *input)
{
  g_autofree char *path = g_strdup_printf (DEMO_MODELS "/%s/outputs", model);
  g_autofree char *body = demo_request_new (config, input, NULL);
  g_autoptr (JsonObject) answer = demo_client_post (client, path, body);

  g_assert_cmpint (demo_status (answer), ==, 10000);
  return json_object_ref (json_object_get_object_member (
    json_array_get_object_element (json_object_get_array_member (answer, "outputs"), 0), "data"));
}

static gint64
ask_in_vain (DemoClient *client,
             const char *model,
             const char *config,
             char       *input)
{
  g_autofree char *path = g_strdup_printf (DEMO_MODELS "/%s/outputs", model);
  g_autofree char *body = demo_request_new (config, input, NULL);
  g_autoptr (JsonObject) answer = demo_client_post (client, path, body);

  return demo_status (answer);
}

static const char *
get_text (JsonObject *data)
{
  return json_object_get_string_member (json_object_get_object_member (data, "text"), "raw");
}

static char *
words_input (const char *words)
{
  return g_strdup_printf ("{\"data\":{\"text\":{\"raw\":\"%s\"}}}", words);
}

/* Both, as a model that takes a picture and words is asked. */
static char *
question_input (DemoPaint   paint,
                const char *words)
{
  g_autoptr (GBytes) picture = demo_picture_new (100, 100, paint);
  g_autofree char *base64 = g_base64_encode (g_bytes_get_data (picture, NULL), g_bytes_get_size (picture));

  return g_strdup_printf ("{\"data\":{\"image\":{\"base64\":\"%s\"},\"text\":{\"raw\":\"%s\"}}}", base64, words);
}

/* A method's arguments, of which the picture is one. */
static char *
parts_input (DemoPaint   paint,
             const char *rest)
{
  g_autoptr (GBytes) picture = demo_picture_new (100, 80, paint);
  g_autofree char *base64 = g_base64_encode (g_bytes_get_data (picture, NULL), g_bytes_get_size (picture));

  return g_strdup_printf ("{\"data\":{\"parts\":[{\"id\":\"image\",\"data\":{\"image\":{\"base64\":\"%s\"}}}%s]}}",
                          base64, rest);
}

static GdkPixbuf *
decode (JsonObject *image)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type ("png", NULL);
  g_autofree guchar *bytes = NULL;
  gsize size;

  bytes = g_base64_decode (json_object_get_string_member (image, "base64"), &size);
  g_assert_true (gdk_pixbuf_loader_write (loader, bytes, size, NULL));
  g_assert_true (gdk_pixbuf_loader_close (loader, NULL));
  return g_object_ref (gdk_pixbuf_loader_get_pixbuf (loader));
}

static const guint8 *
get_pixel (GdkPixbuf *pixbuf,
           double     x,
           double     y)
{
  int column = (int) (x * gdk_pixbuf_get_width (pixbuf)), row = (int) (y * gdk_pixbuf_get_height (pixbuf));

  return gdk_pixbuf_read_pixels (pixbuf) + row * gdk_pixbuf_get_rowstride (pixbuf) +
         column * gdk_pixbuf_get_n_channels (pixbuf);
}

static GdkPixbuf *
filter (DemoClient *client,
        DemoPaint   paint,
        const char *rest)
{
  g_autoptr (JsonObject) data = ask (client, "picture-filter", NULL, parts_input (paint, rest));
  JsonObject *part = json_array_get_object_element (json_object_get_array_member (data, "parts"), 0);

  g_assert_cmpstr (json_object_get_string_member (part, "id"), ==, "return");
  return decode (json_object_get_object_member (json_object_get_object_member (part, "data"), "image"));
}

/* The left half is one segment and the right half the other; each mask is white there and black elsewhere. */
static void
test_segments_halves (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (200, 200, demo_paint_halves);
  g_autoptr (JsonObject) data = ask (client, "color-segments", NULL, demo_input_new (picture));
  JsonArray *regions = json_object_get_array_member (data, "regions");

  g_assert_cmpuint (json_array_get_length (regions), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      JsonObject *region = json_array_get_object_element (regions, i);
      JsonObject *info = json_object_get_object_member (region, "region_info");
      JsonObject *box = json_object_get_object_member (info, "bounding_box");
      JsonArray *concepts = json_object_get_array_member (json_object_get_object_member (region, "data"),
                                                          "concepts");
      const char *name = json_object_get_string_member (json_array_get_object_element (concepts, 0), "name");
      g_autoptr (GdkPixbuf) mask = decode (json_object_get_object_member (
        json_object_get_object_member (info, "mask"), "image"));
      gboolean black = g_str_equal (name, "Black");

      g_assert_true (black || g_str_equal (name, "White"));
      g_assert_cmpfloat (json_object_get_double_member (region, "value"), >, 0.9);
      g_assert_cmpfloat_with_epsilon (json_object_get_double_member (box, black ? "right_col" : "left_col"), 0.5,
                                      0.02);
      g_assert_cmpuint (get_pixel (mask, 0.25, 0.5)[0], ==, black ? 255 : 0);
      g_assert_cmpuint (get_pixel (mask, 0.75, 0.5)[0], ==, black ? 0 : 255);
    }
}

static void
read_signature (DemoClient *client,
                DemoPaint   paint,
                double     *vector)
{
  g_autoptr (GBytes) picture = demo_picture_new (160, 120, paint);
  g_autoptr (JsonObject) data = ask (client, "picture-signature", NULL, demo_input_new (picture));
  JsonObject *embedding = json_array_get_object_element (json_object_get_array_member (data, "embeddings"), 0);
  JsonArray *numbers = json_object_get_array_member (embedding, "vector");

  g_assert_cmpint (json_object_get_int_member (embedding, "num_dimensions"), ==, 64);
  g_assert_cmpuint (json_array_get_length (numbers), ==, 64);
  for (guint i = 0; i < 64; i++)
    vector[i] = json_array_get_double_element (numbers, i);
}

static double
multiply (const double *a,
          const double *b)
{
  double sum = 0;

  for (guint i = 0; i < 64; i++)
    sum += a[i] * b[i];

  return sum;
}

/* Pictures that are alike are near, others are not. */
static void
test_signature_near (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  double gray[64], disc[64], red[64];

  read_signature (client, demo_paint_gray, gray);
  read_signature (client, demo_paint_disc, disc);
  read_signature (client, demo_paint_red, red);
  g_assert_cmpfloat_with_epsilon (multiply (disc, disc), 1, 1e-6);
  g_assert_cmpfloat (multiply (disc, gray), >, multiply (disc, red));
}

static void
test_description (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (300, 200, demo_paint_red);
  g_autoptr (JsonObject) data = ask (client, "picture-description", NULL, demo_input_new (picture));
  g_autoptr (JsonObject) german = ask (client, "picture-description", "{\"language\":\"de\"}",
                                       demo_input_new (picture));

  g_assert_nonnull (strstr (get_text (data), "sent as 300 × 200 pixels"));
  g_assert_nonnull (strstr (get_text (data), "red tones"));
  g_assert_nonnull (strstr (get_text (data), "Red (100%)"));
  g_assert_nonnull (strstr (get_text (german), "Rottöne"));
}

static void
test_question (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (JsonObject) half = ask (client, "color-question", NULL,
                                     question_input (demo_paint_halves, "How much white, #ff0000 or Steel Blue?"));
  g_autoptr (JsonObject) nothing = ask (client, "color-question", NULL,
                                        question_input (demo_paint_halves, "What is this?"));

  g_assert_nonnull (strstr (get_text (half), "50.0% of the pixels are near White."));
  g_assert_nonnull (strstr (get_text (half), "0.0% of the pixels are near #ff0000."));
  g_assert_nonnull (strstr (get_text (half), "0.0% of the pixels are near SteelBlue."));
  g_assert_nonnull (strstr (get_text (nothing), "CSS names"));
}

static void
test_question_in_german (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (JsonObject) data = ask (client, "color-question", "{\"language\":\"de\"}",
                                     question_input (demo_paint_halves, "Wie viel black?"));

  g_assert_cmpstr (get_text (data), ==, "50,0\u00a0% der Pixel liegen nahe bei Black.");
}

static void
test_question_needs_both (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (20, 20, demo_paint_red);

  g_assert_cmpint (ask_in_vain (client, "color-question", NULL, words_input ("red?")), ==, 30104);
  g_assert_cmpint (ask_in_vain (client, "color-question", NULL, demo_input_new (picture)), ==, 30104);
}

static void
test_words_counted (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (JsonObject) data = ask (client, "word-count", NULL,
                                     words_input ("Zwei Bäume. It's a well-known fact... Is it?"));

  g_assert_cmpstr (get_text (data), ==, "Characters: 44\nWords: 8\nSentences: 3");
}

static void
test_filter_negative (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GdkPixbuf) result =
    filter (client, demo_paint_halves,
            ",{\"id\":\"effect\",\"data\":{\"string_value\":\"negative\"}}"
            ",{\"id\":\"strength\",\"data\":{\"float_value\":1}}"
            ",{\"id\":\"repeat\",\"data\":{\"int_value\":\"1\"}}");

  g_assert_cmpint (gdk_pixbuf_get_width (result), ==, 100);
  g_assert_cmpint (gdk_pixbuf_get_height (result), ==, 80);
  g_assert_cmpuint (get_pixel (result, 0.25, 0.5)[0], >, 250);
  g_assert_cmpuint (get_pixel (result, 0.75, 0.5)[0], <, 5);
}

static void
test_filter_gray_and_tint (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GdkPixbuf) gray = filter (client, demo_paint_red, ",{\"id\":\"gray\",\"data\":{\"bool_value\":true}}");
  g_autoptr (GdkPixbuf) dyed = filter (client, demo_paint_white,
                                       ",{\"id\":\"tint\",\"data\":{\"string_value\":\"#00ff00\"}}");
  const guint8 *pixel = get_pixel (gray, 0.5, 0.5);

  g_assert_cmpuint (pixel[0], ==, pixel[1]);
  g_assert_cmpuint (pixel[0], ==, pixel[2]);
  pixel = get_pixel (dyed, 0.5, 0.5);
  g_assert_cmpuint (pixel[0], <, 5);
  g_assert_cmpuint (pixel[1], >, 250);
}

/* Asked the old way, with the picture alone. */
static void
test_filter_without_arguments (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (60, 40, demo_paint_blue);
  g_autoptr (JsonObject) data = ask (client, "picture-filter", NULL, demo_input_new (picture));
  g_autoptr (GdkPixbuf) result = decode (json_object_get_object_member (data, "image"));

  g_assert_cmpint (gdk_pixbuf_get_width (result), ==, 60);
}

static void
test_filter_refuses (gconstpointer data)
{
  g_autoptr (DemoClient) client = demo_client_new ();

  g_assert_cmpint (ask_in_vain (client, "picture-filter", NULL, parts_input (demo_paint_red, data)), ==, 10020);
}

static void
test_select (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (40, 40, demo_paint_red);
  g_autoptr (JsonObject) data =
    ask (client, "picture-properties",
         "{\"select_concepts\":[{\"name\":\"dark\"},{\"id\":\"red-tones\"},{\"name\":\"zebra\"}]}",
         demo_input_new (picture));
  JsonArray *concepts = json_object_get_array_member (data, "concepts");

  g_assert_cmpuint (json_array_get_length (concepts), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (concepts, 0), "id"), ==,
                   "red-tones");
}

static void
test_select_nothing_known (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (40, 40, demo_paint_red);

  g_assert_cmpint (ask_in_vain (client, "picture-properties", "{\"select_concepts\":[{\"name\":\"zebra\"}]}",
                                demo_input_new (picture)), ==, 21202);
  g_assert_cmpint (ask_in_vain (client, "picture-properties", "{\"select_concepts\":[7]}",
                                demo_input_new (picture)), ==, 11100);
}

/* The same concepts by other names. */
static void
test_german (void)
{
  g_autoptr (DemoClient) client = demo_client_new ();
  g_autoptr (GBytes) picture = demo_picture_new (40, 40, demo_paint_red);
  g_autoptr (JsonObject) english = ask (client, "picture-properties", NULL, demo_input_new (picture));
  g_autoptr (JsonObject) german = ask (client, "picture-properties", "{\"language\":\"de\"}",
                                       demo_input_new (picture));
  g_autoptr (JsonObject) other = ask (client, "picture-properties", "{\"language\":\"ja\"}",
                                      demo_input_new (picture));
  JsonArray *names = json_object_get_array_member (english, "concepts");
  JsonArray *german_names = json_object_get_array_member (german, "concepts");

  g_assert_cmpuint (json_array_get_length (names), ==, json_array_get_length (german_names));
  for (guint i = 0; i < json_array_get_length (names); i++)
    {
      JsonObject *concept = json_array_get_object_element (names, i);
      JsonObject *named = json_array_get_object_element (german_names, i);

      g_assert_cmpstr (json_object_get_string_member (concept, "id"), ==,
                       json_object_get_string_member (named, "id"));
      g_assert_cmpstr (json_object_get_string_member (concept, "name"), !=,
                       json_object_get_string_member (named, "name"));
      g_assert_cmpstr (json_object_get_string_member (named, "language"), ==, "de");
    }
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (
                     json_object_get_array_member (other, "concepts"), 0), "name"), ==,
                   json_object_get_string_member (json_array_get_object_element (names, 0), "name"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/demo/segments/halves", test_segments_halves);
  g_test_add_func ("/demo/signature/near", test_signature_near);
  g_test_add_func ("/demo/description", test_description);
  g_test_add_func ("/demo/question/answered", test_question);
  g_test_add_func ("/demo/question/in-german", test_question_in_german);
  g_test_add_func ("/demo/question/needs-both", test_question_needs_both);
  g_test_add_func ("/demo/words-counted", test_words_counted);
  g_test_add_func ("/demo/filter/negative", test_filter_negative);
  g_test_add_func ("/demo/filter/gray-and-tint", test_filter_gray_and_tint);
  g_test_add_func ("/demo/filter/without-arguments", test_filter_without_arguments);
  g_test_add_data_func ("/demo/filter/refuses/a-choice-that-is-none",
                        ",{\"id\":\"effect\",\"data\":{\"string_value\":\"sparkle\"}}", test_filter_refuses);
  g_test_add_data_func ("/demo/filter/refuses/a-number-out-of-range",
                        ",{\"id\":\"strength\",\"data\":{\"float_value\":1.5}}", test_filter_refuses);
  g_test_add_data_func ("/demo/filter/refuses/words-for-a-number",
                        ",{\"id\":\"repeat\",\"data\":{\"int_value\":\"many\"}}", test_filter_refuses);
  g_test_add_data_func ("/demo/filter/refuses/a-number-for-a-switch",
                        ",{\"id\":\"gray\",\"data\":{\"bool_value\":1}}", test_filter_refuses);
  g_test_add_func ("/demo/select/some", test_select);
  g_test_add_func ("/demo/select/nothing-known", test_select_nothing_known);
  g_test_add_func ("/demo/german", test_german);

  return g_test_run ();
}
