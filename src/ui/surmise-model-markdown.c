/* surmise-model-markdown.c – the notes of a model, from Markdown to what labels can show
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-markdown.h"

#include <cmark.h>
#include <string.h>

#include "surmise-model-text.h"

/* The service's own limit for notes, and more blocks than anybody reads in a small window. */
#define MAX_BYTES  (64 * 1024)
#define MAX_BLOCKS 600
/* Laying out a label takes more than twice as long for twice the text. */
#define MAX_MARKUP 6000
#define MAX_PIECE  400
#define MAX_LINE   400

typedef struct
{
  gboolean ordered;
  int      next;
} List;

typedef struct
{
  GPtrArray *blocks;
  GArray    *lists;   /* of List */
  guint      quotes;
  char      *marker;  /* (owned) (nullable): of the item that has just begun */
  GString   *markup;  /* (owned) (nullable): of the block that is being read */
  guint      emphasis;
  guint      strong;
  guint      images;
  guint      links;
  guint      level;   /* of the heading that is being read; 0 for a paragraph */
  gboolean   linking; /* in a link that is good */
  gsize      link_start;
  gboolean   table;
} Reader;

static void
block_free (gpointer data)
{
  SurmiseModelMarkdownBlock *block = data;

  g_free (block->marker);
  g_free (block->markup);
  g_free (block);
}

static void
add_block (Reader                   *reader,
           SurmiseModelMarkdownKind  kind,
           guint                     level,
           char                     *markup)
{
  SurmiseModelMarkdownBlock *block = g_new0 (SurmiseModelMarkdownBlock, 1);

  block->kind = kind;
  block->level = level;
  block->depth = reader->lists->len;
  block->quotes = reader->quotes;
  block->marker = g_steal_pointer (&reader->marker);
  block->markup = markup;
  g_ptr_array_add (reader->blocks, block);
}

/* What is too long for one label goes on in another. */
static void
break_long (Reader *reader)
{
  if (reader->table || reader->links > 0 || reader->markup->len < MAX_MARKUP)
    return;

  add_block (reader, reader->level > 0 ? SURMISE_MODEL_MARKDOWN_HEADING : SURMISE_MODEL_MARKDOWN_PARAGRAPH,
             reader->level, g_string_free (g_steal_pointer (&reader->markup), FALSE));
  reader->markup = g_string_new (NULL);
}

/* Spans are not nested but written anew for each text, so that a thousand stars cannot pile up. */
static void
append_piece (Reader     *reader,
              const char *text,
              gsize       length,
              gboolean    code)
{
  g_autofree char *escaped = NULL;
  gboolean emphasis = reader->emphasis > 0 || reader->images > 0;

  if (reader->links > 0 && reader->markup->len - reader->link_start > MAX_MARKUP)
    return;

  escaped = g_markup_escape_text (text, (gssize) length);
  g_string_append_printf (reader->markup, "%s%s%s%s%s%s%s", code ? "<tt>" : "", emphasis ? "<i>" : "",
                          reader->strong > 0 ? "<b>" : "", escaped, reader->strong > 0 ? "</b>" : "",
                          emphasis ? "</i>" : "", code ? "</tt>" : "");
  break_long (reader);
}

static void
append_span (Reader     *reader,
             const char *text,
             gsize       length,
             gboolean    code)
{
  for (const char *end = text + length, *next; text < end; text = next)
    {
      next = end - text > MAX_PIECE ? g_utf8_find_prev_char (text, text + MAX_PIECE) : end;
      append_piece (reader, text, (gsize) (next - text), code);
      /* A label breaks lines at spaces; where there are none, it tries each letter, again and again. */
      if (next < end && !reader->table && memchr (text, ' ', (gsize) (next - text)) == NULL)
        g_string_append_c (reader->markup, '\n');
    }
}

static void
open_link (Reader     *reader,
           const char *address)
{
  g_autofree char *escaped = g_markup_escape_text (address, -1);
  /* A title is markup by itself once it is a tooltip. */
  g_autofree char *title = g_markup_escape_text (escaped, -1);

  g_string_append_printf (reader->markup, "<a href=\"%s\" title=\"%s\">", escaped, title);
  reader->link_start = reader->markup->len;
}

static void
append_linked (Reader     *reader,
               const char *text,
               const char *end)
{
  const char *start;
  gsize length;

  while (reader->links == 0 && (start = surmise_model_text_find_link (text, end, &length)) != NULL)
    {
      g_autofree char *address = g_strndup (start, length);

      append_span (reader, text, (gsize) (start - text), FALSE);
      reader->links++;
      open_link (reader, address);
      append_span (reader, start, length, FALSE);
      g_string_append (reader->markup, "</a>");
      reader->links--;
      text = start + length;
    }
  append_span (reader, text, (gsize) (end - text), FALSE);
}

static void
append_text (Reader     *reader,
             const char *text)
{
  const char *end = text + strlen (text);

  while (reader->table && reader->links == 0)
    {
      const char *bar = memchr (text, '|', (gsize) (end - text));

      if (bar == NULL)
        break;
      append_linked (reader, text, bar);
      g_string_append (reader->markup, SURMISE_MODEL_MARKDOWN_CELL);
      text = bar + 1;
    }
  append_linked (reader, text, end);
}

/* The second line of a table is made of dashes and bars. */
static gboolean
is_table (cmark_node *paragraph)
{
  g_autoptr(GString) line = g_string_new (NULL);
  cmark_node *node = cmark_node_first_child (paragraph);
  gsize length = 0;
  gboolean at_end;

  while (node != NULL && cmark_node_get_type (node) != CMARK_NODE_SOFTBREAK)
    node = cmark_node_next (node);
  for (node = node != NULL ? cmark_node_next (node) : NULL;
       node != NULL && cmark_node_get_type (node) == CMARK_NODE_TEXT;
       node = cmark_node_next (node))
    g_string_append (line, cmark_node_get_literal (node));
  at_end = node == NULL || cmark_node_get_type (node) == CMARK_NODE_SOFTBREAK;

  for (node = cmark_node_first_child (paragraph); node != NULL && length < MAX_MARKUP; node = cmark_node_next (node))
    length += cmark_node_get_literal (node) != NULL ? strlen (cmark_node_get_literal (node)) : 1;

  return at_end && length < MAX_MARKUP
         && strchr (line->str, '|') != NULL && strstr (line->str, "--") != NULL
         && line->str[strspn (line->str, "|-: \t")] == '\0';
}

static void
begin_markup (Reader     *reader,
              cmark_node *node)
{
  reader->markup = g_string_new (NULL);
  reader->emphasis = reader->strong = reader->images = reader->links = 0;
  reader->linking = FALSE;
  reader->level = (guint) cmark_node_get_heading_level (node);
  reader->table = reader->level == 0 && is_table (node);
}

static void
end_markup (Reader *reader)
{
  g_autofree char *markup = g_string_free (g_steal_pointer (&reader->markup), FALSE);

  if (*g_strstrip (markup) == '\0')
    return;

  if (reader->table)
    add_block (reader, SURMISE_MODEL_MARKDOWN_TABLE, 0,
               surmise_model_text_tidy_table (markup, *SURMISE_MODEL_MARKDOWN_CELL));
  else
    add_block (reader, reader->level > 0 ? SURMISE_MODEL_MARKDOWN_HEADING : SURMISE_MODEL_MARKDOWN_PARAGRAPH,
               reader->level, g_steal_pointer (&markup));
}

static void
read_link (Reader     *reader,
           cmark_node *node,
           gboolean    entering)
{
  const char *address = cmark_node_get_url (node);

  reader->links += entering ? 1 : -1;
  if (entering)
    {
      reader->linking = surmise_model_text_is_link (address);
      if (reader->linking)
        open_link (reader, address);
    }
  else if (reader->linking)
    {
      if (reader->markup->len == reader->link_start)
        append_span (reader, address, strlen (address), FALSE);
      g_string_append (reader->markup, "</a>");
    }
}

static void
read_inline (Reader     *reader,
             cmark_node *node,
             gboolean    entering)
{
  const char *literal = cmark_node_get_literal (node);
  gboolean hard = reader->table || cmark_node_get_type (node) == CMARK_NODE_LINEBREAK;

  switch ((guint) cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
      append_text (reader, literal);
      break;

    case CMARK_NODE_CODE:
      append_span (reader, literal, strlen (literal), TRUE);
      break;

    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (reader->markup, hard ? '\n' : ' ');
      break;

    case CMARK_NODE_HTML_INLINE:
      if (g_ascii_strncasecmp (literal, "<br", 3) == 0)
        g_string_append_c (reader->markup, reader->table ? ' ' : '\n');
      break;

    case CMARK_NODE_EMPH:
      reader->emphasis += entering ? 1 : -1;
      break;

    case CMARK_NODE_STRONG:
      reader->strong += entering ? 1 : -1;
      break;

    case CMARK_NODE_IMAGE:
      /* Never fetched: the words that stand for it are shown. */
      reader->images += entering ? 1 : -1;
      break;

    case CMARK_NODE_LINK:
      read_link (reader, node, entering);
      break;

    default:
      break;
    }
}

static void
begin_item (Reader *reader)
{
  List *list = &g_array_index (reader->lists, List, reader->lists->len - 1);

  g_free (reader->marker);
  reader->marker = list->ordered ? g_strdup_printf ("%d.", list->next) : g_strdup ("•");
  if (list->next < G_MAXINT)
    list->next++;
}

static void
read_list (Reader     *reader,
           cmark_node *node,
           gboolean    entering)
{
  List list = { cmark_node_get_list_type (node) == CMARK_ORDERED_LIST, cmark_node_get_list_start (node) };

  g_array_set_size (reader->lists, reader->lists->len + (entering ? 1 : -1));
  if (entering)
    g_array_index (reader->lists, List, reader->lists->len - 1) = list;
  g_clear_pointer (&reader->marker, g_free);
}

static void
read_literal_block (Reader     *reader,
                    cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);
  gboolean code = cmark_node_get_type (node) == CMARK_NODE_CODE_BLOCK;
  g_autofree char *text = code ? g_strchomp (g_strdup (literal)) : surmise_model_text_strip_tags (literal);

  if (*text == '\0')
    return;

  if (code)
    {
      g_autofree char *folded = surmise_model_text_fold (text, MAX_LINE);

      add_block (reader, SURMISE_MODEL_MARKDOWN_CODE, 0, g_markup_escape_text (folded, -1));
      return;
    }

  begin_markup (reader, node);
  append_span (reader, text, strlen (text), FALSE);
  end_markup (reader);
}

static void
read_block (Reader     *reader,
            cmark_node *node,
            gboolean    entering)
{
  switch ((guint) cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE:
      reader->quotes += entering ? 1 : -1;
      break;

    case CMARK_NODE_LIST:
      read_list (reader, node, entering);
      break;

    case CMARK_NODE_ITEM:
      if (entering)
        begin_item (reader);
      break;

    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
      read_literal_block (reader, node);
      break;

    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      if (entering)
        begin_markup (reader, node);
      else
        end_markup (reader);
      break;

    case CMARK_NODE_THEMATIC_BREAK:
      add_block (reader, SURMISE_MODEL_MARKDOWN_RULE, 0, g_strdup (""));
      break;

    default:
      break;
    }
}

/* The characters that would not be shown, or would be taken for this reader's own. */
static char *
clean (const char *text)
{
  gsize length = strlen (text);
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) MIN (length, MAX_BYTES));

  for (char *p = valid; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && strchr ("\n\r\t", *p) == NULL)
      *p = ' ';

  return g_steal_pointer (&valid);
}

/**
 * surmise_model_markdown_parse:
 * @text: Markdown, of any origin
 * @cut: (out) (optional): whether there was more than is returned
 *
 * Nothing is fetched. HTML is not understood: its tags are left out.
 *
 * Returns: (transfer full): of #SurmiseModelMarkdownBlock
 */
GPtrArray *
surmise_model_markdown_parse (const char *text,
                              gboolean   *cut)
{
  g_autofree char *cleaned = NULL;
  g_autoptr(GArray) lists = g_array_new (FALSE, FALSE, sizeof (List));
  Reader reader = { .lists = lists };
  cmark_event_type event;
  cmark_node *document;
  cmark_iter *iter;

  g_return_val_if_fail (text != NULL, NULL);

  cleaned = clean (text);
  reader.blocks = g_ptr_array_new_with_free_func (block_free);
  document = cmark_parse_document (cleaned, strlen (cleaned), CMARK_OPT_DEFAULT);
  cmark_consolidate_text_nodes (document);
  iter = cmark_iter_new (document);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE && reader.blocks->len <= MAX_BLOCKS)
    {
      cmark_node *node = cmark_iter_get_node (iter);

      if (reader.markup != NULL && cmark_node_get_type (node) >= CMARK_NODE_FIRST_INLINE)
        read_inline (&reader, node, event == CMARK_EVENT_ENTER);
      else
        read_block (&reader, node, event == CMARK_EVENT_ENTER);
    }
  if (cut != NULL)
    /* Whoever read them from the service has cut them, too, at a whole character. */
    *cut = reader.blocks->len > MAX_BLOCKS || strlen (text) > MAX_BYTES - 4;
  g_ptr_array_set_size (reader.blocks, (int) MIN (reader.blocks->len, MAX_BLOCKS));
  if (reader.markup != NULL)
    g_string_free (reader.markup, TRUE);
  g_free (reader.marker);
  cmark_iter_free (iter);
  cmark_node_free (document);

  return reader.blocks;
}
