/* surmise-window-private.h – what the window's own files share
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-bar.h"
#include "surmise-batch-bar.h"
#include "surmise-concept-pane.h"
#include "surmise-picture-view.h"
#include "surmise-samples.h"
#include "surmise-split.h"
#include "surmise-window.h"

G_BEGIN_DECLS

struct _SurmiseWindow
{
  AdwApplicationWindow  parent_instance;

  GtkDropTargetAsync   *drop_target;
  AdwToastOverlay      *toasts;
  GtkRevealer          *veil;
  GtkLabel             *veil_label;
  AdwBin               *title_bin;
  GtkWidget            *add_button;
  GtkWidget            *grid_button;
  SurmiseBar           *bar;
  GtkStack             *pages;
  AdwBin               *connect_bin;
  AdwStatusPage        *empty;
  SurmiseSamples       *samples;
  GtkStack             *views;
  GtkScrolledWindow    *one;
  SurmiseSplit         *split;
  SurmisePictureView   *view;
  GtkLabel             *caption;
  SurmiseConceptPane   *pane;
  GtkGridView          *grid;
  GtkListView          *strip;
  GtkRevealer          *strip_revealer;
  SurmiseBatchBar      *batch;
  GtkWidget            *model_button; /* in @title_bin */
  GtkWidget            *connect_page; /* (nullable): in @connect_bin, made when first asked for */

  SurmiseContext       *context;      /* (owned) */
  SurmiseAccount       *account;      /* (owned) (nullable): none before the keyring has answered, or without any */
  ClarifaiModelRef     *model;        /* (owned) (nullable): with @account */
  ClarifaiModelRef     *wanted_model; /* (owned) (nullable): from the command line, until there is an account */
  GListStore           *pictures;     /* (owned) of SurmisePicture */
  GtkSingleSelection   *selection;    /* (owned) */
  GSignalGroup         *picture_signals; /* (owned): of the chosen picture */
  GSignalGroup         *account_signals; /* (owned) */
  GCancellable         *cancellable;  /* (owned): everything that the window waits for */
  GPtrArray            *refused;      /* (owned) of char *: sentences for the next toast */
  guint                 refused_id;
  guint                 update_id;
  guint                 dismissed;    /* bit set of the bar's messages that were hidden */
  guint                 shown_bar;
  gboolean              show_grid;
  gboolean              connecting;
};

/* surmise-window.c */
void            surmise_window_update   (SurmiseWindow    *self);
void            surmise_window_toast    (SurmiseWindow    *self,
                                         const char       *text);

/* surmise-window-account.c */
void            surmise_window_init_account (SurmiseWindow    *self);
void            surmise_window_set_account  (SurmiseWindow    *self,
                                             SurmiseAccount   *account,
                                             gboolean          remember);
void            surmise_window_set_model    (SurmiseWindow    *self,
                                             ClarifaiModelRef *model,
                                             const char       *name);

/* surmise-window-actions.c */
void surmise_window_class_install_actions (GtkWidgetClass *widget_class);
void surmise_window_update_actions        (SurmiseWindow  *self);

/* surmise-window-pictures.c */
SurmisePicture *surmise_window_get_chosen (SurmiseWindow  *self);
void surmise_window_add_files     (SurmiseWindow  *self,
                                   GPtrArray      *files);
void surmise_window_add_address   (SurmiseWindow  *self,
                                   const char     *address);
void surmise_window_add_bytes     (SurmiseWindow  *self,
                                   GBytes         *bytes);
void surmise_window_ask           (SurmiseWindow  *self,
                                   SurmisePicture *picture);
void surmise_window_ask_all       (SurmiseWindow  *self);
void surmise_window_remove        (SurmiseWindow  *self,
                                   guint           position,
                                   guint           n);
void surmise_window_put_back      (SurmiseWindow  *self,
                                   GPtrArray      *pictures,
                                   guint           position);

/* surmise-window-dnd.c: handlers of the template, and paste. */
gboolean surmise_window_on_drop_accept (GtkDropTargetAsync *target, GdkDrop *drop, SurmiseWindow *self);
GdkDragAction surmise_window_on_drag_enter (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, SurmiseWindow *self);
void     surmise_window_on_drag_leave (GtkDropTargetAsync *target, GdkDrop *drop, SurmiseWindow *self);
gboolean surmise_window_on_drop  (GtkDropTargetAsync *target, GdkDrop *drop, double x, double y, SurmiseWindow *self);
void     surmise_window_paste    (SurmiseWindow *self);
void     surmise_window_init_drop (SurmiseWindow *self);

G_END_DECLS
