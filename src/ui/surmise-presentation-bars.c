/* surmise-presentation-bars.c – the few concepts that a room can read at once
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-presentation-bars.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "clarifai-concept.h"
#include "surmise-confidence.h"
#include "surmise-presentation-bar.h"

#define N_BARS     6
/* The last place is the spinner's. */
#define N_PLACEHOLDERS (N_BARS - 1)
#define GROW_MS    400
/* The type has this share of a sixth of the height, about a twentieth of the screen's; in a narrow window, the width
 * rules. */
#define TYPE_SHARE 0.355
#define PER_WIDTH  12
#define MIN_SIZE   11 /* pixels */
/* All are set smaller for one long name, but not for one that is much too long. */
#define MIN_FIT    0.72
/* From one bar to the next, in heights of a bar, where few of them have all the room. */
#define PITCH      1.5

/**
 * SurmisePresentationBars:
 *
 * There are always six places, so a bar has the same size whatever comes; what is not used stays empty.
 */
struct _SurmisePresentationBars
{
  GtkWidget     parent_instance;

  GtkWidget    *bars[N_BARS]; /* (owned by being their parent) */
  guint         n_shown;
  AdwAnimation *animation;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (SurmisePresentationBars, surmise_presentation_bars, GTK_TYPE_WIDGET)

static void
set_grown (double   grown,
           gpointer user_data)
{
  SurmisePresentationBars *self = user_data;

  for (guint i = 0; i < N_BARS; i++)
    surmise_presentation_bar_set_grown (SURMISE_PRESENTATION_BAR (self->bars[i]), grown);
}

static double
get_size (SurmisePresentationBars *self,
          int                      width,
          int                      height)
{
  double size = MAX (MIN_SIZE, MIN (height / (double) N_BARS * TYPE_SHARE, width / (double) PER_WIDTH));
  double fit = 1;

  for (guint i = 0; i < self->n_shown; i++)
    fit = MIN (fit, surmise_presentation_bar_get_fit (SURMISE_PRESENTATION_BAR (self->bars[i]), width, size));

  /* A little less, for letters are set on whole pixels. */
  return MAX (MIN_SIZE, size * (fit < 1 ? MAX (MIN_FIT, fit * 0.98) : 1));
}

static void
surmise_presentation_bars_size_allocate (GtkWidget *widget,
                                         int        width,
                                         int        height,
                                         int        baseline)
{
  SurmisePresentationBars *self = SURMISE_PRESENTATION_BARS (widget);
  int bar = surmise_presentation_bar_get_height (get_size (self, width, height));
  int pitch = MIN (height / N_BARS, (int) (bar * PITCH));
  int y = MAX (0, (height - pitch * ((int) self->n_shown - 1) - bar) / 2);

  for (guint i = 0; i < N_BARS; i++)
    {
      gtk_widget_measure (self->bars[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->bars[i], &(GtkAllocation) { 0, y + (int) i * pitch, width, bar }, -1);
    }
}

static void
surmise_presentation_bars_dispose (GObject *object)
{
  SurmisePresentationBars *self = SURMISE_PRESENTATION_BARS (object);

  /* It would speak to bars that have gone. */
  if (self->animation != NULL)
    adw_animation_reset (self->animation);
  g_clear_object (&self->animation);
  for (guint i = 0; i < N_BARS; i++)
    g_clear_pointer (&self->bars[i], gtk_widget_unparent);

  G_OBJECT_CLASS (surmise_presentation_bars_parent_class)->dispose (object);
}

static void
surmise_presentation_bars_class_init (SurmisePresentationBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_presentation_bars_dispose;
  widget_class->size_allocate = surmise_presentation_bars_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "presentationbars");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
surmise_presentation_bars_init (SurmisePresentationBars *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (set_grown, self, NULL);

  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, GROW_MS, target);
  for (guint i = 0; i < N_BARS; i++)
    {
      self->bars[i] = surmise_presentation_bar_new ();
      gtk_widget_set_parent (self->bars[i], GTK_WIDGET (self));
    }
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* (transfer none) (nullable) */
static const char *
find_second_name (ClarifaiOutput  *second,
                  ClarifaiConcept *concept)
{
  GListModel *concepts = second != NULL ? clarifai_output_get_concepts (second) : NULL;
  const char *id = clarifai_concept_get_id (concept);
  guint n = concepts != NULL && id != NULL ? g_list_model_get_n_items (concepts) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(ClarifaiConcept) other = g_list_model_get_item (concepts, i);

      /* The output holds it. */
      if (g_strcmp0 (clarifai_concept_get_id (other), id) == 0)
        return g_strcmp0 (clarifai_concept_get_name (other), clarifai_concept_get_name (concept)) != 0
                 ? clarifai_concept_get_name (other) : NULL;
    }

  return NULL;
}

static void
say (SurmisePresentationBars *self,
     ClarifaiOutput          *output)
{
  ClarifaiConcept *best = output != NULL ? clarifai_output_get_best (output) : NULL;
  g_autofree char *percent = best != NULL ? surmise_confidence_to_spoken (clarifai_concept_get_value (best)) : NULL;
  g_autofree char *label = NULL;

  if (best != NULL)
    label = g_strdup_printf (ngettext ("%u concept. Best: %s, %s", "%u concepts. Best: %s, %s", self->n_shown),
                             self->n_shown, clarifai_concept_get_name (best), percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label != NULL ? label : "", -1);
}

guint
surmise_presentation_bars_show (SurmisePresentationBars *self,
                                ClarifaiOutput          *output,
                                ClarifaiOutput          *second,
                                double                   threshold)
{
  GListModel *concepts = output != NULL ? clarifai_output_get_summary (output) : NULL;
  guint n_concepts = concepts != NULL ? g_list_model_get_n_items (concepts) : 0;
  guint n = 0;

  g_return_val_if_fail (SURMISE_IS_PRESENTATION_BARS (self), 0);

  for (guint i = 0; i < n_concepts && n < N_BARS; i++)
    {
      g_autoptr(ClarifaiConcept) concept = g_list_model_get_item (concepts, i);

      /* A colour's value is its share of the picture, which has nothing to do with being sure. */
      if (clarifai_concept_get_hex (concept) == NULL && !(clarifai_concept_get_value (concept) >= threshold))
        continue;

      surmise_presentation_bar_set_concept (SURMISE_PRESENTATION_BAR (self->bars[n]), concept,
                                            find_second_name (second, concept), n == 0);
      n++;
    }
  self->n_shown = output != NULL ? n : N_BARS;
  for (guint i = n; i < N_BARS; i++)
    surmise_presentation_bar_set_concept (SURMISE_PRESENTATION_BAR (self->bars[i]), NULL, NULL, FALSE);
  for (guint i = 0; i < N_BARS; i++)
    gtk_widget_set_child_visible (self->bars[i], i < (output != NULL ? n : N_PLACEHOLDERS));
  say (self, output);
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return n;
}

void
surmise_presentation_bars_grow (SurmisePresentationBars *self)
{
  g_return_if_fail (SURMISE_IS_PRESENTATION_BARS (self));

  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}
