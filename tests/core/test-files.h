/* test-files.h – a private folder for a test, and pictures to put into it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder;
} TestFiles;

/* Call it first in main(): from then on permissions hold for root as well. */
void    test_files_begin       (void);
void    test_files_set_up      (TestFiles     *self,
                                gconstpointer  data);
void    test_files_tear_down   (TestFiles     *self,
                                gconstpointer  data);
char   *test_files_path        (TestFiles     *self,
                                const char    *name);
/* Makes the folders above it as well. */
void    test_files_write       (TestFiles     *self,
                                const char    *name,
                                const char    *text);
void    test_files_write_bytes (TestFiles     *self,
                                const char    *name,
                                GBytes        *bytes);
/* Nobody may read it from now on. */
void    test_files_close       (TestFiles     *self,
                                const char    *name);

/* A JPEG file of one colour; with orientation 2 to 8 its EXIF data ask for it to be turned. */
GBytes *test_picture_new       (int            width,
                                int            height,
                                guint32        rgb,
                                guint8         orientation);

G_END_DECLS
