/* surmise-raw.c – the bytes of an open file, read without trusting them
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-raw.h"

#include "surmise-prepare.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

/* More than any picture of SURMISE_PREPARE_MAX_PIXELS needs; some loaders keep the whole file in memory. */
#define MAX_RAW_BYTES (512 * 1024 * 1024)

static const char *
name_file_type (mode_t mode)
{
  switch (mode & S_IFMT)
    {
    case S_IFDIR:
      return "folder";

    case S_IFIFO:
      return "pipe";

    case S_IFSOCK:
      return "socket";

    default:
      return "device";
    }
}

/*
 * surmise_raw_open:
 * @fd: a descriptor open for reading; it stays the caller's and its position is neither used nor moved
 *
 * Only regular files (and memory files, which look like them) are taken: a pipe or a device could block or
 * never end.
 */
gboolean
surmise_raw_open (SurmiseRaw *self,
                  int         fd,
                  GError    **error)
{
  struct stat info;

  if (fstat (fd, &info) != 0)
    {
      g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_UNREADABLE,
                           g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (info.st_mode) || info.st_size == 0)
    {
      g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_NOT_A_PICTURE,
                           S_ISREG (info.st_mode) ? "empty file" : name_file_type (info.st_mode));
      return FALSE;
    }
  if (info.st_size > MAX_RAW_BYTES)
    {
      g_set_error (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_TOO_MANY_BYTES,
                   "%" G_GINT64_FORMAT " bytes, of %d at most", (gint64) info.st_size, MAX_RAW_BYTES);
      return FALSE;
    }
  self->fd = fd;
  self->size = info.st_size;
  self->failure = 0;
  self->window_offset = 0;
  self->window_length = 0;
  return TRUE;
}

/*
 * surmise_raw_read:
 *
 * Reads up to @length bytes. A short count means that the file ends there, also when it was longer a moment
 * ago: this is why nothing here is mapped into memory.
 *
 * Returns: the bytes read, or -1 with %SURMISE_PREPARE_ERROR_UNREADABLE
 */
gssize
surmise_raw_read (SurmiseRaw *self,
                  goffset     offset,
                  guchar     *buffer,
                  gsize       length,
                  GError    **error)
{
  gsize done = 0;

  if (offset < 0 || offset >= self->size)
    return 0;
  length = MIN (length, (guint64) (self->size - offset));
  while (done < length)
    {
      ssize_t n = pread (self->fd, buffer + done, length - done, offset + (goffset) done);

      if (n == 0)
        break;
      if (n > 0)
        done += (gsize) n;
      else if (errno != EINTR)
        {
          self->failure = errno;
          g_set_error_literal (error, SURMISE_PREPARE_ERROR, SURMISE_PREPARE_ERROR_UNREADABLE,
                               g_strerror (errno));
          return -1;
        }
    }
  return (gssize) done;
}

const guchar *
surmise_raw_peek (SurmiseRaw *self,
                  goffset     offset,
                  gsize       length)
{
  gssize n;

  g_assert (length <= SURMISE_RAW_WINDOW);

  if (offset < self->window_offset ||
      offset + (goffset) length > self->window_offset + (goffset) self->window_length)
    {
      n = surmise_raw_read (self, offset, self->window, SURMISE_RAW_WINDOW, NULL);
      self->window_offset = offset;
      self->window_length = (gsize) MAX (n, 0);
    }
  if (offset + (goffset) length > self->window_offset + (goffset) self->window_length)
    return NULL;
  return self->window + (offset - self->window_offset);
}
