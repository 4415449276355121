/* surmise-demo-words.c – the models that take words
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-words.h"

#include "surmise-demo-css.h"
#include "surmise-demo-data.h"

/* Two colors within this distance in L*a*b* are called near. */
#define NEAR 20.0f
/* Parts of the longest name: "light golden rod yellow". */
#define MOST_PARTS 4

/* In lower case, without what stands between words. */
static char **
split_words (const char *text)
{
  g_autofree char *folded = g_utf8_strdown (text, -1);

  for (char *c = folded; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '#' && (guchar) *c < 0x80)
      *c = ' ';

  return g_strsplit (g_strstrip (folded), " ", -1);
}

/* The longest color that begins with this word; how many words it takes. A name stands as long as the table
 * of names, and a number as long as the words. */
static guint
find_color (char       **words,
            const char **name,
            guint8      *rgb)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  guint n_found = 0, n_parts = 0;

  if (surmise_demo_css_parse (words[0], rgb, name))
    n_found = 1;

  for (guint i = 0; words[i] != NULL && n_parts < MOST_PARTS; i++)
    {
      const char *longer;

      if (*words[i] == '\0')
        continue;
      g_string_append (joined, words[i]);
      n_parts++;
      if (n_parts > 1 && surmise_demo_css_parse (joined->str, rgb, &longer))
        {
          *name = longer;
          n_found = i + 1;
        }
    }

  return n_found;
}

static double
measure_share (const SurmiseDemoPixels *pixels,
               const guint8            *rgb)
{
  int n_pixels = pixels->width * pixels->height;
  int n_near = 0;
  float wanted[3];

  surmise_demo_rgb_to_lab (rgb, wanted);
  for (int i = 0; i < n_pixels; i++)
    {
      const float *lab = pixels->lab + 3 * i;
      float square = 0;

      for (int k = 0; k < 3; k++)
        square += (lab[k] - wanted[k]) * (lab[k] - wanted[k]);
      if (square <= NEAR * NEAR)
        n_near++;
    }

  return n_near / (double) n_pixels;
}

static void
append_share (GString                 *text,
              const SurmiseDemoAsked  *asked,
              const SurmiseDemoConfig *config,
              const char              *name,
              const guint8            *rgb)
{
  char percent[G_ASCII_DTOSTR_BUF_SIZE];

  /* As the language of the answer has it, and not that of the desktop. */
  g_ascii_formatd (percent, sizeof percent, "%.1f", 100 * measure_share (asked->pixels, rgb));
  if (config->german)
    g_strdelimit (percent, ".", ',');

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text,
                          config->german ? "%s\u00a0%% der Pixel liegen nahe bei %s."
                                         : "%s%% of the pixels are near %s.",
                          percent, name);
}

/**
 * surmise_demo_words_question:
 * @asked: with a picture and words
 * @config: in which language
 * @data: where "text" goes
 *
 * Looks in the words for colors, by their CSS names or as #rrggbb, and says how much of the picture is near
 * each: within a fixed distance in CIE L*a*b*.
 */
void
surmise_demo_words_question (const SurmiseDemoAsked  *asked,
                             const SurmiseDemoConfig *config,
                             JsonBuilder             *data)
{
  g_auto (GStrv) words = split_words (asked->words);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL;)
    {
      const char *name;
      guint8 rgb[3];
      guint n_words = *words[i] != '\0' ? find_color (words + i, &name, rgb) : 0;

      if (n_words > 0)
        append_share (text, asked, config, name, rgb);
      i += MAX (n_words, 1);
    }

  if (text->len == 0)
    g_string_append (text, config->german ? "Ich kenne nur Farben: ihre englischen CSS-Namen oder #4682b4."
                                          : "I know colors only: by their CSS names, such as steel blue, or as "
                                            "#4682b4.");
  surmise_demo_data_add_text (data, text->str);
}

/**
 * surmise_demo_words_count:
 * @asked: with words
 * @config: in which language
 * @data: where "text" goes
 *
 * Counts characters, words and sentences. It understands none of them.
 */
void
surmise_demo_words_count (const SurmiseDemoAsked  *asked,
                          const SurmiseDemoConfig *config,
                          JsonBuilder             *data)
{
  glong n_characters = g_utf8_strlen (asked->words, -1), n_words = 0, n_sentences = 0;
  g_autofree char *text = NULL;
  gboolean in_word = FALSE, in_sentence = FALSE;

  for (const char *at = asked->words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      gboolean of_word = g_unichar_isalnum (character);

      n_words += of_word && !in_word;
      in_word = of_word || (in_word && (character == '\'' || character == 0x2019 || character == '-'));
      in_sentence = in_sentence || of_word;
      if (in_sentence && strchr (".!?", (int) MIN (character, 127)) != NULL && character != 0)
        {
          n_sentences++;
          in_sentence = FALSE;
        }
    }
  n_sentences += in_sentence;

  text = g_strdup_printf (config->german ? "Zeichen: %ld\nWörter: %ld\nSätze: %ld"
                                         : "Characters: %ld\nWords: %ld\nSentences: %ld",
                          n_characters, n_words, n_sentences);
  surmise_demo_data_add_text (data, text);
}
