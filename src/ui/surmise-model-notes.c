/* surmise-model-notes.c – what somebody wrote about a model, laid out
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-notes.h"

#include <glib/gi18n.h>
#include <string.h>

#include "surmise-model-markdown.h"
#include "surmise-model-text.h"

/* What fills a window is there at once; the rest follows while nothing else is to be done. */
#define AT_ONCE     16
#define AT_A_TIME   8
#define STEP        24
#define MOST_STEPS  5
#define MOST_CELLS  12

/**
 * SurmiseModelNotes:
 *
 * A label for each paragraph, so that links take the focus one after the other and a screen reader goes from one to the
 * next. Links open in the browser; nothing is ever fetched from here.
 */
struct _SurmiseModelNotes
{
  AdwBin     parent_instance;

  GtkWidget *box;
  GPtrArray *blocks; /* (owned) (nullable): of SurmiseModelMarkdownBlock */
  guint      n_shown;
  gboolean   cut;
  guint      idle_id;
};

G_DEFINE_FINAL_TYPE (SurmiseModelNotes, surmise_model_notes, ADW_TYPE_BIN)

static gboolean
on_activate_link (GtkLabel   *label,
                  const char *address)
{
  if (surmise_model_text_is_link (address))
    g_app_info_launch_default_for_uri_async (address, NULL, NULL, NULL, NULL);

  return TRUE;
}

static GtkWidget *
make_label (const char *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  /* Tab goes to links, not to each paragraph. */
  gtk_widget_set_focusable (label, strstr (markup, "<a ") != NULL);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect (label, "activate-link", G_CALLBACK (on_activate_link), NULL);

  return label;
}

static GtkWidget *
make_heading (SurmiseModelMarkdownBlock *block)
{
  static const char *const classes[] = { "title-3", "title-4", "heading" };
  GtkWidget *label = make_label (block->markup);

  gtk_widget_add_css_class (label, classes[CLAMP (block->level, 1, G_N_ELEMENTS (classes)) - 1]);

  return label;
}

/* What is too wide for a narrow window is scrolled by itself. */
static GtkWidget *
make_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_hexpand (scroller, TRUE);

  return scroller;
}

static GtkWidget *
make_code (SurmiseModelMarkdownBlock *block)
{
  GtkWidget *label = make_label (block->markup);
  GtkWidget *scroller;

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, "monospace");
  scroller = make_scroller (label);
  gtk_widget_add_css_class (scroller, "notes-code");

  return scroller;
}

static GtkWidget *
make_table (SurmiseModelMarkdownBlock *block)
{
  GtkWidget *grid = gtk_grid_new ();
  g_auto(GStrv) rows = g_strsplit (block->markup, "\n", -1);
  GtkWidget *scroller;

  for (guint y = 0; rows[y] != NULL; y++)
    {
      g_auto(GStrv) cells = g_strsplit (rows[y], SURMISE_MODEL_MARKDOWN_CELL, MOST_CELLS);

      for (guint x = 0; cells[x] != NULL; x++)
        {
          GtkWidget *label = make_label (g_strstrip (cells[x]));

          gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
          gtk_widget_set_valign (label, GTK_ALIGN_START);
          gtk_widget_set_hexpand (label, FALSE);
          if (y == 0)
            gtk_widget_add_css_class (label, "caption-heading");
          gtk_grid_attach (GTK_GRID (grid), label, (int) x, (int) y, 1, 1);
        }
    }
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  scroller = make_scroller (grid);
  gtk_widget_add_css_class (scroller, "notes-table");

  return scroller;
}

static GtkWidget *
make_widget (SurmiseModelMarkdownBlock *block)
{
  switch (block->kind)
    {
    case SURMISE_MODEL_MARKDOWN_PARAGRAPH:
      return make_label (block->markup);

    case SURMISE_MODEL_MARKDOWN_HEADING:
      return make_heading (block);

    case SURMISE_MODEL_MARKDOWN_CODE:
      return make_code (block);

    case SURMISE_MODEL_MARKDOWN_TABLE:
      return make_table (block);

    case SURMISE_MODEL_MARKDOWN_RULE:
      return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

    default:
      g_assert_not_reached ();
    }
}

static GtkWidget *
add_marker (GtkWidget  *widget,
            const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *marker = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (marker), 1);
  gtk_widget_set_valign (marker, GTK_ALIGN_START);
  gtk_widget_set_size_request (marker, STEP - 6, -1);
  gtk_box_append (GTK_BOX (box), marker);
  gtk_box_append (GTK_BOX (box), widget);

  return box;
}

static void
show_block (SurmiseModelNotes *self,
            guint              i)
{
  SurmiseModelMarkdownBlock *block = self->blocks->pdata[i];
  SurmiseModelMarkdownBlock *last = i > 0 ? self->blocks->pdata[i - 1] : NULL;
  GtkWidget *widget = make_widget (block);
  guint depth = MIN (block->depth, MOST_STEPS);
  int above = 10;

  if (block->marker != NULL)
    {
      widget = add_marker (widget, block->marker);
      above = last != NULL && last->depth > 0 ? 4 : 10;
      depth -= 1;
    }
  else if (block->kind == SURMISE_MODEL_MARKDOWN_HEADING)
    above = 22;
  else if (last != NULL && last->kind == SURMISE_MODEL_MARKDOWN_HEADING)
    above = 6;

  if (block->quotes > 0)
    gtk_widget_add_css_class (widget, "notes-quote");
  gtk_widget_set_margin_top (widget, last != NULL ? above : 0);
  gtk_widget_set_margin_start (widget, (int) depth * STEP);
  gtk_box_append (GTK_BOX (self->box), widget);
}

static gboolean
show_more (gpointer user_data)
{
  SurmiseModelNotes *self = user_data;
  guint end = MIN (self->blocks->len, self->n_shown + (self->n_shown == 0 ? AT_ONCE : AT_A_TIME));

  while (self->n_shown < end)
    show_block (self, self->n_shown++);
  if (self->n_shown < self->blocks->len)
    return G_SOURCE_CONTINUE;

  if (self->cut)
    {
      GtkWidget *label = make_label (_("There is more on the model’s web page."));

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_margin_top (label, 22);
      gtk_box_append (GTK_BOX (self->box), label);
    }
  self->idle_id = 0;

  return G_SOURCE_REMOVE;
}

static void
surmise_model_notes_dispose (GObject *object)
{
  SurmiseModelNotes *self = SURMISE_MODEL_NOTES (object);

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);

  G_OBJECT_CLASS (surmise_model_notes_parent_class)->dispose (object);
}

static void
surmise_model_notes_class_init (SurmiseModelNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = surmise_model_notes_dispose;
}

static void
surmise_model_notes_init (SurmiseModelNotes *self)
{
}

GtkWidget *
surmise_model_notes_new (void)
{
  return g_object_new (SURMISE_TYPE_MODEL_NOTES, NULL);
}

void
surmise_model_notes_set_text (SurmiseModelNotes *self,
                              const char        *text)
{
  g_return_if_fail (SURMISE_IS_MODEL_NOTES (self));

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  self->n_shown = 0;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_bin_set_child (ADW_BIN (self), self->box);
  if (text == NULL)
    return;

  self->blocks = surmise_model_markdown_parse (text, &self->cut);
  if (show_more (self))
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, show_more, self, NULL);
}
