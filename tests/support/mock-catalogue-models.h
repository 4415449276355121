/* mock-catalogue-models.h – the made-up models themselves
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* As in the service's list of model types. */
typedef struct {
  const char *id;
  const char *title;
  const char *inputs[3];  /* ending in NULL */
  const char *outputs[3]; /* ending in NULL */
  guint       share;      /* of all models, in percent */
} MockKind;

typedef struct {
  char           *id;
  char           *name;
  char           *description;
  char           *words;    /* all that is searched, case-folded, a space before each word */
  const char     *user;
  const char     *app;
  const MockKind *kind;
  guint           stars;
  gboolean        featured;
  gboolean        starred;
  gboolean        own;      /* of the user that the token belongs to, and listed for that one only */
  gint64          created;  /* seconds since 1970 */
  gint64          modified;
} MockModel;

typedef enum {
  MOCK_MODEL_STARS = 1 << 0,
  MOCK_MODEL_NOTES = 1 << 1,
} MockModelParts;

/* By position, NULL beyond the last. */
const MockKind *mock_kind_nth          (guint             position);
void            mock_kind_add          (JsonBuilder      *builder,
                                        const MockKind   *kind);

/* Of MockModel: the same every time, some of the user's own and so many public ones. */
GPtrArray      *mock_models_new        (guint             n_public);
void            mock_model_add         (JsonBuilder      *builder,
                                        const MockModel  *model,
                                        MockModelParts    parts,
                                        guint             n_concepts);
/* The newest is 0. */
void            mock_model_add_version (JsonBuilder      *builder,
                                        const MockModel  *model,
                                        guint             version,
                                        guint             n_concepts);

/* Two words and a number, always the same for the same one. */
char           *mock_name_new          (guint             number);

void            mock_add_string        (JsonBuilder      *builder,
                                        const char       *member,
                                        const char       *value);
void            mock_add_int           (JsonBuilder      *builder,
                                        const char       *member,
                                        gint64            value);

G_END_DECLS
