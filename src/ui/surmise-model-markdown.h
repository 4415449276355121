/* surmise-model-markdown.h – the notes of a model, from Markdown to what labels can show
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands between the cells of a table's row; its rows stand on lines of their own. */
#define SURMISE_MODEL_MARKDOWN_CELL "\x1f"

typedef enum {
  SURMISE_MODEL_MARKDOWN_PARAGRAPH,
  SURMISE_MODEL_MARKDOWN_HEADING,
  SURMISE_MODEL_MARKDOWN_CODE,
  SURMISE_MODEL_MARKDOWN_TABLE,
  SURMISE_MODEL_MARKDOWN_RULE,
} SurmiseModelMarkdownKind;

/**
 * SurmiseModelMarkdownBlock:
 * @kind: what it is
 * @level: 1 to 6, of headings
 * @depth: in how many lists it stands
 * @quotes: in how many quotations it stands
 * @marker: (nullable): what stands before it, where an item of a list begins: "•" or "3."
 * @markup: Pango's, with links to http and https only
 */
typedef struct
{
  SurmiseModelMarkdownKind  kind;
  guint                     level;
  guint                     depth;
  guint                     quotes;
  char                     *marker; /* (owned) (nullable) */
  char                     *markup; /* (owned) */
} SurmiseModelMarkdownBlock;

GPtrArray *surmise_model_markdown_parse (const char *text,
                                         gboolean   *cut);

G_END_DECLS
