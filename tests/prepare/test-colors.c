/* test-colors.c – colours, transparency and metadata of prepared pictures
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not covered here: profiles of inks and of devices with tables; lcms has tests of its own for what it makes
 * of them.
 */
#include "config.h"

#include <lcms2.h>
#include <math.h>
#include <string.h>

#include "prepare-fixture.h"

#define CANARY "canary-in-the-metadata"

static const cmsCIExyY white = { 0.3127, 0.3290, 1 };

static void
save_profile (cmsHPROFILE profile,
              const char *name)
{
  g_autofree char *path = fixture_path (name);

  g_assert_true (cmsSaveProfileToFile (profile, path));
  cmsCloseProfile (profile);
}

static void
write_rgb_profile (const char            *name,
                   const cmsCIExyYTRIPLE *primaries)
{
  /* The curve of sRGB (IEC 61966-2-1) */
  cmsFloat64Number curve[] = { 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045 };
  cmsToneCurve *tone = cmsBuildParametricToneCurve (NULL, 4, curve);
  cmsToneCurve *tones[] = { tone, tone, tone };

  save_profile (cmsCreateRGBProfile (&white, primaries, tones), name);
  cmsFreeToneCurve (tone);
}

/* What is red in the file is green to the eye. */
static void
write_swapped_profile (void)
{
  cmsCIExyYTRIPLE primaries = { { 0.30, 0.60, 1 }, { 0.64, 0.33, 1 }, { 0.15, 0.06, 1 } };

  write_rgb_profile ("swapped.icc", &primaries);
}

static double
to_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static guint
to_srgb (double value)
{
  value = value <= 0.0031308 ? value * 12.92 : 1.055 * pow (value, 1 / 2.4) - 0.055;
  return (guint) (CLAMP (value, 0, 1) * 255 + 0.5);
}

static void
test_wide_gamut (void)
{
  /* From the primaries of Display P3 to those of sRGB, both with a white of D65. */
  static const double matrix[3][3] = { { 1.2249402, -0.2249402, 0 },
                                       { -0.0420570, 1.0420570, 0 },
                                       { -0.0196376, -0.0786361, 1.0982736 } };
  cmsCIExyYTRIPLE primaries = { { 0.680, 0.320, 1 }, { 0.265, 0.690, 1 }, { 0.150, 0.060, 1 } };
  double p3[] = { to_linear (180 / 255.0), to_linear (120 / 255.0), to_linear (90 / 255.0) };
  guint want = 0;
  g_autofree char *drawn = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  write_rgb_profile ("p3.icc", &primaries);
  drawn =
    fixture_run ("convert", "-size", "64x64", "xc:rgb(180,120,90)", "-profile", "p3.icc", "wide.png", NULL);
  pixbuf = prepare_pixels ("wide.png", SURMISE_PREPARE_EDGE);
  for (int i = 0; i < 3; i++)
    want = want << 8 | to_srgb (matrix[i][0] * p3[0] + matrix[i][1] * p3[1] + matrix[i][2] * p3[2]);
  g_assert_cmphex (want, !=, 0xb4785a);
  assert_pixel (pixbuf, 32, 32, want, 3);
}

static void
test_profile (gconstpointer data)
{
  const char *kind = data;
  g_autofree char *name = g_strdup_printf ("profile.%s", kind);
  g_autofree char *drawn = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  write_swapped_profile ();
  drawn =
    fixture_run ("convert", "-size", "64x64", "xc:red", "-profile", "swapped.icc", "profile.tiff", NULL);
  /* Of these tools only vips passes the profile on to every kind. */
  if (strcmp (kind, "tiff") != 0)
    written = fixture_run ("vips", "copy", "profile.tiff", name, NULL);
  pixbuf = prepare_pixels (name, SURMISE_PREPARE_EDGE);
  assert_pixel (pixbuf, 32, 32, 0x00ff00, 24);
}

static void
test_profile_when_scaled (void)
{
  g_autofree char *drawn = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  write_swapped_profile ();
  drawn =
    fixture_run ("convert", "-size", "2400x1800", "xc:red", "-profile", "swapped.icc", "large.jpg", NULL);
  pixbuf = prepare_pixels ("large.jpg", 512);
  assert_pixel (pixbuf, 256, 192, 0x00ff00, 8);
}

static void
test_gray_profile (void)
{
  cmsToneCurve *linear = cmsBuildGamma (NULL, 1);
  g_autofree char *drawn = NULL;
  g_autofree char *tagged = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  save_profile (cmsCreateGrayProfile (&white, linear), "gray.icc");
  cmsFreeToneCurve (linear);
  drawn = fixture_run ("convert", "-size", "64x64", "xc:gray(25%)", "-colorspace", "Gray", "-strip",
                       "gray.jpg", NULL);
  tagged =
    fixture_run ("exiftool", "-q", "-q", "-overwrite_original", "-icc_profile<=gray.icc", "gray.jpg", NULL);
  pixbuf = prepare_pixels ("gray.jpg", SURMISE_PREPARE_EDGE);
  assert_pixel (pixbuf, 32, 32, 0x898989, 4);
}

static void
test_broken_profile_is_ignored (void)
{
  g_autofree char *drawn = NULL;
  g_autofree char *tagged = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  gsize length;
  char *profile;

  write_swapped_profile ();
  drawn = fixture_run ("convert", "-size", "64x64", "xc:red", "-strip", "broken.jpg", NULL);
  tagged = fixture_run ("exiftool", "-q", "-q", "-overwrite_original", "-icc_profile<=swapped.icc",
                        "broken.jpg", NULL);
  bytes = fixture_read ("broken.jpg");
  length = g_bytes_get_size (bytes);
  copy = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
  profile = memmem (copy, length, "ICC_PROFILE", 11);
  g_assert_nonnull (profile);
  memset (profile + 14 + 100, 0xff, 200); /* the list of its tags */
  fixture_write ("broken.jpg", copy, length);
  pixbuf = prepare_pixels ("broken.jpg", SURMISE_PREPARE_EDGE);
  assert_pixel (pixbuf, 32, 32, 0xff0000, 8);
}

static void
test_inks (void)
{
  g_autofree char *drawn = fixture_run ("convert", "-size", "64x64", "xc:rgb(200,100,50)", "-colorspace",
                                        "CMYK", "-quality", "97", "inks.jpg", NULL);
  g_autoptr (GdkPixbuf) pixbuf = prepare_pixels ("inks.jpg", SURMISE_PREPARE_EDGE);

  assert_pixel (pixbuf, 32, 32, 0xc86432, 12);
}

static void
test_sixteen_bits (void)
{
  g_autofree char *drawn = fixture_run ("convert", "-size", "64x64", "xc:rgb(200,100,50)", "-depth", "16",
                                        "-define", "png:bit-depth=16", "deep.png", NULL);
  g_autoptr (GdkPixbuf) pixbuf = prepare_pixels ("deep.png", SURMISE_PREPARE_EDGE);

  assert_pixel (pixbuf, 32, 32, 0xc86432, 6);
}

static void
test_alpha (gconstpointer data)
{
  const char *name = data;
  g_autofree char *drawn = fixture_run ("convert", "-size", "64x64", "xc:rgba(255,0,0,0.5)", "-fill", "none",
                                        "-draw", "color 0,0 point", "alpha.png", NULL);
  g_autofree char *written = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  if (g_str_has_suffix (name, ".tiff"))
    written = fixture_run ("convert", "alpha.png", "-define",
                           g_str_has_prefix (name, "associated") ? "tiff:alpha=associated"
                                                                 : "tiff:alpha=unassociated",
                           name, NULL);
  else if (strcmp (name, "alpha.png") != 0)
    written = fixture_run ("vips", "copy", "alpha.png", name, NULL);
  pixbuf = prepare_pixels (name, SURMISE_PREPARE_EDGE);
  g_assert_cmpint (gdk_pixbuf_get_n_channels (pixbuf), ==, 3);
  assert_pixel (pixbuf, 40, 40, 0xff8080, 12);
}

static void
test_clear_is_white (void)
{
  g_autofree char *drawn =
    fixture_run ("convert", "-size", "640x480", "xc:rgba(0,0,0,0)", "PNG32:clear.png", NULL);
  g_autoptr (GdkPixbuf) whole = prepare_pixels ("clear.png", SURMISE_PREPARE_EDGE);
  g_autoptr (GdkPixbuf) scaled = prepare_pixels ("clear.png", 100);

  assert_pixel (whole, 320, 240, 0xffffff, 1);
  assert_pixel (scaled, 50, 37, 0xffffff, 1);
}

static void
write_metadata (const char *name)
{
  g_autofree char *drawn =
    fixture_run ("convert", "-size", "1600x1200", "gradient:red-blue", "-strip", name, NULL);
  g_autofree char *thumbnail = fixture_run ("convert", "-size", "64x48", "xc:red", "-strip", "-set",
                                            "comment", CANARY, "thumbnail.jpg", NULL);
  g_autofree char *tagged =
    fixture_run ("exiftool", "-q", "-q", "-m", "-overwrite_original", "-GPSLatitude=48.2",
                 "-GPSLatitudeRef=N", "-EXIF:Artist=" CANARY, "-EXIF:UserComment=" CANARY,
                 "-XMP-dc:Creator=" CANARY, "-IPTC:Keywords=" CANARY, "-Comment=" CANARY,
                 "-ThumbnailImage<=thumbnail.jpg", name, NULL);
}

static void
test_metadata (gconstpointer data)
{
  static const char *const groups[] = { "[GPS]",       "[IFD0]",  "[ExifIFD]", "[IFD1]", "[IPTC]",
                                        "[Photoshop]", "Comment", "[XMP",      "[ICC",   "Thumbnail" };
  const char *name = data;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SurmisePrepared) prepared = NULL;
  gsize length;
  gconstpointer jpeg;

  write_metadata (name);
  before = fixture_run ("exiftool", "-G1", "-s", name, NULL);
  bytes = fixture_read (name);
  g_assert_nonnull (strstr (before, "[GPS]"));
  g_assert_nonnull (strstr (before, "[XMP-dc]"));
  g_assert_true (fixture_contains (bytes, CANARY));

  prepared = prepare_file (name, SURMISE_PREPARE_EDGE);
  jpeg = g_bytes_get_data (surmise_prepared_get_jpeg (prepared), &length);
  fixture_write ("clean.jpg", jpeg, length);
  after = fixture_run ("exiftool", "-G1", "-s", "-ee", "clean.jpg", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    g_assert_null (strstr (after, groups[i]));
  g_assert_false (fixture_contains (surmise_prepared_get_jpeg (prepared), CANARY));
  g_assert_false (fixture_contains (surmise_prepared_get_jpeg (prepared), "Exif"));
}

static void
test_profile_is_not_passed_on (void)
{
  g_autofree char *drawn = NULL;
  g_autoptr (SurmisePrepared) prepared = NULL;

  write_swapped_profile ();
  drawn = fixture_run ("convert", "-size", "64x64", "xc:red", "-profile", "swapped.icc", "tagged.jpg", NULL);
  prepared = prepare_file ("tagged.jpg", SURMISE_PREPARE_EDGE);
  g_assert_false (fixture_contains (surmise_prepared_get_jpeg (prepared), "ICC_PROFILE"));
}

int
main (int    argc,
      char **argv)
{
  fixture_begin (&argc, &argv);
  g_test_add_func ("/prepare/color/wide-gamut", test_wide_gamut);
  g_test_add_data_func ("/prepare/color/profile/jpeg", "jpg", test_profile);
  g_test_add_data_func ("/prepare/color/profile/png", "png", test_profile);
  g_test_add_data_func ("/prepare/color/profile/tiff", "tiff", test_profile);
  g_test_add_data_func ("/prepare/color/profile/webp", "webp", test_profile);
  g_test_add_data_func ("/prepare/color/profile/heic", "heic", test_profile);
  g_test_add_data_func ("/prepare/color/profile/avif", "avif", test_profile);
  g_test_add_func ("/prepare/color/profile/scaled", test_profile_when_scaled);
  g_test_add_func ("/prepare/color/profile/gray", test_gray_profile);
  g_test_add_func ("/prepare/color/profile/broken", test_broken_profile_is_ignored);
  g_test_add_func ("/prepare/color/inks", test_inks);
  g_test_add_func ("/prepare/color/sixteen-bits", test_sixteen_bits);
  g_test_add_data_func ("/prepare/alpha/png", "alpha.png", test_alpha);
  g_test_add_data_func ("/prepare/alpha/webp", "alpha.webp", test_alpha);
  g_test_add_data_func ("/prepare/alpha/avif", "alpha.avif", test_alpha);
  g_test_add_data_func ("/prepare/alpha/heic", "alpha.heic", test_alpha);
  g_test_add_data_func ("/prepare/alpha/tiff", "alpha.tiff", test_alpha);
  g_test_add_data_func ("/prepare/alpha/tiff-associated", "associated.tiff", test_alpha);
  g_test_add_func ("/prepare/alpha/clear-is-white", test_clear_is_white);
  g_test_add_data_func ("/prepare/metadata/jpeg", "private.jpg", test_metadata);
  g_test_add_data_func ("/prepare/metadata/png", "private.png", test_metadata);
  g_test_add_data_func ("/prepare/metadata/webp", "private.webp", test_metadata);
  g_test_add_data_func ("/prepare/metadata/tiff", "private.tiff", test_metadata);
  g_test_add_func ("/prepare/metadata/profile", test_profile_is_not_passed_on);
  return fixture_end (g_test_run ());
}
