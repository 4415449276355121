/* surmise-raw-view.c – an answer as the service wrote it, to read, search and copy
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-raw-view.h"

#include <glib/gi18n.h>

#include "surmise-answer-view.h"
#include "surmise-paragraphs.h"

/* More are not counted: nobody steps through them. */
#define MOST_FOUND 10000

/**
 * SurmiseRawView:
 *
 * What is looked for is found in the text itself and not in the view's buffer, whose own search would take seconds where
 * thousands of concepts were answered.
 */
struct _SurmiseRawView
{
  AdwBin          parent_instance;

  GtkSearchEntry *search;
  GtkLabel       *count;
  GtkTextView    *view;

  ClarifaiOutput *output;  /* (owned) (nullable) */
  char           *text;    /* (owned) (nullable): as it is shown */
  GArray         *found;   /* (owned) of Found */
  guint           current; /* in @found */
};

typedef struct
{
  int start; /* characters */
  int end;
} Found;

static void answer_view_iface_init (SurmiseAnswerViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SurmiseRawView, surmise_raw_view, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (SURMISE_TYPE_ANSWER_VIEW, answer_view_iface_init))

static void
show_found (SurmiseRawView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  gboolean looks = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
  g_autofree char *count = NULL;
  GtkTextIter start, end;

  if (self->found->len > 0)
    {
      Found *found = &g_array_index (self->found, Found, self->current);

      /* Translators: which of the places where the letters were found, and how many there are. */
      count = g_strdup_printf (_("%u of %u"), self->current + 1, self->found->len);
      gtk_text_buffer_get_iter_at_offset (buffer, &start, found->start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, found->end);
      gtk_text_buffer_select_range (buffer, &start, &end);
      gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (buffer), 0.1, FALSE, 0, 0);
    }
  else
    {
      count = g_strdup (looks ? _("Not found") : "");
      gtk_text_buffer_get_start_iter (buffer, &start);
      gtk_text_buffer_place_cursor (buffer, &start);
    }
  gtk_label_set_label (self->count, count);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "raw.next", self->found->len > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "raw.previous", self->found->len > 1);
}

static void
find (SurmiseRawView *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *pattern = g_regex_escape_string (words, -1);
  g_autoptr(GRegex) regex = *words != '\0' ? g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL) : NULL;
  g_autoptr(GMatchInfo) match = NULL;
  int start, end, known = 0, offset = 0;

  g_array_set_size (self->found, 0);
  self->current = 0;
  if (regex != NULL && self->text != NULL)
    g_regex_match (regex, self->text, 0, &match);
  while (match != NULL && g_match_info_matches (match) && self->found->len < MOST_FOUND
         && g_match_info_fetch_pos (match, 0, &start, &end))
    {
      Found found;

      /* Bytes to characters, only ever onwards from the last place. */
      offset += (int) g_utf8_pointer_to_offset (self->text + known, self->text + start);
      found.start = offset;
      found.end = offset + (int) g_utf8_pointer_to_offset (self->text + start, self->text + end);
      known = start;
      g_array_append_val (self->found, found);
      g_match_info_next (match, NULL);
    }
  show_found (self);
}

static void
step (SurmiseRawView *self,
      guint           by)
{
  if (self->found->len == 0)
    return;

  self->current = (self->current + by) % self->found->len;
  show_found (self);
}

static void
on_next (SurmiseRawView *self)
{
  step (self, 1);
}

static void
on_previous (SurmiseRawView *self)
{
  step (self, self->found->len - 1);
}

static void
on_action (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  SurmiseRawView *self = SURMISE_RAW_VIEW (widget);

  if (g_str_equal (action, "raw.next"))
    on_next (self);
  else if (g_str_equal (action, "raw.previous"))
    on_previous (self);
  else
    surmise_raw_view_search (self);
}

static void
on_stop_search (SurmiseRawView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static char *
dup_text (SurmiseAnswerView  *view,
          char              **toast)
{
  SurmiseRawView *self = SURMISE_RAW_VIEW (view);

  *toast = g_strdup (_("Copied the raw answer"));

  return self->output != NULL ? clarifai_output_dup_raw (self->output) : NULL;
}

static void
set_output (SurmiseAnswerView *view,
            ClarifaiOutput    *output)
{
  SurmiseRawView *self = SURMISE_RAW_VIEW (view);

  g_autofree char *raw = output != NULL ? clarifai_output_dup_raw (output) : NULL;

  g_set_object (&self->output, output);
  g_clear_pointer (&self->text, g_free);
  self->text = raw != NULL ? surmise_paragraphs_break (raw) : NULL;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), self->text != NULL ? self->text : "", -1);
  find (self);
}

static void
answer_view_iface_init (SurmiseAnswerViewInterface *iface)
{
  iface->dup_text = dup_text;
  iface->set_output = set_output;
}

static void
surmise_raw_view_dispose (GObject *object)
{
  SurmiseRawView *self = SURMISE_RAW_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_RAW_VIEW);

  G_OBJECT_CLASS (surmise_raw_view_parent_class)->dispose (object);
}

static void
surmise_raw_view_finalize (GObject *object)
{
  SurmiseRawView *self = SURMISE_RAW_VIEW (object);

  g_clear_object (&self->output);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->found, g_array_unref);

  G_OBJECT_CLASS (surmise_raw_view_parent_class)->finalize (object);
}

static void
surmise_raw_view_class_init (SurmiseRawViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_raw_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = surmise_raw_view_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-raw-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseRawView, search);
  gtk_widget_class_bind_template_child (widget_class, SurmiseRawView, count);
  gtk_widget_class_bind_template_child (widget_class, SurmiseRawView, view);
  gtk_widget_class_bind_template_callback (widget_class, find);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_install_action (widget_class, "raw.next", NULL, on_action);
  gtk_widget_class_install_action (widget_class, "raw.previous", NULL, on_action);
  gtk_widget_class_install_action (widget_class, "raw.search", NULL, on_action);
}

static void
surmise_raw_view_init (SurmiseRawView *self)
{
  self->found = g_array_new (FALSE, FALSE, sizeof (Found));
  gtk_widget_init_template (GTK_WIDGET (self));
  show_found (self);
}

GtkWidget *
surmise_raw_view_new (void)
{
  return g_object_new (SURMISE_TYPE_RAW_VIEW, NULL);
}

void
surmise_raw_view_search (SurmiseRawView *self)
{
  g_return_if_fail (SURMISE_IS_RAW_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
