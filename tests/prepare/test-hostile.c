/* test-hostile.c – files that are no pictures, or damaged, or change meanwhile
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not covered here: files that claim more than they have (test-bombs.c).
 */
#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "prepare-fixture.h"
#include "surmise-decode.h"

static const char *const kinds[] = { "jpg", "png", "webp", "gif", "tiff", "bmp", "heic", "avif" };

static GBytes *
draw (const char *kind)
{
  g_autofree char *name = g_strdup_printf ("noise.%s", kind);
  g_autofree char *output =
    fixture_run ("convert", "-size", "160x120", "-seed", "7", "plasma:", "-quality", "90", name, NULL);

  return fixture_read (name);
}

/* 30 megapixels that no JPEG makes small, as a BMP file in memory. */
static int
open_noise (void)
{
  static const guchar head[] =
    "BM\0\0\0\0\0\0\0\0\066\0\0\0\050\0\0\0\160\027\0\0\210\023\0\0\001\0\030\0\0\0\0\0\0\0\0\0"
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
  gsize length = 54 + 6000 * 3 * 5000;
  g_autofree guchar *bytes = g_malloc (length);
  guint32 state = 1;

  memcpy (bytes, head, 54);
  for (gsize i = 54; i < length; i++)
    {
      state = state * 1664525 + 1013904223;
      bytes[i] = (guchar) (state >> 24);
    }
  return fixture_open_bytes (bytes, length);
}

static void
assert_no_picture (const void *bytes,
                   gsize       length,
                   const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SurmisePrepared) prepared = prepare_bytes (bytes, length, &error);

  g_assert_error (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_NOT_A_PICTURE);
  g_assert_cmpstr (error->message, ==, name);
  g_assert_null (prepared);
}

static void
test_other_kinds (void)
{
  static const struct
  {
    const char *bytes;
    gsize       length;
    const char *name;
  } others[] = {
    { "<?xml version=\"1.0\"?>\n<!-- drawn -->\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 73,
      "SVG drawing" },
    { "<SVG></SVG>", 11, "SVG drawing" },
    { "%PDF-1.7\n%\342\343\317\323", 13, "PDF" },
    { "PK\003\004\024\0\0\0", 8, "archive" },
    { "\0\0\0\040ftypisom\0\0\002\0isomiso2avc1mp41", 32, "video" },
    { "\0\0\0\024ftypqt  \0\0\0\0qt  ", 20, "video" },
    { "\032\105\337\243\001\0\0\0", 8, "video" },
    { "RIFF\044\0\0\0WAVEfmt ", 16, "sound" },
    { "8BPS\0\001\0\0\0\0\0\0", 12, "Photoshop document" },
    { "\0\0\0\014JXL \r\n\207\n", 12, "JPEG XL picture" },
    { "<!DOCTYPE html><title>404</title>", 33, "web page" },
    { "BM is how this note begins, and more.", 37, "text" },
    { "Gr\303\274\303\237 Gott", 11, "text" },
    { "\001\002\003\004\005\006\007\010\377\377", 10, "unknown kind of file" },
    { "\377\330", 2, "unknown kind of file" },
    { "", 0, "empty file" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_no_picture (others[i].bytes, others[i].length, others[i].name);
}

static void
check_descriptor (int         fd,
                  int         code,
                  const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SurmisePrepared) prepared = surmise_prepare (fd, SURMISE_PREPARE_EDGE, NULL, &error);

  g_assert_error (error, SURMISE_PREPARE_ERROR, code);
  if (message != NULL)
    g_assert_cmpstr (error->message, ==, message);
  g_assert_null (prepared);
  if (fd >= 0)
    close (fd);
}

static void
test_not_a_file (void)
{
  g_autofree char *pipe_path = fixture_path ("pipe");
  g_autofree char *folder = fixture_path (".");

  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  check_descriptor (open (pipe_path, O_RDONLY | O_NONBLOCK), SURMISE_PREPARE_ERROR_NOT_A_PICTURE, "pipe");
  check_descriptor (open (folder, O_RDONLY), SURMISE_PREPARE_ERROR_NOT_A_PICTURE, "folder");
  check_descriptor (open ("/dev/zero", O_RDONLY), SURMISE_PREPARE_ERROR_NOT_A_PICTURE, "device");
}

static void
test_unreadable (void)
{
  g_autoptr (GBytes) bytes = draw ("png");
  g_autofree char *path = fixture_path ("noise.png");

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 0);
  check_descriptor (-1, SURMISE_PREPARE_ERROR_UNREADABLE, NULL);
  check_descriptor (open (path, O_WRONLY), SURMISE_PREPARE_ERROR_UNREADABLE, NULL);
}

static void
test_sparse (void)
{
  int fd = fixture_open_bytes ("\377\330\377\340", 4);

  g_assert_cmpint (ftruncate (fd, (off_t) 4 << 30), ==, 0);
  check_descriptor (fd, SURMISE_PREPARE_ERROR_TOO_MANY_BYTES, NULL);
}

static void
test_zeros (void)
{
  int fd = memfd_create ("zeros", MFD_CLOEXEC);

  g_assert_cmpint (ftruncate (fd, 400 << 20), ==, 0);
  check_descriptor (fd, SURMISE_PREPARE_ERROR_NOT_A_PICTURE, NULL);
}

static void
test_cut_off (gconstpointer data)
{
  g_autoptr (GBytes) bytes = draw (data);
  gsize length = g_bytes_get_size (bytes);
  const guchar *whole = g_bytes_get_data (bytes, NULL);

  assert_refused_bytes (whole, length / 2, SURMISE_PREPARE_ERROR_BROKEN);
  assert_refused_bytes (whole, length * 3 / 4, SURMISE_PREPARE_ERROR_BROKEN);
  for (gsize i = 1; i < 200; i += 3)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SurmisePrepared) prepared = prepare_bytes (whole, MIN (i, length / 2), &error);

      g_assert_null (prepared);
      g_assert_cmpuint (error->domain, ==, SURMISE_PREPARE_ERROR);
    }
}

static void
test_end_marker_missing (gconstpointer data)
{
  g_autofree char *output = fixture_run ("convert", "-size", "160x120", "-seed", "7", "plasma:", "-interlace",
                                         data, "endless.jpg", NULL);
  g_autoptr (GBytes) bytes = fixture_read ("endless.jpg");
  g_autoptr (GError) error = NULL;
  g_autoptr (SurmisePrepared) prepared =
    prepare_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes) - 2, &error);

  g_assert_no_error (error);
  g_assert_nonnull (prepared);
}

/* Whatever it becomes, it is a picture or an error. */
static void
test_damaged (gconstpointer data)
{
  g_autoptr (GBytes) bytes = draw (data);
  gsize length = g_bytes_get_size (bytes);
  guint32 state = 12345;

  for (int round = 0; round < 150; round++)
    {
      g_autofree guchar *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
      g_autoptr (SurmisePrepared) prepared = NULL;
      g_autoptr (GError) error = NULL;

      for (int i = 0; i <= round % 8; i++)
        {
          state = state * 1664525 + 1013904223;
          /* Most of them where the header is. */
          copy[(state >> 8) % (i % 2 == 0 ? MIN (length, 400) : length)] = (guchar) (state >> 24);
        }
      prepared = prepare_bytes (copy, length, &error);
      if (prepared == NULL)
        g_assert_cmpuint (error->domain, ==, SURMISE_PREPARE_ERROR);
      else
        g_assert_no_error (error);
    }
}

static void
test_too_large_at_original_size (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SurmisePrepared) whole = NULL;
  g_autoptr (SurmisePrepared) scaled = NULL;
  int fd = open_noise ();

  whole = surmise_prepare (fd, 0, NULL, &error);
  g_assert_error (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_TOO_MANY_BYTES);
  g_assert_null (whole);
  g_clear_error (&error);
  scaled = surmise_prepare (fd, SURMISE_PREPARE_EDGE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (surmise_prepared_get_full_width (scaled), ==, 6000);
  close (fd);
}

typedef struct
{
  int           fd;
  GCancellable *cancellable;
  gint          started;
  GError       *error;
} Job;

static gpointer
run_job (gpointer data)
{
  Job *job = data;
  SurmisePrepared *prepared;

  g_atomic_int_set (&job->started, 1);
  prepared = surmise_prepare (job->fd, 0, job->cancellable, &job->error);
  g_clear_pointer (&prepared, surmise_prepared_unref);
  return NULL;
}

static void
test_cancelled_before (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = draw ("png");
  Job job = { fixture_open_bytes (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)), cancellable, 0,
              NULL };

  g_cancellable_cancel (cancellable);
  run_job (&job);
  g_assert_error (job.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&job.error);
  close (job.fd);
}

static void
test_cancelled_meanwhile (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Job job = { open_noise (), cancellable, 0, NULL };
  GThread *thread = g_thread_new ("job", run_job, &job);

  while (!g_atomic_int_get (&job.started))
    g_thread_yield ();
  g_cancellable_cancel (cancellable);
  g_thread_join (thread);
  g_assert_error (job.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&job.error);
  close (job.fd);
}

/* The same at the one moment at which nothing but the loader's last read can tell. */
static void
test_shortened_after_the_header (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  SurmiseHeader header;
  SurmiseRaw raw;
  int fd = open_noise ();

  g_assert_true (surmise_raw_open (&raw, fd, &error));
  g_assert_true (surmise_header_read (&raw, &header, &error));
  g_assert_cmpint (ftruncate (fd, 40000000), ==, 0);
  pixbuf = surmise_decode (&raw, &header, SURMISE_PREPARE_EDGE, NULL, &error);
  g_assert_error (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_BROKEN);
  g_assert_null (pixbuf);
  close (fd);
}

/* The loaders' own news of the size is checked as well. */
static void
test_grown_after_the_header (void)
{
  g_autoptr (GBytes) bytes = draw ("jpg");
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), length);
  char *frame = memmem (copy, length, "\377\300\0\021\010", 5);
  SurmiseHeader header;
  SurmiseRaw raw;
  int fd = fixture_open_bytes (copy, length);

  g_assert_nonnull (frame);
  g_assert_true (surmise_raw_open (&raw, fd, &error));
  g_assert_true (surmise_header_read (&raw, &header, &error));
  g_assert_cmpint (pwrite (fd, "\377\334\377\334", 4, frame + 5 - copy), ==, 4);
  pixbuf = surmise_decode (&raw, &header, 0, NULL, &error);
  g_assert_error (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS);
  g_assert_null (pixbuf);
  close (fd);
}

static void
test_shortened_meanwhile (void)
{
  Job job = { open_noise (), NULL, 0, NULL };
  GThread *thread = g_thread_new ("job", run_job, &job);

  while (!g_atomic_int_get (&job.started))
    g_thread_yield ();
  g_assert_cmpint (ftruncate (job.fd, 100000), ==, 0);
  g_thread_join (thread);
  /* What exactly is left depends on the moment. */
  g_assert_nonnull (job.error);
  g_assert_cmpuint (job.error->domain, ==, SURMISE_PREPARE_ERROR);
  g_clear_error (&job.error);
  close (job.fd);
}

typedef struct
{
  GBytes *files[G_N_ELEMENTS (kinds)];
  GBytes *results[G_N_ELEMENTS (kinds)];
  gint    wrong;
} Crowd;

static gpointer
run_member (gpointer data)
{
  Crowd *crowd = data;

  for (guint i = 0; i < 5 * G_N_ELEMENTS (kinds); i++)
    {
      GBytes *file = crowd->files[i % G_N_ELEMENTS (kinds)];
      g_autoptr (SurmisePrepared) prepared =
        prepare_bytes (g_bytes_get_data (file, NULL), g_bytes_get_size (file), NULL);

      if (prepared == NULL ||
          !g_bytes_equal (surmise_prepared_get_jpeg (prepared), crowd->results[i % G_N_ELEMENTS (kinds)]))
        g_atomic_int_inc (&crowd->wrong);
    }
  return NULL;
}

static void
test_many_at_once (void)
{
  Crowd crowd = { { NULL } };
  GThread *threads[16];

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (SurmisePrepared) prepared = NULL;
      g_autoptr (GError) error = NULL;

      crowd.files[i] = draw (kinds[i]);
      prepared =
        prepare_bytes (g_bytes_get_data (crowd.files[i], NULL), g_bytes_get_size (crowd.files[i]), &error);
      g_assert_no_error (error);
      crowd.results[i] = g_bytes_ref (surmise_prepared_get_jpeg (prepared));
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("member", run_member, &crowd);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (crowd.wrong, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_clear_pointer (&crowd.files[i], g_bytes_unref);
      g_clear_pointer (&crowd.results[i], g_bytes_unref);
    }
}

/* Bytes that one reader takes for a marker without anything to it and another for the head of a segment: what
 * the header says is then not what comes out of the loader. */
static void
test_jpeg_of_two_sizes (void)
{
  static const char *const alone[] = { "\377\001", "\377\320", "\377\0" };
  static const guint8 large[] = "\377\300\0\021\010\003\350\003\350\003\001\021\0\002\021\0\003\021\0"
                                "\377\332\0\2";

  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    {
      g_autofree char *drawn = fixture_run ("convert", "-size", "16x8", "xc:red", "small.jpg", NULL);
      g_autoptr (GBytes) small = fixture_read ("small.jpg");
      g_autoptr (GByteArray) both = g_byte_array_new ();
      g_autoptr (SurmisePrepared) prepared = NULL;
      g_autoptr (GError) error = NULL;
      const guint8 *data = g_bytes_get_data (small, NULL);

      g_byte_array_append (both, data, 2);
      g_byte_array_append (both, (const guint8 *) alone[i], 2);
      g_byte_array_append (both, data + 2, (guint) g_bytes_get_size (small) - 2);
      g_assert_cmpuint (both->len, <, 4 + 0xffe0);
      g_byte_array_set_size (both, 4 + 0xffe0);
      g_byte_array_append (both, large, sizeof large - 1);

      prepared = prepare_bytes (both->data, both->len, &error);
      if (prepared == NULL)
        g_assert_error (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_BROKEN);
      else
        g_assert_cmpint (surmise_prepared_get_full_width (prepared), ==, 16);
    }
}

int
main (int    argc,
      char **argv)
{
  fixture_begin (&argc, &argv);
  g_test_add_func ("/prepare/hostile/other-kinds", test_other_kinds);
  g_test_add_func ("/prepare/hostile/not-a-file", test_not_a_file);
  g_test_add_func ("/prepare/hostile/unreadable", test_unreadable);
  g_test_add_func ("/prepare/hostile/sparse", test_sparse);
  g_test_add_func ("/prepare/hostile/zeros", test_zeros);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *cut_off = g_strdup_printf ("/prepare/hostile/cut-off/%s", kinds[i]);
      g_autofree char *damaged = g_strdup_printf ("/prepare/hostile/damaged/%s", kinds[i]);

      g_test_add_data_func (cut_off, kinds[i], test_cut_off);
      g_test_add_data_func (damaged, kinds[i], test_damaged);
    }
  g_test_add_data_func ("/prepare/hostile/end-marker-missing/plain", "None", test_end_marker_missing);
  g_test_add_data_func ("/prepare/hostile/end-marker-missing/progressive", "JPEG", test_end_marker_missing);
  g_test_add_func ("/prepare/hostile/too-large-at-original-size", test_too_large_at_original_size);
  g_test_add_func ("/prepare/hostile/shortened-meanwhile", test_shortened_meanwhile);
  g_test_add_func ("/prepare/hostile/shortened-after-the-header", test_shortened_after_the_header);
  g_test_add_func ("/prepare/hostile/grown-after-the-header", test_grown_after_the_header);
  g_test_add_func ("/prepare/hostile/jpeg-of-two-sizes", test_jpeg_of_two_sizes);
  g_test_add_func ("/prepare/cancel/before", test_cancelled_before);
  g_test_add_func ("/prepare/cancel/meanwhile", test_cancelled_meanwhile);
  g_test_add_func ("/prepare/many-at-once", test_many_at_once);
  return fixture_end (g_test_run ());
}
