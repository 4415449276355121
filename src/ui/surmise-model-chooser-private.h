/* surmise-model-chooser-private.h – the chooser's inside, for the file with its list
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-model-card.h"
#include "surmise-model-chooser.h"
#include "surmise-model-filter-bar.h"
#include "surmise-model-groups.h"
#include "surmise-model-resolver.h"

G_BEGIN_DECLS

/**
 * SurmiseModelChooser:
 *
 * One field for words and addresses; under it what an address means, and all models that are offered or found. The
 * lists stay from one opening to the next, what was typed does not.
 */
struct _SurmiseModelChooser
{
  GtkPopover             parent_instance;

  GtkWidget             *content;
  GtkSearchEntry        *entry;
  SurmiseModelFilterBar *filter_bar;
  SurmiseModelCard      *card;
  GtkScrolledWindow     *scroller;
  GtkListView           *list_view;
  GtkWidget             *nothing_label;

  SurmiseContext        *context;   /* (owned) */
  SurmiseAccount        *account;   /* (owned) (nullable) */
  SurmiseModelResolver  *resolver;  /* (owned) */
  SurmiseModelGroups    *groups;    /* (owned) */
  GtkSingleSelection    *selection; /* (owned) */
  GtkWindow             *about;     /* (not owned) (nullable): the window of a model that is looked at meanwhile */
  guint                  look_id;   /* until it is known whether the list needs more */
};

void     _surmise_model_chooser_set_up_rows (SurmiseModelChooser *self);
void     _surmise_model_chooser_activate    (SurmiseModelChooser *self,
                                             guint                position);
gboolean _surmise_model_chooser_key         (SurmiseModelChooser *self,
                                             guint                keyval,
                                             guint                keycode,
                                             GdkModifierType      state);
void     _surmise_model_chooser_choose      (SurmiseModelChooser *self,
                                             ClarifaiModelRef    *ref,
                                             const char          *name);
void     _surmise_model_chooser_forget      (SurmiseModelChooser *self);
void     _surmise_model_chooser_emit        (SurmiseModelChooser *self,
                                             ClarifaiModelRef    *model,
                                             const char          *name,
                                             gboolean             compare);

G_END_DECLS
