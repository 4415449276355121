/* surmise-prepare.h – turns a foreign picture file into a small clean JPEG
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SURMISE_PREPARE_ERROR (surmise_prepare_error_quark ())

/* What each means is said in surmise-prepare.c. */
typedef enum {
  SURMISE_PREPARE_ERROR_NOT_A_PICTURE,
  SURMISE_PREPARE_ERROR_MISSING_LOADER, /* message: the Debian package that reads it */
  SURMISE_PREPARE_ERROR_BROKEN,
  SURMISE_PREPARE_ERROR_TOO_MANY_PIXELS,
  SURMISE_PREPARE_ERROR_TOO_MANY_BYTES,
  SURMISE_PREPARE_ERROR_UNREADABLE,
} SurmisePrepareError;

#define SURMISE_PREPARE_MAX_PIXELS (85 * 1000 * 1000)
#define SURMISE_PREPARE_MAX_BYTES  (20 * 1000 * 1000)
#define SURMISE_PREPARE_EDGE       1024

/* The finished picture: always JPEG, upright, sRGB, without metadata. Immutable, reference counted. */
typedef struct _SurmisePrepared SurmisePrepared;

GQuark           surmise_prepare_error_quark     (void);
SurmisePrepared *surmise_prepare                 (int               fd,
                                                  guint             max_edge,
                                                  GCancellable     *cancellable,
                                                  GError          **error);

SurmisePrepared *surmise_prepared_ref            (SurmisePrepared *self);
void             surmise_prepared_unref          (SurmisePrepared *self);
GBytes          *surmise_prepared_get_jpeg       (SurmisePrepared *self);
int              surmise_prepared_get_width      (SurmisePrepared *self);
int              surmise_prepared_get_height     (SurmisePrepared *self);
/* Of the file as it came, upright; and whether its EXIF orientation had to be undone. */
int              surmise_prepared_get_full_width  (SurmisePrepared *self);
int              surmise_prepared_get_full_height (SurmisePrepared *self);
gboolean         surmise_prepared_get_turned      (SurmisePrepared *self);

/* MIME types of the installed loaders, for file choosers and drop targets; and whether a type can be read. */
GStrv            surmise_prepare_list_mime_types (void);

#define SURMISE_TYPE_PREPARED (surmise_prepared_get_type ())
GType            surmise_prepared_get_type       (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SurmisePrepared, surmise_prepared_unref)

G_END_DECLS
