/* test-pictures.c – what comes out of good pictures
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not covered here: colours and metadata (test-colors.c), files that are not good (test-hostile.c).
 */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "prepare-fixture.h"

#define RED    0xff0000
#define GREEN  0x00ff00
#define BLUE   0x0000ff
#define YELLOW 0xffff00

static const char *const kinds[] = { "jpg", "png", "webp", "gif", "tiff", "bmp", "heic", "avif" };

/* 60 × 40, a colour in each quarter: red and green above, blue and yellow below. */
static void
draw_quarters (const char *name)
{
  g_autofree char *output =
    fixture_run ("convert", "-size", "60x40", "xc:red", "-fill", "lime", "-draw", "rectangle 30,0 59,19",
                 "-fill", "blue", "-draw", "rectangle 0,20 29,39", "-fill", "yellow", "-draw",
                 "rectangle 30,20 59,39", "-quality", "97", name, NULL);
}

static void
assert_quarters (GdkPixbuf *pixbuf)
{
  int right = gdk_pixbuf_get_width (pixbuf) - 6;
  int bottom = gdk_pixbuf_get_height (pixbuf) - 6;

  assert_pixel (pixbuf, 5, 5, RED, 24);
  assert_pixel (pixbuf, right, 5, GREEN, 24);
  assert_pixel (pixbuf, 5, bottom, BLUE, 24);
  assert_pixel (pixbuf, right, bottom, YELLOW, 24);
}

static void
test_kind (gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("quarters.%s", (const char *) data);
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  draw_quarters (name);
  pixbuf = prepare_pixels (name, SURMISE_PREPARE_EDGE);
  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, 60);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, 40);
  assert_quarters (pixbuf);
}

static void
test_is_jpeg (void)
{
  g_autoptr (SurmisePrepared) prepared = NULL;
  gsize length;
  const guchar *bytes;

  draw_quarters ("plain.png");
  prepared = prepare_file ("plain.png", SURMISE_PREPARE_EDGE);
  bytes = g_bytes_get_data (surmise_prepared_get_jpeg (prepared), &length);
  g_assert_cmpmem (bytes, 3, "\377\330\377", 3);
  g_assert_cmpmem (bytes + length - 2, 2, "\377\331", 2);
}

static void
test_name_does_not_matter (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  gsize length;
  gconstpointer data;

  draw_quarters ("true.webp");
  bytes = fixture_read ("true.webp");
  data = g_bytes_get_data (bytes, &length);
  fixture_write ("false.svg", data, length);
  pixbuf = prepare_pixels ("false.svg", SURMISE_PREPARE_EDGE);
  assert_quarters (pixbuf);
}

static void
test_orientation (gconstpointer data)
{
  const char *kind = data;

  for (int orientation = 1; orientation <= 8; orientation++)
    {
      /* Drawn so that it is upright after what its orientation asks for; each of these undoes one of the
       * eight. */
      static const char *const undo[] = { NULL, "-rotate 0", "-flop", "-rotate 180", "-flip", "-transpose",
                                          "-rotate 270", "-transverse", "-rotate 90" };
      g_auto (GStrv) words = g_strsplit (undo[orientation], " ", 2);
      g_autofree char *name = g_strdup_printf ("turned-%d.%s", orientation, kind);
      g_autofree char *tag = g_strdup_printf ("-Orientation=%d", orientation);
      g_autofree char *drawn = NULL;
      g_autofree char *tagged = NULL;
      g_autoptr (SurmisePrepared) prepared = NULL;
      g_autoptr (GdkPixbuf) pixbuf = NULL;

      draw_quarters ("upright.png");
      drawn = fixture_run ("convert", "upright.png", words[0], words[1] != NULL ? words[1] : "+repage",
                           words[1] != NULL ? "+repage" : "-strip", "-strip", "-quality", "97", name, NULL);
      tagged = fixture_run ("exiftool", "-q", "-q", "-overwrite_original", "-n", tag, name, NULL);
      prepared = prepare_file (name, SURMISE_PREPARE_EDGE);
      pixbuf = prepare_pixels (name, SURMISE_PREPARE_EDGE);
      g_test_message ("%s", name);
      g_assert_cmpint (surmise_prepared_get_width (prepared), ==, 60);
      g_assert_cmpint (surmise_prepared_get_height (prepared), ==, 40);
      g_assert_cmpint (surmise_prepared_get_full_width (prepared), ==, 60);
      g_assert_cmpint (surmise_prepared_get_full_height (prepared), ==, 40);
      g_assert_cmpint (surmise_prepared_get_turned (prepared), ==, orientation != 1);
      assert_quarters (pixbuf);
    }
}

/* No tool here writes a rotation into a HEIC file, so the box that tells the depth of colours becomes it. */
static void
test_heic_rotation (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (SurmisePrepared) prepared = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  gsize length;
  char *box;

  draw_quarters ("rotated.heic");
  bytes = fixture_read ("rotated.heic");
  copy = g_memdup2 (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));
  length = g_bytes_get_size (bytes);
  box = memmem (copy, length, "pixi", 4);
  g_assert_nonnull (box);
  memcpy (box, "irot\001", 5); /* a quarter against the clock */
  fixture_write ("rotated.heic", copy, length);

  prepared = prepare_file ("rotated.heic", SURMISE_PREPARE_EDGE);
  pixbuf = prepare_pixels ("rotated.heic", SURMISE_PREPARE_EDGE);
  g_assert_true (surmise_prepared_get_turned (prepared));
  g_assert_cmpint (surmise_prepared_get_full_width (prepared), ==, 40);
  g_assert_cmpint (surmise_prepared_get_full_height (prepared), ==, 60);
  assert_pixel (pixbuf, 5, 5, GREEN, 24);
  assert_pixel (pixbuf, 34, 54, BLUE, 24);
}

static void
check_size (int         full_width,
            int         full_height,
            const char *name,
            guint       max_edge,
            int         width,
            int         height)
{
  g_autofree char *across = g_strdup_printf ("%d", full_width);
  g_autofree char *down = g_strdup_printf ("%d", full_height);
  g_autofree char *output = fixture_run ("vips", "black", name, across, down, "--bands", "3", NULL);
  g_autoptr (SurmisePrepared) prepared = prepare_file (name, max_edge);

  g_test_message ("%d × %d at %u", full_width, full_height, max_edge);
  g_assert_cmpint (surmise_prepared_get_width (prepared), ==, width);
  g_assert_cmpint (surmise_prepared_get_height (prepared), ==, height);
  g_assert_cmpint (surmise_prepared_get_full_width (prepared), ==, full_width);
  g_assert_cmpint (surmise_prepared_get_full_height (prepared), ==, full_height);
}

static void
test_size (void)
{
  check_size (3000, 2000, "size.jpg", 1024, 1024, 683);
  check_size (2000, 3000, "size.jpg", 1024, 683, 1024);
  check_size (3000, 2000, "size.png", 1024, 1024, 683);
  check_size (8193, 8192, "size.jpg", 1024, 1024, 1024);
  check_size (1025, 1025, "size.jpg", 1024, 1024, 1024);
  check_size (2047, 1001, "size.jpg", 1024, 1024, 501);
  check_size (5000, 2, "size.png", 1000, 1000, 1);
  check_size (2, 5000, "size.jpg", 1000, 1, 1000);
  check_size (65000, 100, "size.jpg", 1024, 1024, 2);
  check_size (100000, 100, "size.png", 1024, 1024, 1);
}

static void
test_never_grows (void)
{
  check_size (1024, 5, "small.png", 1024, 1024, 5);
  check_size (1, 1, "small.png", 1024, 1, 1);
  check_size (37, 91, "small.jpg", 1024, 37, 91);
}

static void
test_original_size (void)
{
  check_size (2501, 1701, "whole.jpg", 0, 2501, 1701);
  check_size (2501, 1701, "whole.png", 0, 2501, 1701);
}

static void
test_scaled_is_the_mean (void)
{
  g_autofree char *output = fixture_run ("convert", "-size", "300x200", "pattern:gray50", "mean.png", NULL);
  g_autoptr (GdkPixbuf) pixbuf = prepare_pixels ("mean.png", 75);

  for (int x = 0; x < 75; x += 9)
    assert_pixel (pixbuf, x, x / 2, 0x808080, 4);
}

static void
test_scaled_keeps_places (void)
{
  g_autofree char *output = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  draw_quarters ("places.png");
  output = fixture_run ("convert", "places.png", "-scale", "3100x2100!", "places.jpg", NULL);
  pixbuf = prepare_pixels ("places.jpg", 1024);
  assert_quarters (pixbuf);
}

static void
test_first_frame (gconstpointer data)
{
  const char *name = data;
  g_autofree char *drawn = fixture_run ("convert", "-delay", "10", "-size", "60x40", "xc:red", "xc:lime",
                                        "xc:blue", "frames.gif", NULL);
  g_autofree char *output = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  if (g_str_has_suffix (name, ".webp"))
    output = fixture_run ("vips", "webpsave", "frames.gif[n=-1]", name, "--lossless", NULL);
  pixbuf = prepare_pixels (name, SURMISE_PREPARE_EDGE);
  g_assert_cmpint (gdk_pixbuf_get_height (pixbuf), ==, 40);
  assert_pixel (pixbuf, 30, 20, RED, 8);
}

static void
test_small_first_frame (void)
{
  g_autofree char *drawn =
    fixture_run ("convert", "-size", "60x40", "xc:none", "-page", "+20+10", "-size", "20x20", "xc:red",
                 "-delete", "0", "-page", "60x40+20+10", "part.gif", NULL);
  g_autoptr (GdkPixbuf) pixbuf = prepare_pixels ("part.gif", SURMISE_PREPARE_EDGE);

  g_assert_cmpint (gdk_pixbuf_get_width (pixbuf), ==, 60);
  assert_pixel (pixbuf, 30, 20, RED, 24);
  assert_pixel (pixbuf, 3, 3, 0xffffff, 24);
}

static void
test_interlaced (void)
{
  g_autofree char *jpeg = NULL;
  g_autofree char *png = NULL;
  g_autoptr (GdkPixbuf) from_jpeg = NULL;
  g_autoptr (GdkPixbuf) from_png = NULL;

  draw_quarters ("plain.png");
  jpeg =
    fixture_run ("convert", "plain.png", "-scale", "600x400", "-interlace", "JPEG", "interlaced.jpg", NULL);
  png =
    fixture_run ("convert", "plain.png", "-scale", "600x400", "-interlace", "PNG", "interlaced.png", NULL);
  from_jpeg = prepare_pixels ("interlaced.jpg", 100);
  from_png = prepare_pixels ("interlaced.png", 100);
  assert_quarters (from_jpeg);
  assert_quarters (from_png);
}

static void
test_position_is_kept (void)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SurmisePrepared) prepared = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  gconstpointer data;
  int fd;

  draw_quarters ("plain.png");
  bytes = fixture_read ("plain.png");
  data = g_bytes_get_data (bytes, &length);
  fd = fixture_open_bytes (data, length);
  prepared = surmise_prepare (fd, SURMISE_PREPARE_EDGE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (lseek (fd, 0, SEEK_CUR), ==, (off_t) length);
  close (fd);
}

static void
test_mime_types (void)
{
  g_auto (GStrv) types = surmise_prepare_list_mime_types ();
  static const char *const want[] = { "image/jpeg", "image/png", "image/webp", "image/gif",
                                      "image/tiff", "image/bmp", "image/heic", "image/avif" };

  g_assert_cmpuint (g_strv_length (types), ==, G_N_ELEMENTS (want));
  for (guint i = 0; i < G_N_ELEMENTS (want); i++)
    g_assert_true (g_strv_contains ((const char *const *) types, want[i]));
}

int
main (int    argc,
      char **argv)
{
  fixture_begin (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strdup_printf ("/prepare/kind/%s", kinds[i]);

      g_test_add_data_func (path, kinds[i], test_kind);
    }
  g_test_add_func ("/prepare/is-jpeg", test_is_jpeg);
  g_test_add_func ("/prepare/name-does-not-matter", test_name_does_not_matter);
  g_test_add_data_func ("/prepare/orientation/jpeg", "jpg", test_orientation);
  g_test_add_data_func ("/prepare/orientation/png", "png", test_orientation);
  g_test_add_data_func ("/prepare/orientation/tiff", "tiff", test_orientation);
  g_test_add_data_func ("/prepare/orientation/webp", "webp", test_orientation);
  g_test_add_func ("/prepare/orientation/heic-rotation", test_heic_rotation);
  g_test_add_func ("/prepare/size/exact", test_size);
  g_test_add_func ("/prepare/size/never-grows", test_never_grows);
  g_test_add_func ("/prepare/size/original", test_original_size);
  g_test_add_func ("/prepare/size/scaled-is-the-mean", test_scaled_is_the_mean);
  g_test_add_func ("/prepare/size/scaled-keeps-places", test_scaled_keeps_places);
  g_test_add_data_func ("/prepare/first-frame/gif", "frames.gif", test_first_frame);
  g_test_add_data_func ("/prepare/first-frame/webp", "frames.webp", test_first_frame);
  g_test_add_func ("/prepare/first-frame/smaller-than-canvas", test_small_first_frame);
  g_test_add_func ("/prepare/interlaced", test_interlaced);
  g_test_add_func ("/prepare/position-is-kept", test_position_is_kept);
  g_test_add_func ("/prepare/mime-types", test_mime_types);
  return fixture_end (g_test_run ());
}
