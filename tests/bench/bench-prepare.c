/* bench-prepare.c – prepares pictures on all cores, and makes the pictures to do it with
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-prepare make FOLDER COUNT: writes COUNT photograph-like JPEGs of 24 megapixels
 * bench-prepare run FILE…: prepares them all, and prints nothing unless one fails
 */
#include "config.h"

#include <fcntl.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <lcms2.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "surmise-prepare.h"

#define WIDTH  6000
#define HEIGHT 4000
/* Of the noise, so that a picture takes some 6 MB at quality 90, as from a camera. */
#define GRAIN  8

static guint32
next_random (guint32 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state;
}

/* Gradients with soft rings over them, under grain that is not the same for each pixel of a block. */
static GdkPixbuf *
draw (guint seed)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, WIDTH, HEIGHT);
  guchar *row = gdk_pixbuf_get_pixels (pixbuf);
  guint32 state = 2463534242u + seed;

  for (int y = 0; y < HEIGHT; y++, row += gdk_pixbuf_get_rowstride (pixbuf))
    for (int x = 0; x < WIDTH; x++)
      {
        int distance = (int) (((gint64) (x - 3000) * (x - 3000) + (gint64) (y - 2000) * (y - 2000)) >> 14);
        int ring = abs ((distance + (int) seed * 7) % 64 - 32);
        int grain = (int) (next_random (&state) % (2 * GRAIN)) - GRAIN;

        row[3 * x] = (guchar) CLAMP (40 + x * 150 / WIDTH + ring + grain, 0, 255);
        row[3 * x + 1] = (guchar) CLAMP (60 + y * 130 / HEIGHT + ring / 2 + grain, 0, 255);
        row[3 * x + 2] = (guchar) CLAMP (200 - x * 120 / WIDTH + grain, 0, 255);
      }
  return pixbuf;
}

static char *
get_srgb_profile (void)
{
  cmsHPROFILE profile = cmsCreate_sRGBProfile ();
  cmsUInt32Number length = 0;
  g_autofree guchar *bytes = NULL;

  cmsSaveProfileToMem (profile, NULL, &length);
  bytes = g_malloc (length);
  cmsSaveProfileToMem (profile, bytes, &length);
  cmsCloseProfile (profile);
  return g_base64_encode (bytes, length);
}

/* A third is upright, a third lies on its side, a third has a profile as well. */
static gboolean
make_one (const char *folder,
          guint       index,
          GError    **error)
{
  static const guchar exif[] =
    "\377\341\0\042Exif\0\0MM\0*\0\0\0\010\0\001\001\022\0\003\0\0\0\001\0\006\0\0\0\0\0\0";
  g_autoptr (GdkPixbuf) pixbuf = draw (index);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *profile = index % 3 == 2 ? get_srgb_profile () : NULL;
  g_autofree char *path = g_strdup_printf ("%s/%02u.jpg", folder, index);
  g_autofree char *jpeg = NULL;
  gsize length = 0;

  if (!gdk_pixbuf_save_to_buffer (pixbuf, &jpeg, &length, "jpeg", error, "quality", "90",
                                  profile != NULL ? "icc-profile" : NULL, profile, NULL))
    return FALSE;
  g_byte_array_append (bytes, (const guint8 *) jpeg, 2);
  if (index % 3 != 0)
    g_byte_array_append (bytes, exif, sizeof exif - 1);
  g_byte_array_append (bytes, (const guint8 *) jpeg + 2, (guint) length - 2);
  return g_file_set_contents (path, (const char *) bytes->data, bytes->len, error);
}

static void
prepare_one (gpointer data,
             gpointer user_data)
{
  const char *path = data;
  int *failed = user_data;
  g_autoptr (SurmisePrepared) prepared = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  prepared = surmise_prepare (fd, SURMISE_PREPARE_EDGE, NULL, &error);
  if (prepared == NULL)
    {
      g_printerr ("%s: %s\n", path, error->message);
      g_atomic_int_inc (failed);
    }
  if (fd >= 0)
    g_close (fd, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  GThreadPool *pool;
  int failed = 0;

  if (argc == 4 && strcmp (argv[1], "make") == 0)
    {
      for (guint i = 0; i < (guint) atoi (argv[3]); i++)
        if (!make_one (argv[2], i, &error))
          g_error ("%s", error->message);
      return 0;
    }
  if (argc < 3 || strcmp (argv[1], "run") != 0)
    return 2;
  pool = g_thread_pool_new (prepare_one, &failed, (int) g_get_num_processors (), TRUE, NULL);
  for (int i = 2; i < argc; i++)
    g_thread_pool_push (pool, argv[i], NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  return failed > 0 ? 1 : 0;
}
