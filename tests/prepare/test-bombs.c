/* test-bombs.c – small files that claim to be large pictures
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not covered here: files that are damaged or no pictures at all (test-hostile.c).
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "prepare-fixture.h"

/* Far below what any of the bombs would take, far above what reading a header does. */
#define MAX_KILOBYTES (24 * 1024)
#define MAX_SECONDS   2

static gint64
read_status (const char *field)
{
  g_autofree char *status = NULL;
  const char *at;

  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  at = strstr (status, field);
  g_assert_nonnull (at);
  return g_ascii_strtoll (at + strlen (field), NULL, 10);
}

/* Refused, and neither time nor memory was spent on it. */
static void
assert_defused (const void *bytes,
                gsize       length,
                int         code)
{
  FILE *refs = fopen ("/proc/self/clear_refs", "we");
  gint64 start = g_get_monotonic_time ();
  gint64 before;

  g_assert_nonnull (refs);
  g_assert_cmpint (fputs ("5", refs), >=, 0); /* forgets the highest use so far */
  g_assert_cmpint (fclose (refs), ==, 0);
  before = read_status ("VmRSS:");
  assert_refused_bytes (bytes, length, code);
  g_assert_cmpint (g_get_monotonic_time () - start, <, MAX_SECONDS * G_USEC_PER_SEC);
  g_assert_cmpint (read_status ("VmHWM:") - before, <, MAX_KILOBYTES);
}

static void
append (GByteArray *bytes,
        const void *data,
        guint       length)
{
  g_byte_array_append (bytes, data, length);
}

static void
append_be32 (GByteArray *bytes,
             guint32     value)
{
  value = GUINT32_TO_BE (value);
  append (bytes, &value, 4);
}

static void
append_le32 (GByteArray *bytes,
             guint32     value)
{
  value = GUINT32_TO_LE (value);
  append (bytes, &value, 4);
}

static void
append_le16 (GByteArray *bytes,
             guint16     value)
{
  value = GUINT16_TO_LE (value);
  append (bytes, &value, 2);
}

static guint32
get_crc (const guint8 *bytes,
         gsize         length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= bytes[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ (0xedb88320 & (0u - (crc & 1)));
    }
  return ~crc;
}

static void
append_png_chunk (GByteArray   *bytes,
                  const char   *type,
                  const guint8 *data,
                  guint         length)
{
  guint start = bytes->len + 4;

  append_be32 (bytes, length);
  append (bytes, type, 4);
  append (bytes, data, length);
  append_be32 (bytes, get_crc (bytes->data + start, bytes->len - start));
}

static GByteArray *
make_png (guint32 width,
          guint32 height)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GByteArray) head = g_byte_array_new ();
  g_autofree guint8 *nothing = g_malloc0 (60000);

  append (bytes, "\211PNG\r\n\032\n", 8);
  append_be32 (head, width);
  append_be32 (head, height);
  append (head, "\010\002\0\0\0", 5);
  append_png_chunk (bytes, "IHDR", head->data, head->len);
  append_png_chunk (bytes, "IDAT", nothing, 60000);
  append_png_chunk (bytes, "IEND", nothing, 0);
  return bytes;
}

static void
test_png (void)
{
  g_autoptr (GByteArray) square = make_png (65535, 65535);
  g_autoptr (GByteArray) line = make_png (0x7fffffff, 1);
  g_autoptr (GByteArray) negative = make_png (0xffffffff, 0xffffffff);

  assert_defused (square->data, square->len, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS);
  assert_defused (line->data, line->len, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS);
  assert_defused (negative->data, negative->len, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS);
}

static void
test_just_too_large (void)
{
  g_autoptr (GByteArray) above = make_png (8501, 10000);
  g_autoptr (GByteArray) at = make_png (8500, 10000);

  assert_defused (above->data, above->len, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS);
  /* As large as allowed, and so its emptiness is found out. */
  assert_refused_bytes (at->data, at->len, SURMISE_PREPARE_ERROR_BROKEN);
}

static void
append_tiff_field (GByteArray *bytes,
                   guint16     tag,
                   guint32     value)
{
  append_le16 (bytes, tag);
  append_le16 (bytes, 4);
  append_le32 (bytes, 1);
  append_le32 (bytes, value);
}

static GByteArray *
make_tiff (guint32 width,
           guint32 height,
           guint32 tile)
{
  GByteArray *bytes = g_byte_array_new ();

  append (bytes, "II*\0", 4);
  append_le32 (bytes, 8);
  append_le16 (bytes, tile > 0 ? 9 : 7);
  append_tiff_field (bytes, 256, width);
  append_tiff_field (bytes, 257, height);
  append_tiff_field (bytes, 258, 1);     /* bits */
  append_tiff_field (bytes, 259, 32773); /* packed */
  append_tiff_field (bytes, 262, 1);     /* black is zero */
  append_tiff_field (bytes, tile > 0 ? 324 : 273, 8);
  if (tile > 0)
    {
      append_tiff_field (bytes, 322, tile);
      append_tiff_field (bytes, 323, tile);
    }
  append_tiff_field (bytes, tile > 0 ? 325 : 279, 100);
  append_le32 (bytes, 0);
  g_byte_array_set_size (bytes, bytes->len + 200);
  return bytes;
}

static void
test_tiff (void)
{
  g_autoptr (GByteArray) bytes = make_tiff (30000, 30000, 0);
  g_autoptr (GByteArray) tiled = make_tiff (100, 100, 65520);

  assert_defused (bytes->data, bytes->len, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS);
  assert_defused (tiled->data, tiled->len, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS);
}

static GByteArray *
make_gif (guint16 width,
          guint16 height,
          guint   frames)
{
  GByteArray *bytes = g_byte_array_new ();

  append (bytes, "GIF89a", 6);
  append_le16 (bytes, width);
  append_le16 (bytes, height);
  append (bytes, "\200\0\0\377\0\0\0\0\377", 9); /* red and blue */
  for (guint i = 0; i < frames; i++)
    {
      append (bytes, "!\371\004\0\001\0\0\0,\0\0\0\0\001\0\001\0\0", 18);
      /* One pixel: the first frame's is red, the others' are blue. */
      append (bytes, i == 0 ? "\002\002D\001\0" : "\002\002L\001\0", 5);
    }
  append (bytes, ";", 1);
  return bytes;
}

static void
test_gif (void)
{
  g_autoptr (GByteArray) canvas = make_gif (65535, 65535, 1);

  assert_defused (canvas->data, canvas->len, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS);
}

static void
test_gif_of_many_frames (void)
{
  g_autoptr (GByteArray) bytes = make_gif (4000, 4000, 10000);
  g_autoptr (SurmisePrepared) prepared = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  prepared = prepare_bytes (bytes->data, bytes->len, &error);
  g_assert_no_error (error);
  g_assert_cmpint (surmise_prepared_get_full_width (prepared), ==, 4000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 4 * G_USEC_PER_SEC);
}

static void
test_gif_behind_the_first_frame (void)
{
  g_autoptr (GByteArray) bytes = make_gif (100, 100, 1);
  g_autoptr (SurmisePrepared) prepared = NULL;
  g_autoptr (GError) error = NULL;

  /* In place of the end a frame of sizes and codes that no decoder takes. */
  g_byte_array_set_size (bytes, bytes->len - 1);
  append (bytes, ",\377\377\377\377\377\377\377\377\0\377\377\377", 13);
  prepared = prepare_bytes (bytes->data, bytes->len, &error);
  g_assert_no_error (error);
  g_assert_cmpint (surmise_prepared_get_width (prepared), ==, 100);
}

static void
test_bmp (void)
{
  static const guint32 sizes[][2] = { { 0x7fffffff, 0x7fffffff }, { 30000, 30000 }, { 30000, 0u - 30000 },
                                      { 1000001, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      append (bytes, "BM", 2);
      append_le32 (bytes, 1000);
      append_le32 (bytes, 0);
      append_le32 (bytes, 54);
      append_le32 (bytes, 40);
      append_le32 (bytes, sizes[i][0]);
      append_le32 (bytes, sizes[i][1]);
      append (bytes, "\001\0\010\0\001\0\0\0", 8); /* run lengths */
      g_byte_array_set_size (bytes, 1000);
      assert_defused (bytes->data, bytes->len, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS);
    }
}

/* Draws a small picture and writes over some bytes of it, counted from where the mark is. */
static void
check_patched (const char *name,
               const char *mark,
               gsize       mark_length,
               gsize       offset,
               const char *patch,
               gsize       patch_length,
               int         code)
{
  g_autofree char *drawn = fixture_run ("convert", "-size", "64x48", "gradient:red-blue", name, NULL);
  g_autoptr (GBytes) bytes = fixture_read (name);
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
  char *at = memmem (copy, length, mark, mark_length);

  g_test_message ("%s", name);
  g_assert_nonnull (at);
  for (; at != NULL; at = memmem (at, length - (gsize) (at - copy), mark, mark_length))
    {
      memcpy (at + offset, patch, patch_length);
      at += offset + patch_length;
    }
  assert_defused (copy, length, code);
}

static void
test_jpeg (void)
{
  check_patched ("bomb.jpg", "\377\300\0\021\010", 5, 5, "\377\334\377\334", 4,
                 SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS);
}

static void
test_jpeg_of_odd_components (void)
{
  check_patched ("two.jpg", "\377\300\0\021\010", 5, 9, "\002", 1, SURMISE_PREPARE_ERROR_BROKEN);
  check_patched ("five.jpg", "\377\300\0\021\010", 5, 9, "\005", 1, SURMISE_PREPARE_ERROR_BROKEN);
}

static void
test_webp (void)
{
  check_patched ("bomb.webp", "\235\001\052", 3, 3, "\377\077\377\077", 4,
                 SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS);
}

static void
test_heif (void)
{
  check_patched ("bomb.heic", "ispe", 4, 8, "\0\0\377\377\0\0\377\377", 8,
                 SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS);
  check_patched ("bomb.avif", "ispe", 4, 8, "\0\0\377\377\0\0\377\377", 8,
                 SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS);
}

static void
test_jpeg_of_many_scans (void)
{
  g_autofree char *drawn =
    fixture_run ("convert", "-size", "3000x2000", "xc:red", "-interlace", "JPEG", "scans.jpg", NULL);
  g_autoptr (GBytes) bytes = fixture_read ("scans.jpg");
  g_autoptr (GByteArray) longer = g_byte_array_new ();
  gsize length = g_bytes_get_size (bytes);
  const char *data = g_bytes_get_data (bytes, NULL);
  const char *last = data;
  gint64 start = g_get_monotonic_time ();

  for (const char *at = data; (at = memmem (at, length - (gsize) (at - data), "\377\332", 2)) != NULL;
       at += 2)
    last = at;
  append (longer, data, (guint) length - 2);
  for (guint i = 0; i < 5000; i++)
    append (longer, last, (guint) (data + length - 2 - last));
  append (longer, "\377\331", 2);
  assert_refused_bytes (longer->data, longer->len, SURMISE_PREPARE_ERROR_BROKEN);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

/* Three components, each in a scan of its own as a file may have it, and of nothing but grey: a table of one
 * code each, for "no difference" and for "no more of this block". */
static GByteArray *
make_sequential (guint n_scans)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8 ones[64];

  memset (ones, 1, sizeof ones);
  append (bytes, "\377\330\377\333\0\103\0", 7);
  append (bytes, ones, sizeof ones);
  append (bytes, "\377\300\0\021\010\037\100\037\100", 9); /* 8000 × 8000 */
  append (bytes, "\003\001\021\0\002\021\0\003\021\0", 10);
  append (bytes, "\377\304\0\024\0\001\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22);
  append (bytes, "\377\304\0\024\020\001\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22);
  for (guint i = 0; i < n_scans; i++)
    {
      const guint8 scan[] = { 0xff, 0xda, 0, 8, 1, (guint8) (1 + i % 3), 0, 0, 63, 0 };

      append (bytes, scan, sizeof scan);
    }
  append (bytes, "\377\331", 2);
  return bytes;
}

static void
test_sequential_jpeg_of_many_scans (void)
{
  g_autoptr (GByteArray) bytes = make_sequential (2000);
  gint64 start = g_get_monotonic_time ();

  assert_refused_bytes (bytes->data, bytes->len, SURMISE_PREPARE_ERROR_BROKEN);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
}

/* Phones put a film behind a picture, and cameras a smaller one into it: bytes there that look like scans are
 * none. */
static void
test_what_looks_like_scans (void)
{
  static const char *const interlace[] = { "None", "JPEG" };

  for (guint i = 0; i < G_N_ELEMENTS (interlace); i++)
    {
      g_autofree char *drawn =
        fixture_run ("convert", "-size", "64x48", "xc:red", "-interlace", interlace[i], "film.jpg", NULL);
      g_autoptr (GBytes) picture = fixture_read ("film.jpg");
      g_autoptr (GByteArray) longer = g_byte_array_new ();
      g_autoptr (SurmisePrepared) prepared = NULL;
      g_autoptr (GError) error = NULL;
      const guint8 *data = g_bytes_get_data (picture, NULL);

      append (longer, "\377\330\377\347\1\2", 6);
      for (guint j = 0; j < 128; j++)
        append (longer, "\377\332", 2);
      append (longer, data + 2, (guint) g_bytes_get_size (picture) - 2);
      for (guint j = 0; j < 100000; j++)
        append (longer, "\377\332", 2);
      prepared = prepare_bytes (longer->data, longer->len, &error);
      g_assert_no_error (error);
      g_assert_cmpint (surmise_prepared_get_width (prepared), ==, 64);
    }
}

int
main (int    argc,
      char **argv)
{
  fixture_begin (&argc, &argv);
  g_test_add_func ("/prepare/bomb/png", test_png);
  g_test_add_func ("/prepare/bomb/just-too-large", test_just_too_large);
  g_test_add_func ("/prepare/bomb/tiff", test_tiff);
  g_test_add_func ("/prepare/bomb/gif", test_gif);
  g_test_add_func ("/prepare/bomb/gif-of-many-frames", test_gif_of_many_frames);
  g_test_add_func ("/prepare/bomb/gif-behind-the-first-frame", test_gif_behind_the_first_frame);
  g_test_add_func ("/prepare/bomb/bmp", test_bmp);
  g_test_add_func ("/prepare/bomb/jpeg", test_jpeg);
  g_test_add_func ("/prepare/bomb/jpeg-of-odd-components", test_jpeg_of_odd_components);
  g_test_add_func ("/prepare/bomb/jpeg-of-many-scans", test_jpeg_of_many_scans);
  g_test_add_func ("/prepare/bomb/sequential-jpeg-of-many-scans", test_sequential_jpeg_of_many_scans);
  g_test_add_func ("/prepare/bomb/what-looks-like-scans", test_what_looks_like_scans);
  g_test_add_func ("/prepare/bomb/webp", test_webp);
  g_test_add_func ("/prepare/bomb/heif", test_heif);
  return fixture_end (g_test_run ());
}
