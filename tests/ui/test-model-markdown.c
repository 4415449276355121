/* test-model-markdown.c – the notes of a model, from Markdown to markup
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Not here: Markdown itself, which the library that reads it tests; how the blocks look. Here as well: lines that are
 * made of texts of any origin.
 */
#include "config.h"

#include <pango/pango.h>
#include <string.h>

#include "surmise-model-markdown.h"
#include "surmise-model-text.h"
#include "surmise-model-words.h"
#include "surmise-tooltip.h"

/* What a label makes of it: links are its own, the rest is Pango's. */
static void
assert_good_markup (const char *markup)
{
  g_autoptr(GRegex) link = g_regex_new ("<a href=\"https?://[^\"<>]*\" title=\"[^\"<>]*\">", 0, 0, NULL);
  g_autofree char *opened = g_regex_replace_literal (link, markup, -1, 0, "<span>", 0, NULL);
  g_autoptr(GString) whole = g_string_new (opened);
  g_autoptr(GError) error = NULL;

  g_string_replace (whole, "</a>", "</span>", 0);
  g_string_replace (whole, SURMISE_MODEL_MARKDOWN_CELL, " ", 0);
  pango_parse_markup (whole->str, -1, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* One line a block: kind, level, depth, quotes, marker, markup. */
static void
assert_blocks (const char *text,
               const char *wanted)
{
  static const char *const kinds[] = { "p", "h", "code", "table", "rule" };
  g_autoptr(GPtrArray) blocks = surmise_model_markdown_parse (text, NULL);
  g_autoptr(GString) got = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      SurmiseModelMarkdownBlock *block = blocks->pdata[i];
      g_autoptr(GString) markup = g_string_new (block->markup);

      assert_good_markup (block->markup);
      g_string_replace (markup, SURMISE_MODEL_MARKDOWN_CELL, "¦", 0);
      g_string_replace (markup, "\n", "⏎", 0);
      g_string_append_printf (got, "%s%s%u,%u,%u,%s %s", i > 0 ? "\n" : "", kinds[block->kind], block->level, block->depth,
                              block->quotes, block->marker != NULL ? block->marker : "-", markup->str);
    }
  g_assert_cmpstr (got->str, ==, wanted);
}

static void
test_paragraphs (void)
{
  assert_blocks ("One *two* **three**\nfour `five`\n\nsix\\\nseven",
                 "p0,0,0,- One <i>two</i> <b>three</b> four <tt>five</tt>\np0,0,0,- six⏎seven");
}

static void
test_headings (void)
{
  assert_blocks ("# One\n\nTwo\n---\n\n### *Three*", "h1,0,0,- One\nh2,0,0,- Two\nh3,0,0,- <i>Three</i>");
}

static void
test_lists (void)
{
  assert_blocks ("- one\n- two\n  1. three\n\n     four\n- five\n\n7) six\n8) seven",
                 "p0,1,0,• one\np0,1,0,• two\np0,2,0,1. three\np0,2,0,- four\np0,1,0,• five\np0,1,0,7. six\np0,1,0,8. seven");
}

static void
test_quotes_code_rules (void)
{
  assert_blocks ("> one\n> > two\n\n```python\nif a < b:\n    c\n```\n\n***", "p0,0,1,- one\np0,0,2,- two\ncode0,0,0,- if a &lt; b:⏎    c\nrule0,0,0,- ");
}

static void
test_table (void)
{
  assert_blocks ("| Name | *How* good |\n|:-----|-----:|\n| a | 1 [x](https://e.org/) |\n| b | 2 |",
                 "table0,0,0,- Name ¦ <i>How</i> good⏎a ¦ 1 <a href=\"https://e.org/\" title=\"https://e.org/\">x</a>⏎b ¦ 2");
}

static void
test_bars_are_no_table (void)
{
  assert_blocks ("either | or", "p0,0,0,- either | or");
}

#define LINK "<a href=\"https://e.org/a?b=1&amp;c=2\" title=\"https://e.org/a?b=1&amp;amp;c=2\">"

static void
test_links (void)
{
  assert_blocks ("[a *b*](https://e.org/a?b=1&c=2 'title')", "p0,0,0,- " LINK "a <i>b</i></a>");
  assert_blocks ("[a][1]\n\n[1]: https://e.org/a?b=1&c=2", "p0,0,0,- " LINK "a</a>");
  assert_blocks ("<https://e.org/a?b=1&c=2>", "p0,0,0,- " LINK "https://e.org/a?b=1&amp;c=2</a>");
  assert_blocks ("[](https://e.org/a?b=1&c=2)", "p0,0,0,- " LINK "https://e.org/a?b=1&amp;c=2</a>");
}

static void
test_addresses_in_the_text (void)
{
  assert_blocks ("(see https://e.org/a?b=1&c=2).", "p0,0,0,- (see " LINK "https://e.org/a?b=1&amp;c=2</a>).");
  assert_blocks ("https://e.org/a_(b), end", "p0,0,0,- <a href=\"https://e.org/a_(b)\" title=\"https://e.org/a_(b)\">https://e.org/a_(b)</a>, end");
  assert_blocks ("xhttps://e.org `https://e.org`", "p0,0,0,- xhttps://e.org <tt>https://e.org</tt>");
}

/* What they say stays, where they lead does not. */
static void
test_refused_links (void)
{
  static const char *const refused[] = {
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd", "mailto:ada@e.org",
    "/relative", "//e.org/x", "https://", "https:e.org", "http:///x", "https://e.org@evil.example/", "ftp://e.org/", "x",
    "java&#x73;cript:alert(1)", "vbscript:x", "https://[broken",
  };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *text = g_strdup_printf ("[click](%s)", refused[i]);

      assert_blocks (text, "p0,0,0,- click");
      g_assert_false (surmise_model_text_is_link (refused[i]));
    }
  g_assert_true (surmise_model_text_is_link ("https://docs.clarifai.com/"));
  g_assert_true (surmise_model_text_is_link ("HTTP://e.org:8080/a"));
  g_assert_false (surmise_model_text_is_link (NULL));
}

static void
test_pictures_are_words (void)
{
  assert_blocks ("![A *cat*](https://e.org/cat.png) ![](https://e.org/x.png)", "p0,0,0,- <i>A </i><i>cat</i>");
  assert_blocks ("[![Badge](https://e.org/b.svg)](https://e.org/)",
                 "p0,0,0,- <a href=\"https://e.org/\" title=\"https://e.org/\"><i>Badge</i></a>");
}

static void
test_html_is_text (void)
{
  assert_blocks ("<div onclick=\"x()\">\n<b>Hello</b>\n<script>alert(1)</script>\n</div>", "p0,0,0,- Hello");
  assert_blocks ("a<br>b <img src=https://e.org/x onerror=y> <!-- c --> d", "p0,0,0,- a⏎b   d");
  assert_blocks ("<!-- never ends", "");
  assert_blocks ("a &lt;b&gt; <span size='1'>c</span> & d", "p0,0,0,- a &lt;b&gt; c &amp; d");
}

static void
test_hostile_characters (void)
{
  assert_blocks ("a\x01\x1f" "b\xff" "c \xe2\x80\xae d", "p0,0,0,- a  b\xef\xbf\xbd" "c \xe2\x80\xae d");
  assert_blocks ("", "");
  assert_blocks (" \n\n ", "");
  assert_blocks ("99999999999) a", "p0,0,0,- 99999999999) a");
  assert_blocks ("[a](https://e.org/\"><b>)", "p0,0,0,- <a href=\"https://e.org/&quot;&gt;&lt;b&gt;\" title=\"https://e.org/&amp;quot;&amp;gt;&amp;lt;b&amp;gt;\">a</a>");
}

/* Whatever is repeated up to the service's limit for notes, and far beyond. */
static void
test_quick (void)
{
  static const char *const pieces[] = {
    "*", "_a ", "**a", "[", "![", "](", "[a](", "> ", "- ", "-\n", "1. a\n", "`", "``` ", "<", "<a ", "<!--", "|", "|-|\n", "&", "http",
    "http-", "http:/", "http://", "https:// ", "https://e.org/ ", "https://e.org/a_b*c*", "# a\n", "a\n\n", "a ", "\\", "\n", "<br>",
    "[a](https://e.org) ", "*a **b ", "\xf0\x9f\x8e\x89", "\xff", "a|b\n-|-\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GPtrArray) blocks = NULL;
      gint64 start;
      gboolean cut;

      while (text->len < 2 * 1024 * 1024)
        g_string_append (text, pieces[i]);
      start = g_get_monotonic_time ();
      blocks = surmise_model_markdown_parse (text->str, &cut);
      g_test_message ("%s: %u blocks in %d ms", pieces[i], blocks->len, (int) ((g_get_monotonic_time () - start) / 1000));
      g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
      g_assert_true (cut);
      for (guint k = 0; k < blocks->len; k++)
        assert_good_markup (((SurmiseModelMarkdownBlock *) blocks->pdata[k])->markup);
    }
}

static void
test_cut (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) blocks = NULL;
  gboolean cut;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "a\n\n");
  blocks = surmise_model_markdown_parse (text->str, &cut);
  g_assert_true (cut);
  g_assert_cmpuint (blocks->len, ==, 600);
  g_clear_pointer (&blocks, g_ptr_array_unref);

  g_string_truncate (text, 600 * 3);
  blocks = surmise_model_markdown_parse (text->str, &cut);
  g_assert_false (cut);
  g_assert_cmpuint (blocks->len, ==, 600);
}

/* Without a space to break a line at, a label would take seconds. */
static void
test_no_spaces (void)
{
  g_autofree char *text = g_strnfill (50000, 'x');
  gboolean cut;
  g_autoptr(GPtrArray) blocks = surmise_model_markdown_parse (text, &cut);

  g_assert_cmpuint (blocks->len, >, 1);
  for (guint i = 0; i < blocks->len; i++)
    {
      const SurmiseModelMarkdownBlock *block = blocks->pdata[i];
      g_auto(GStrv) lines = g_strsplit (block->markup, "\n", -1);

      for (guint j = 0; lines[j] != NULL; j++)
        g_assert_cmpuint (strlen (lines[j]), <=, 400);
    }
}

static void
test_line (void)
{
  g_autofree char *line = surmise_model_text_line ("one\n\342\200\256two\342\200\254\tthree", 100);
  g_autofree char *cut = surmise_model_text_line ("\303\244\303\244\303\244\303\244", 3);

  g_assert_cmpstr (line, ==, "one two three");
  g_assert_cmpstr (cut, ==, "\303\244\303\244\303\244…");
}

/* Eight characters, whatever bytes they are. */
static void
test_version (void)
{
  g_autofree char *whole = surmise_model_words_version ("a\303\244");
  g_autofree char *start = surmise_model_words_version ("a\303\244\303\244\303\244\303\244\303\244\303\244\303\244\303\244");

  g_assert_cmpstr (whole, ==, "a\303\244");
  g_assert_cmpstr (start, ==, "a\303\244\303\244\303\244\303\244\303\244\303\244\303\244");
}

static void
test_tooltip (void)
{
  g_autofree char *long_name = g_strnfill (100000, 'x');
  g_autofree char *broken = surmise_tooltip_dup_text (long_name);
  g_autofree char *words = surmise_tooltip_dup_text ("a <b>name</b> of words");
  g_auto(GStrv) pieces = g_strsplit (broken, "\342\200\213", -1);

  g_assert_cmpstr (words, ==, "a <b>name</b> of words");
  g_assert_cmpint (g_utf8_strlen (broken, -1), <, 600);
  g_assert_true (g_str_has_suffix (broken, "…"));
  for (guint i = 0; pieces[i] != NULL; i++)
    g_assert_cmpint (g_utf8_strlen (pieces[i], -1), <=, 41);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model-markdown/paragraphs", test_paragraphs);
  g_test_add_func ("/model-markdown/headings", test_headings);
  g_test_add_func ("/model-markdown/lists", test_lists);
  g_test_add_func ("/model-markdown/quotes-code-rules", test_quotes_code_rules);
  g_test_add_func ("/model-markdown/table", test_table);
  g_test_add_func ("/model-markdown/bars-are-no-table", test_bars_are_no_table);
  g_test_add_func ("/model-markdown/links", test_links);
  g_test_add_func ("/model-markdown/addresses-in-the-text", test_addresses_in_the_text);
  g_test_add_func ("/model-markdown/refused-links", test_refused_links);
  g_test_add_func ("/model-markdown/pictures-are-words", test_pictures_are_words);
  g_test_add_func ("/model-markdown/html-is-text", test_html_is_text);
  g_test_add_func ("/model-markdown/hostile-characters", test_hostile_characters);
  g_test_add_func ("/model-markdown/quick", test_quick);
  g_test_add_func ("/model-markdown/cut", test_cut);
  g_test_add_func ("/model-markdown/no-spaces", test_no_spaces);
  g_test_add_func ("/model-markdown/line", test_line);
  g_test_add_func ("/model-markdown/version", test_version);
  g_test_add_func ("/model-markdown/tooltip", test_tooltip);

  return g_test_run ();
}
