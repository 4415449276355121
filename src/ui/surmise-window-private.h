/* surmise-window-private.h – what the window's own files share
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-bar.h"
#include "surmise-empty-page.h"
#include "surmise-picture.h"
#include "surmise-pictures-page.h"
#include "surmise-window-asking.h"

G_BEGIN_DECLS

struct _SurmiseWindow
{
  AdwApplicationWindow  parent_instance;

  AdwToastOverlay      *toasts;
  GtkRevealer          *veil;
  GtkLabel             *veil_label;
  GtkStack             *titles;
  GtkWidget            *add_button;
  GtkWidget            *grid_button;
  SurmiseBar           *bar;
  GMenuModel           *main_menu;
  GtkMenuButton        *menu_button;
  GtkStack             *pages;
  AdwStatusPage        *welcome;
  SurmiseEmptyPage     *empty_page;    /* (nullable): in @pages, made when first shown */
  SurmisePicturesPage  *pictures_page; /* (nullable): in @pages, made with the first picture */
  GtkWidget            *model_button; /* in @titles */
  GtkWidget            *connect_page; /* (nullable): in @pages, made when first asked for */
  GtkWidget            *presentation; /* (nullable): in @pages, made when first asked for */
  GtkWidget            *header;
  GtkBox               *prompt_box;   /* below @pages */
  GtkWidget            *prompt_bar;   /* (nullable): in @prompt_box, made for the first model that takes words */
  GtkWidget            *options_button; /* (nullable): on @pictures_page */

  SurmiseContext       *context;      /* (owned) */
  SurmiseAccount       *account;      /* (owned) (nullable): none before the keyring has answered, or without any */
  ClarifaiModelRef     *model;        /* (owned) (nullable): with @account */
  SurmiseWindowAsking   asking;       /* what goes with @model */
  ClarifaiModelRef     *wanted_model; /* (owned) (nullable): from the command line, until there is an account */
  GListStore           *pictures;     /* (owned) of SurmisePicture */
  GtkSingleSelection   *selection;    /* (owned) */
  GSignalGroup         *account_signals; /* (owned) */
  GCancellable         *cancellable;  /* (owned): everything that the window waits for */
  GPtrArray            *refused;      /* (owned) of char *: sentences for the next toast */
  guint                 refused_id;
  guint                 update_id;
  guint                 dismissed;    /* bit set of the bar's messages that were hidden */
  gboolean              show_grid;
  gboolean              connecting;
  gboolean              comparing;
  gboolean              presenting;
  gboolean              was_fullscreen; /* before it was presented */
};

G_END_DECLS
