/* prepare-fixture.h – files for the tests of preparing pictures, and what came out
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "surmise-prepare.h"

G_BEGIN_DECLS

/* A private folder, which tools run in and file names are relative to; fixture_end() removes it. */
void             fixture_begin       (int         *argc,
                                      char      ***argv);
int              fixture_end         (int          status);
char            *fixture_path        (const char  *name);
/* Runs a tool and fails if it fails; returns what it printed. */
char            *fixture_run         (const char  *tool,
                                      ...) G_GNUC_NULL_TERMINATED;
GBytes          *fixture_read        (const char  *name);
void             fixture_write       (const char  *name,
                                      const void  *bytes,
                                      gsize        length);
gboolean         fixture_contains    (GBytes      *bytes,
                                      const char  *text);
int              fixture_open_bytes  (const void  *bytes,
                                      gsize        length);

SurmisePrepared *prepare_file        (const char  *name,
                                      guint        max_edge);
GdkPixbuf       *prepare_pixels      (const char  *name,
                                      guint        max_edge);
SurmisePrepared *prepare_bytes       (const void  *bytes,
                                      gsize        length,
                                      GError     **error);
void             assert_refused      (const char  *name,
                                      int          code);
void             assert_refused_bytes (const void *bytes,
                                      gsize        length,
                                      int          code);
void             assert_pixel        (GdkPixbuf   *pixbuf,
                                      int          x,
                                      int          y,
                                      guint        rgb,
                                      int          tolerance);

G_END_DECLS
