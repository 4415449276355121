/* surmise-compare-head.c – one model of a comparison: its name, how it fares, what can be done with it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-compare-head.h"

#include <glib/gi18n.h>

#include "surmise-compare-words.h"
#include "surmise-error-text.h"
#include "surmise-tooltip.h"

#define SPINNER_SECONDS 1
/* From this width on, the buttons stand beside the name. */
#define WIDE_FROM       220
#define GAP             2
#define BUTTON          28 /* reserved even where there is no button, so that the lines of all heads agree */
#define BUTTON_INSET    6  /* of the icon in it: what is seen stands on the column's edge */
#define INDENT          26 /* number and gap, before the name */

/**
 * SurmiseCompareHead:
 *
 * In a narrow column name, state and buttons stand below each other, else the buttons stand at the end. Name on top and
 * state at the bottom, whatever the height: so they stand on one line in all columns.
 */
struct _SurmiseCompareHead
{
  GtkWidget        parent_instance;

  GtkWidget       *title_box;
  GtkLabel        *number;
  GtkLabel        *title;
  GtkWidget       *status_box;
  GtkSpinner      *spinner;
  GtkWidget       *warning;
  GtkLabel        *status;
  GtkWidget       *buttons;
  GtkWidget       *retry;
  GtkToggleButton *boxes;
  GtkWidget       *remove;

  SurmiseQuestion *question;   /* (owned) */
  guint            i;          /* which model, from 0 */
  guint            spinner_id;
};

G_DEFINE_FINAL_TYPE (SurmiseCompareHead, surmise_compare_head, GTK_TYPE_WIDGET)

enum { BOXES_TOGGLED, REMOVE_CLICKED, RETRY_CLICKED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
on_spinner (gpointer user_data)
{
  SurmiseCompareHead *self = user_data;

  self->spinner_id = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);
  if (*gtk_label_get_label (self->status) == '\0')
    gtk_label_set_label (self->status, _("Waiting…"));

  return G_SOURCE_REMOVE;
}

static void
start_waiting (SurmiseCompareHead *self)
{
  if (self->spinner_id == 0 && !gtk_spinner_get_spinning (self->spinner))
    self->spinner_id = g_timeout_add_seconds (SPINNER_SECONDS, on_spinner, self);
}

static void
stop_waiting (SurmiseCompareHead *self)
{
  g_clear_handle_id (&self->spinner_id, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
}

static void
say (SurmiseCompareHead *self,
     const char         *text,
     const char         *tooltip)
{
  gtk_label_set_label (self->status, text);
  gtk_widget_set_tooltip_text (self->status_box, tooltip);
}

static void
show_waiting (SurmiseCompareHead *self,
              ClarifaiProgress    progress)
{
  start_waiting (self);

  switch (progress)
    {
    case CLARIFAI_PROGRESS_MODEL_STARTING:
      say (self, _("The model is starting…"),
           _("Nobody has used it for a while, so Clarifai loads it anew. This can take some minutes."));
      break;

    case CLARIFAI_PROGRESS_THROTTLED:
      say (self, _("A short pause…"), _("Clarifai asked for a pause. Going on by itself…"));
      break;

    case CLARIFAI_PROGRESS_SENT:
    default:
      say (self, gtk_spinner_get_spinning (self->spinner) ? _("Waiting…") : "", NULL);
    }
}

static gboolean
has_boxes (SurmisePicture *answer)
{
  ClarifaiOutput *output = answer != NULL ? surmise_picture_get_output (answer) : NULL;
  GListModel *regions = output != NULL ? clarifai_output_get_regions (output) : NULL;

  return regions != NULL && g_list_model_get_n_items (regions) > 0;
}

static void
update_boxes_button (SurmiseCompareHead *self)
{
  gboolean on = gtk_toggle_button_get_active (self->boxes);

  /* The open and the closed eye say it without a colour. */
  gtk_button_set_icon_name (GTK_BUTTON (self->boxes), on ? "view-reveal-symbolic" : "view-conceal-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->boxes),
                               on ? _("Hide This Model’s Boxes") : _("Show This Model’s Boxes"));
}

/* The number has the colour of the boxes that bear it, as long as they are seen. */
static void
update_number (SurmiseCompareHead *self)
{
  g_autofree char *style = g_strdup_printf ("style-%u", self->i);
  const char *const plain[] = { "compare-number", "numeric", NULL };
  const char *const colored[] = { "compare-number", "numeric", style, NULL };
  gboolean seen = gtk_widget_get_visible (GTK_WIDGET (self->boxes)) && gtk_toggle_button_get_active (self->boxes);

  gtk_widget_set_css_classes (GTK_WIDGET (self->number), (const char **) (seen ? colored : plain));
}

static void
on_boxes (SurmiseCompareHead *self)
{
  update_boxes_button (self);
  update_number (self);
  g_signal_emit (self, signals[BOXES_TOGGLED], 0);
}

static void
on_remove (SurmiseCompareHead *self)
{
  g_signal_emit (self, signals[REMOVE_CLICKED], 0);
}

static void
on_retry (SurmiseCompareHead *self)
{
  g_signal_emit (self, signals[RETRY_CLICKED], 0);
}

static int
measure_natural (GtkWidget      *child,
                 GtkOrientation  orientation,
                 int             for_size)
{
  int natural = 0;

  gtk_widget_measure (child, orientation, for_size, NULL, &natural, NULL, NULL);

  return natural;
}

static int
get_minimum_width (GtkWidget *child)
{
  int minimum = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

static int
get_buttons_width (SurmiseCompareHead *self)
{
  return measure_natural (self->buttons, GTK_ORIENTATION_HORIZONTAL, -1);
}

/* What the name has, buttons beside it or not. */
static int
get_text_width (SurmiseCompareHead *self,
                int                 width)
{
  int buttons = get_buttons_width (self);

  return width >= WIDE_FROM && buttons > 0 ? width - buttons - 2 * GAP : width;
}

static GtkSizeRequestMode
surmise_compare_head_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
surmise_compare_head_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  SurmiseCompareHead *self = SURMISE_COMPARE_HEAD (widget);
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (get_minimum_width (self->title_box), get_minimum_width (self->status_box));
      *minimum = *natural = MAX (*minimum, get_buttons_width (self));
      return;
    }

  height = measure_natural (self->title_box, GTK_ORIENTATION_VERTICAL,
                            for_size < 0 ? -1 : get_text_width (self, for_size))
           + GAP + measure_natural (self->status_box, GTK_ORIENTATION_VERTICAL, -1);
  if (for_size < WIDE_FROM)
    height += GAP + BUTTON;
  *minimum = *natural = MAX (height, BUTTON);
}

static void
allocate (GtkWidget     *child,
          GtkAllocation  area,
          int            whole_width)
{
  if (gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL)
    area.x = whole_width - area.x - area.width;
  gtk_widget_size_allocate (child, &area, -1);
}

static void
surmise_compare_head_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  SurmiseCompareHead *self = SURMISE_COMPARE_HEAD (widget);
  int text = get_text_width (self, width);
  int title = measure_natural (self->title_box, GTK_ORIENTATION_VERTICAL, text);
  int status = measure_natural (self->status_box, GTK_ORIENTATION_VERTICAL, -1);
  int buttons = MIN (get_buttons_width (self), width);
  gboolean wide = width >= WIDE_FROM;
  int bottom = wide ? height : height - BUTTON - GAP;
  int indent = wide ? INDENT : 0;

  allocate (self->title_box, (GtkAllocation) { 0, 0, text, title }, width);
  allocate (self->status_box, (GtkAllocation) { indent, MAX (0, bottom - status), text - indent, status }, width);
  if (wide)
    allocate (self->buttons,
              (GtkAllocation) { width - buttons + BUTTON_INSET, (height - BUTTON) / 2, buttons, BUTTON }, width);
  else
    allocate (self->buttons, (GtkAllocation) { -BUTTON_INSET, height - BUTTON, buttons, BUTTON }, width);
}

static void
surmise_compare_head_dispose (GObject *object)
{
  SurmiseCompareHead *self = SURMISE_COMPARE_HEAD (object);

  g_clear_handle_id (&self->spinner_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_COMPARE_HEAD);
  g_clear_object (&self->question);

  G_OBJECT_CLASS (surmise_compare_head_parent_class)->dispose (object);
}

static void
add_signals (void)
{
  static const char *const names[N_SIGNALS] = { "boxes-toggled", "remove-clicked", "retry-clicked" };

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], SURMISE_TYPE_COMPARE_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
surmise_compare_head_class_init (SurmiseCompareHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_compare_head_dispose;
  widget_class->get_request_mode = surmise_compare_head_get_request_mode;
  widget_class->measure = surmise_compare_head_measure;
  widget_class->size_allocate = surmise_compare_head_size_allocate;

  add_signals ();
  gtk_widget_class_set_css_name (widget_class, "comparehead");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-compare-head.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareHead, title_box);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareHead, number);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareHead, title);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareHead, status_box);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareHead, spinner);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareHead, warning);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareHead, status);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareHead, buttons);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareHead, retry);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareHead, boxes);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCompareHead, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_boxes);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_retry);
}

static void
surmise_compare_head_init (SurmiseCompareHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_boxes_button (self);
}

/**
 * surmise_compare_head_new:
 * @question: what is asked of the model
 *
 * Returns: (transfer floating): a head that says nothing yet
 */
GtkWidget *
surmise_compare_head_new (SurmiseQuestion *question)
{
  SurmiseCompareHead *self = g_object_new (SURMISE_TYPE_COMPARE_HEAD, NULL);

  self->question = g_object_ref (question);

  return GTK_WIDGET (self);
}

SurmiseQuestion *
surmise_compare_head_get_question (SurmiseCompareHead *self)
{
  g_return_val_if_fail (SURMISE_IS_COMPARE_HEAD (self), NULL);

  return self->question;
}

/* One failure holds up nobody, and is told where it happened. */
static void
update_status (SurmiseCompareHead *self,
               SurmisePicture     *answer)
{
  SurmisePictureState state = answer != NULL ? surmise_picture_get_state (answer) : SURMISE_PICTURE_STATE_WAITING;
  /* Between two states there may be neither: each change is heard of by itself. */
  gboolean failed = state == SURMISE_PICTURE_STATE_FAILED && surmise_picture_get_error (answer) != NULL;
  g_autoptr(SurmiseErrorText) text = NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->warning, failed);
  gtk_widget_set_visible (self->retry, failed || state == SURMISE_PICTURE_STATE_CANCELLED);
  if (answer != NULL && surmise_picture_is_busy (answer))
    {
      show_waiting (self, surmise_picture_get_progress (answer));
      return;
    }

  stop_waiting (self);
  if (failed)
    {
      text = surmise_error_text_new (surmise_picture_get_error (answer));
      say (self, text->title, text->hint);
    }
  else if (state == SURMISE_PICTURE_STATE_CANCELLED)
    {
      say (self, _("Cancelled"), NULL);
    }
  else
    {
      if (state == SURMISE_PICTURE_STATE_DONE && surmise_picture_get_output (answer) != NULL)
        words = surmise_compare_words_dup (answer);
      say (self, words != NULL ? words : "", words);
    }
}

void
surmise_compare_head_update (SurmiseCompareHead *self,
                             guint               i,
                             const char         *name,
                             SurmisePicture     *answer)
{
  g_autofree char *number = g_strdup_printf ("%u", i + 1);
  g_autofree char *label = NULL;

  g_return_if_fail (SURMISE_IS_COMPARE_HEAD (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (answer == NULL || SURMISE_IS_PICTURE (answer));

  self->i = i;
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->title, name);
  surmise_tooltip_set (GTK_WIDGET (self->title), name);
  update_status (self, answer);
  gtk_widget_set_visible (GTK_WIDGET (self->boxes), has_boxes (answer));
  update_number (self);
  /* The first is the one that the window asks anyway. */
  gtk_widget_set_visible (self->remove, i > 0);

  /* Translators: for screen readers: a model's number in the comparison, its name, how it fares. */
  label = g_strdup_printf (_("Model %u: %s. %s"), i + 1, name, gtk_label_get_label (self->status));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

gboolean
surmise_compare_head_get_boxes (SurmiseCompareHead *self)
{
  g_return_val_if_fail (SURMISE_IS_COMPARE_HEAD (self), FALSE);

  return gtk_toggle_button_get_active (self->boxes);
}
