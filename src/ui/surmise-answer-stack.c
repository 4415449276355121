/* surmise-answer-stack.c – the views of an answer, one for each kind
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-answer-stack.h"

#include "surmise-answer-image.h"
#include "surmise-answer-text.h"
#include "surmise-answer-view.h"
#include "surmise-color-view.h"
#include "surmise-concept-bars.h"
#include "surmise-embedding-view.h"
#include "surmise-raw-view.h"
#include "surmise-region-bars.h"

#define N_KINDS 8

/**
 * SurmiseAnswerStack:
 *
 * A view is made when an answer of its kind is first shown: most people only ever see bars.
 */
struct _SurmiseAnswerStack
{
  AdwBin              parent_instance;

  GtkStack           *stack;          /* (owned by being its parent) */
  SurmiseAnswerView  *views[N_KINDS]; /* (owned by @stack) (nullable): by the kind's bit */
  SurmiseConceptList *concepts;       /* (owned) */
  SurmiseRegionList  *regions;        /* (owned) */
  ClarifaiOutput     *output;         /* (owned) (nullable) */
  guint               shown;          /* in @views */
  gboolean            stacked;
};

G_DEFINE_FINAL_TYPE (SurmiseAnswerStack, surmise_answer_stack, ADW_TYPE_BIN)

enum { ACTIVATED, COPIED, LIT_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static guint
index_of (ClarifaiOutputKinds kind)
{
  return (guint) g_bit_nth_lsf (kind, -1);
}

static SurmiseRegionBars *
get_region_bars (SurmiseAnswerStack *self)
{
  return (SurmiseRegionBars *) self->views[index_of (CLARIFAI_OUTPUT_KIND_REGIONS)];
}

static SurmiseConceptBars *
get_concept_bars (SurmiseAnswerStack *self)
{
  return (SurmiseConceptBars *) self->views[index_of (CLARIFAI_OUTPUT_KIND_CONCEPTS)];
}

static void
on_activated (SurmiseAnswerStack *self,
              GObject            *item)
{
  g_signal_emit (self, signals[ACTIVATED], 0, item);
}

static void
on_copied (SurmiseAnswerStack *self,
           const char         *toast)
{
  g_signal_emit (self, signals[COPIED], 0, toast);
}

static void
on_lit (SurmiseAnswerStack *self)
{
  g_signal_emit (self, signals[LIT_CHANGED], 0);
}

static GtkWidget *
make_concept_bars (SurmiseAnswerStack *self)
{
  GtkWidget *bars = g_object_new (SURMISE_TYPE_CONCEPT_BARS, NULL);

  surmise_concept_bars_set_list (SURMISE_CONCEPT_BARS (bars), self->concepts);
  g_signal_connect_swapped (bars, "activated", G_CALLBACK (on_activated), self);

  return bars;
}

static GtkWidget *
make_region_bars (SurmiseAnswerStack *self)
{
  GtkWidget *bars = surmise_region_bars_new (self->regions);

  g_signal_connect_swapped (bars, "activated", G_CALLBACK (on_activated), self);
  g_signal_connect_swapped (bars, "lit-changed", G_CALLBACK (on_lit), self);

  return bars;
}

static GtkWidget *
make_view (SurmiseAnswerStack  *self,
           ClarifaiOutputKinds  kind)
{
  switch (kind)
    {
    case CLARIFAI_OUTPUT_KIND_REGIONS:
    case CLARIFAI_OUTPUT_KIND_MASKS:
      return make_region_bars (self);

    case CLARIFAI_OUTPUT_KIND_COLORS:
      return surmise_color_view_new ();

    case CLARIFAI_OUTPUT_KIND_TEXT:
      return surmise_answer_text_new ();

    case CLARIFAI_OUTPUT_KIND_EMBEDDINGS:
      return surmise_embedding_view_new ();

    case CLARIFAI_OUTPUT_KIND_IMAGES:
      return surmise_answer_image_new ();

    case CLARIFAI_OUTPUT_KIND_OTHER:
      return surmise_raw_view_new ();

    case CLARIFAI_OUTPUT_KIND_CONCEPTS:
    default:
      return make_concept_bars (self);
    }
}

static void
surmise_answer_stack_dispose (GObject *object)
{
  SurmiseAnswerStack *self = SURMISE_ANSWER_STACK (object);

  g_clear_object (&self->output);
  g_clear_object (&self->concepts);
  g_clear_object (&self->regions);

  G_OBJECT_CLASS (surmise_answer_stack_parent_class)->dispose (object);
}

static void
surmise_answer_stack_class_init (SurmiseAnswerStackClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = surmise_answer_stack_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", SURMISE_TYPE_ANSWER_STACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_OBJECT);
  signals[COPIED] = g_signal_new ("copied", SURMISE_TYPE_ANSWER_STACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
  signals[LIT_CHANGED] = g_signal_new ("lit-changed", SURMISE_TYPE_ANSWER_STACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
surmise_answer_stack_init (SurmiseAnswerStack *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

void
surmise_answer_stack_set_lists (SurmiseAnswerStack *self,
                                SurmiseConceptList *concepts,
                                SurmiseRegionList  *regions)
{
  g_return_if_fail (SURMISE_IS_ANSWER_STACK (self));

  g_set_object (&self->concepts, concepts);
  g_set_object (&self->regions, regions);
}

void
surmise_answer_stack_set_output (SurmiseAnswerStack *self,
                                 ClarifaiOutput     *output)
{
  g_return_if_fail (SURMISE_IS_ANSWER_STACK (self));

  if (!g_set_object (&self->output, output))
    return;

  for (guint i = 0; i < N_KINDS; i++)
    if (self->views[i] != NULL)
      surmise_answer_view_set_output (self->views[i], output);
}

void
surmise_answer_stack_begin (SurmiseAnswerStack *self)
{
  g_autofree char *spoken = NULL;

  g_return_if_fail (SURMISE_IS_ANSWER_STACK (self));

  spoken = surmise_concept_list_to_spoken (self->concepts);
  if (get_concept_bars (self) != NULL)
    surmise_concept_bars_begin (get_concept_bars (self), spoken);
  if (get_region_bars (self) != NULL)
    surmise_region_bars_begin (get_region_bars (self));
}

void
surmise_answer_stack_rename (SurmiseAnswerStack *self)
{
  g_return_if_fail (SURMISE_IS_ANSWER_STACK (self));

  if (get_concept_bars (self) != NULL)
    surmise_concept_bars_rename (get_concept_bars (self));
}

/**
 * surmise_answer_stack_show_kind:
 * @self: the stack
 * @kind: one kind
 */
void
surmise_answer_stack_show_kind (SurmiseAnswerStack  *self,
                                ClarifaiOutputKinds  kind)
{
  g_return_if_fail (SURMISE_IS_ANSWER_STACK (self));
  g_return_if_fail (index_of (kind) < N_KINDS);

  self->shown = index_of (kind);
  if (self->views[self->shown] == NULL)
    {
      self->views[self->shown] = SURMISE_ANSWER_VIEW (make_view (self, kind));
      g_signal_connect_swapped (self->views[self->shown], "copied", G_CALLBACK (on_copied), self);
      gtk_stack_add_child (self->stack, GTK_WIDGET (self->views[self->shown]));
      surmise_answer_view_set_stacked (self->views[self->shown], self->stacked);
      surmise_answer_view_set_output (self->views[self->shown], self->output);
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->views[self->shown]));
}

/* (transfer none) (nullable): a ClarifaiConcept or a ClarifaiRegion. */
GObject *
surmise_answer_stack_get_selected (SurmiseAnswerStack *self)
{
  SurmiseAnswerView *view;

  g_return_val_if_fail (SURMISE_IS_ANSWER_STACK (self), NULL);

  view = self->views[self->shown];
  if (SURMISE_IS_CONCEPT_BARS (view))
    return (GObject *) surmise_concept_bars_get_selected (SURMISE_CONCEPT_BARS (view));
  if (SURMISE_IS_REGION_BARS (view))
    return (GObject *) surmise_region_bars_get_selected (SURMISE_REGION_BARS (view));

  return NULL;
}

/* (transfer full) (nullable): all that the view in sight shows. */
char *
surmise_answer_stack_dup_text (SurmiseAnswerStack  *self,
                               char               **toast)
{
  g_return_val_if_fail (SURMISE_IS_ANSWER_STACK (self), NULL);

  return self->views[self->shown] != NULL ? surmise_answer_view_dup_text (self->views[self->shown], toast) : NULL;
}

/* (transfer none) (nullable) */
ClarifaiRegion *
surmise_answer_stack_get_lit (SurmiseAnswerStack *self)
{
  g_return_val_if_fail (SURMISE_IS_ANSWER_STACK (self), NULL);

  return get_region_bars (self) != NULL ? surmise_region_bars_get_lit (get_region_bars (self)) : NULL;
}

void
surmise_answer_stack_set_lit (SurmiseAnswerStack *self,
                              ClarifaiRegion     *lit)
{
  g_return_if_fail (SURMISE_IS_ANSWER_STACK (self));

  if (get_region_bars (self) != NULL)
    surmise_region_bars_set_lit (get_region_bars (self), lit);
}

void
surmise_answer_stack_set_stacked (SurmiseAnswerStack *self,
                                  gboolean            stacked)
{
  g_return_if_fail (SURMISE_IS_ANSWER_STACK (self));

  self->stacked = stacked;
  for (guint i = 0; i < N_KINDS; i++)
    if (self->views[i] != NULL)
      surmise_answer_view_set_stacked (self->views[i], stacked);
}
