/* surmise-preparer.c – prepares pictures on worker threads
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-preparer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/mman.h>
#include <unistd.h>

/* A foreign file system's file is copied into memory first; this is where that stops. */
#define MAX_COPY (512 * 1024 * 1024)

/**
 * SurmisePreparer:
 *
 * Opens where a picture comes from and gives surmise_prepare() the open descriptor, on as many threads as there are
 * processors. It never looks at the bytes itself.
 */
struct _SurmisePreparer
{
  GObject         parent_instance;

  SurmiseFetcher *fetcher; /* (owned) */
  GThreadPool    *pool;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (SurmisePreparer, surmise_preparer, G_TYPE_OBJECT)

typedef struct
{
  GFile           *file;  /* (owned) (nullable) */
  GBytes          *bytes; /* (owned) (nullable) */
  guint            max_edge;
  SurmisePrepared *prepared; /* (owned) (nullable): what came out, or */
  GError          *error;    /* (owned) (nullable) */
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->file);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->prepared, surmise_prepared_unref);
  g_clear_error (&job->error);
  g_free (job);
}

static void
set_errno (GError **error)
{
  int saved = errno;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved), g_strerror (saved));
}

static gboolean
write_all (int           fd,
           const guint8 *data,
           gsize         size,
           GError      **error)
{
  while (size > 0)
    {
      ssize_t n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_errno (error);
          return FALSE;
        }
      data += n;
      size -= (gsize) n;
    }

  return TRUE;
}

static int
open_memory (GError **error)
{
  int fd = memfd_create ("picture", MFD_CLOEXEC);

  if (fd < 0)
    set_errno (error);

  return fd;
}

static int
open_bytes (GBytes  *bytes,
            GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  int fd = open_memory (error);

  if (fd >= 0 && !write_all (fd, data, size, error))
    {
      close (fd);
      fd = -1;
    }

  return fd;
}

/* A file that has no path here (on a phone, on a server): its bytes are copied. */
static int
open_foreign (GFile         *file,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree guint8 *buffer = g_malloc (256 * 1024);
  gsize total = 0;
  int fd;

  if (stream == NULL || (fd = open_memory (error)) < 0)
    return -1;

  while (TRUE)
    {
      gssize n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, 256 * 1024, cancellable, error);

      if (n == 0)
        return fd;
      if (n < 0 || !write_all (fd, buffer, (gsize) n, error))
        break;
      total += (gsize) n;
      if (total > MAX_COPY)
        {
          g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_TOO_MANY_BYTES, "too large to copy");
          break;
        }
    }
  close (fd);

  return -1;
}

static int
open_job (Job           *job,
          GCancellable  *cancellable,
          GError       **error)
{
  const char *path;
  int fd;

  if (job->bytes != NULL)
    return open_bytes (job->bytes, error);

  path = g_file_peek_path (job->file);
  if (path == NULL)
    return open_foreign (job->file, cancellable, error);

  /* Not blocking, so that a pipe without a writer does not hold the thread for ever. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    set_errno (error);

  return fd;
}

static gboolean
return_result (gpointer user_data)
{
  GTask *task = user_data;
  Job *job = g_task_get_task_data (task);

  if (job->prepared != NULL)
    g_task_return_pointer (task, g_steal_pointer (&job->prepared), (GDestroyNotify) surmise_prepared_unref);
  else
    g_task_return_error (task, g_steal_pointer (&job->error));

  return G_SOURCE_REMOVE;
}

static void
work (gpointer data,
      gpointer user_data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GSource) source = g_idle_source_new ();
  int fd = -1;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    fd = open_job (job, cancellable, &job->error);
  if (fd >= 0)
    {
      job->prepared = surmise_prepare (fd, job->max_edge, cancellable, &job->error);
      close (fd);
    }

  /* The task goes back whole: its last reference may be the preparer's and the session's last one as well, and those
   * belong to the thread that made them. */
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, return_result, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static void
fetch_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SurmisePreparer *self = g_task_get_source_object (task);
  Job *job = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  job->bytes = surmise_fetcher_fetch_finish (SURMISE_FETCHER (source), result, &error);
  if (job->bytes == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_thread_pool_push (self->pool, g_steal_pointer (&task), NULL);
}

static void
surmise_preparer_dispose (GObject *object)
{
  SurmisePreparer *self = SURMISE_PREPARER (object);

  g_clear_object (&self->fetcher);

  G_OBJECT_CLASS (surmise_preparer_parent_class)->dispose (object);
}

static void
surmise_preparer_finalize (GObject *object)
{
  SurmisePreparer *self = SURMISE_PREPARER (object);

  /* Every task holds a reference to this object, so nothing is waiting; a thread may be on its last line. */
  g_thread_pool_free (self->pool, FALSE, FALSE);

  G_OBJECT_CLASS (surmise_preparer_parent_class)->finalize (object);
}

static void
surmise_preparer_class_init (SurmisePreparerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = surmise_preparer_dispose;
  object_class->finalize = surmise_preparer_finalize;
}

static void
surmise_preparer_init (SurmisePreparer *self)
{
  self->pool = g_thread_pool_new (work, NULL, (int) g_get_num_processors (), FALSE, NULL);
}

/**
 * surmise_preparer_new:
 * @fetcher: what fetches the pictures behind web addresses
 *
 * Returns: (transfer full): a preparer
 */
SurmisePreparer *
surmise_preparer_new (SurmiseFetcher *fetcher)
{
  SurmisePreparer *self;

  g_return_val_if_fail (SURMISE_IS_FETCHER (fetcher), NULL);

  self = g_object_new (SURMISE_TYPE_PREPARER, NULL);
  self->fetcher = g_object_ref (fetcher);

  return self;
}

/**
 * surmise_preparer_prepare_async:
 * @self: a preparer
 * @picture: a picture; it is not changed
 * @max_edge: the longest edge that the prepared picture may have, in pixels; 0 keeps its size
 * @cancellable: (nullable): a cancellable
 * @callback: called when the picture is ready or cannot be made so
 * @user_data: for @callback
 *
 * Errors: %SURMISE_PREPARE_ERROR, %G_IO_ERROR, and for an address those of surmise_fetcher_fetch_async().
 */
void
surmise_preparer_prepare_async (SurmisePreparer     *self,
                                SurmisePicture      *picture,
                                guint                max_edge,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_return_if_fail (SURMISE_IS_PREPARER (self));
  g_return_if_fail (SURMISE_IS_PICTURE (picture));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  job = g_new0 (Job, 1);
  job->max_edge = max_edge;
  g_set_object (&job->file, surmise_picture_get_file (picture));
  if (surmise_picture_get_bytes (picture) != NULL)
    job->bytes = g_bytes_ref (surmise_picture_get_bytes (picture));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, surmise_preparer_prepare_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);

  if (surmise_picture_get_address (picture) != NULL)
    surmise_fetcher_fetch_async (self->fetcher, surmise_picture_get_address (picture), cancellable, fetch_cb,
                                 g_steal_pointer (&task));
  else
    g_thread_pool_push (self->pool, g_steal_pointer (&task), NULL);
}

/**
 * surmise_preparer_prepare_finish:
 * @self: a preparer
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the prepared picture
 */
SurmisePrepared *
surmise_preparer_prepare_finish (SurmisePreparer  *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_preparer_prepare_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
