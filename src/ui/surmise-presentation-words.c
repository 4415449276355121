/* surmise-presentation-words.c – words as large as there is room for
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-presentation-words.h"

#include "surmise-compat.h"

/* The type is this part of the height or of the width, whichever is less. */
#define PER_HEIGHT  17
#define PER_WIDTH   13
#define MIN_SIZE    11 /* pixels */
/* Nobody reads more from the back row, and laying out a book takes long. */
#define MAX_LETTERS 1200
/* A longer text is set smaller, down to this share. */
#define MIN_SCALE   0.45
#define STEP        0.11
#define HINT_SCALE  0.7
#define HINT_ALPHA  0.75f

/**
 * SurmisePresentationWords:
 *
 * A label has the size that its style has; here the size follows from the room, so the text is laid out while it is
 * drawn. With a title, the text below it is an explanation; alone, it is what a model answered.
 */
struct _SurmisePresentationWords
{
  GtkWidget  parent_instance;

  char      *title; /* (owned) (nullable) */
  char      *text;  /* (owned) (nullable) */
  gboolean   centered;
};

G_DEFINE_FINAL_TYPE (SurmisePresentationWords, surmise_presentation_words, GTK_TYPE_WIDGET)

static PangoLayout *
lay_out (SurmisePresentationWords *self,
         const char               *text,
         double                    size,
         PangoWeight               weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoContext *context = pango_layout_get_context (layout);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, gtk_widget_get_width (GTK_WIDGET (self)) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, self->centered ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);

  return layout;
}

static int
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

/* As large as fits; where even the smallest does not, the end is left out. */
static PangoLayout *
fit (SurmisePresentationWords *self,
     double                    size,
     int                       room)
{
  g_autoptr(PangoLayout) layout = NULL;

  for (double scale = 1; scale >= MIN_SCALE; scale -= STEP)
    {
      g_clear_object (&layout);
      layout = lay_out (self, self->text, MAX (MIN_SIZE, size * scale), PANGO_WEIGHT_NORMAL);
      if (get_height (layout) <= room)
        return g_steal_pointer (&layout);
    }

  pango_layout_set_height (layout, room * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return g_steal_pointer (&layout);
}

static void
append (GtkSnapshot   *snapshot,
        PangoLayout   *layout,
        int            y,
        const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
surmise_presentation_words_snapshot (GtkWidget   *widget,
                                     GtkSnapshot *snapshot)
{
  SurmisePresentationWords *self = SURMISE_PRESENTATION_WORDS (widget);
  int height = gtk_widget_get_height (widget);
  double size = MAX (MIN_SIZE, MIN (height / (double) PER_HEIGHT, gtk_widget_get_width (widget) / (double) PER_WIDTH));
  g_autoptr(PangoLayout) title = NULL;
  g_autoptr(PangoLayout) text = NULL;
  int title_height = 0, y;
  GdkRGBA color;

  surmise_get_color (widget, &color);
  if (self->title != NULL)
    {
      title = lay_out (self, self->title, size, PANGO_WEIGHT_BOLD);
      title_height = get_height (title) + (int) (size / 2);
      size *= HINT_SCALE;
    }
  if (self->text != NULL)
    text = fit (self, size, MAX (0, height - title_height));

  y = MAX (0, (height - title_height - (text != NULL ? get_height (text) : 0)) / 2);
  if (title != NULL)
    append (snapshot, title, y, &color);
  if (title != NULL)
    color.alpha *= HINT_ALPHA;
  if (text != NULL)
    append (snapshot, text, y + title_height, &color);
}

static void
surmise_presentation_words_finalize (GObject *object)
{
  SurmisePresentationWords *self = SURMISE_PRESENTATION_WORDS (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (surmise_presentation_words_parent_class)->finalize (object);
}

static void
surmise_presentation_words_class_init (SurmisePresentationWordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = surmise_presentation_words_finalize;
  widget_class->snapshot = surmise_presentation_words_snapshot;

  gtk_widget_class_set_css_name (widget_class, "presentationwords");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
surmise_presentation_words_init (SurmisePresentationWords *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static char *
dup_start (const char *text)
{
  g_autofree char *start = NULL;

  if (text == NULL || g_utf8_strlen (text, -1) <= MAX_LETTERS)
    return g_strdup (text);

  start = g_utf8_substring (text, 0, MAX_LETTERS);

  return g_strconcat (start, "…", NULL);
}

/**
 * surmise_presentation_words_show:
 * @self: the words
 * @title: (nullable): a short sentence without full stop, bold
 * @text: (nullable): what it means; without @title, all there is to say
 *
 * Neither is markup.
 */
void
surmise_presentation_words_show (SurmisePresentationWords *self,
                                 const char               *title,
                                 const char               *text)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (SURMISE_IS_PRESENTATION_WORDS (self));

  g_free (self->title);
  self->title = dup_start (title);
  g_free (self->text);
  self->text = dup_start (text);

  if (self->title != NULL && self->text != NULL)
    spoken = g_strdup_printf ("%s. %s", self->title, self->text);
  else
    spoken = g_strdup (self->title != NULL ? self->title : self->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken != NULL ? spoken : "",
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
surmise_presentation_words_set_centered (SurmisePresentationWords *self,
                                         gboolean                  centered)
{
  g_return_if_fail (SURMISE_IS_PRESENTATION_WORDS (self));

  if (self->centered == centered)
    return;

  self->centered = centered;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
