/* model-chooser-fixture.h – a window with the model button, and a scripted service behind it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "clarifai-model-ref.h"
#include "mock-server.h"
#include "surmise-account-private.h"
#include "surmise-model-button.h"
#include "surmise-model-choice.h"
#include "test-utils.h"

G_BEGIN_DECLS

#define OK           "{\"status\":{\"code\":10000,\"description\":\"Ok\"}"
#define YOURS_PATH   "/v2/users/ada/models"
#define PER_PAGE     50

typedef struct
{
  MockServer         *server;
  SurmiseContext     *context;
  SurmiseAccount     *account;
  GtkWindow          *window;
  SurmiseModelButton *button;
  GtkWidget          *chooser;
  GtkWidget          *card;
  GtkEditable        *entry;
  GtkListView        *view;
  char               *chosen; /* (owned) (nullable): what was chosen last, and its name */
  SurmiseModelChoice *found;  /* (owned) (nullable): the last one that was looked for */
  const char         *wanted; /* for the conditions that are waited for */
  guint               n_wanted;
} Fixture;

void       fixture_set_up     (Fixture *self, gconstpointer data);
void       fixture_tear_down  (Fixture *self, gconstpointer data);
void       reply_model        (Fixture *self, const char *path, const char *name, const char *type, guint status_code);
void       reply_type         (Fixture *self, const char *type, const char *input, const char *output);
void       reply_page         (Fixture *self, guint first, guint n);
GtkWidget *find_widget        (GtkWidget *widget, GType type);
void       open_chooser       (Fixture *self);
void       type_text          (Fixture *self, const char *text);
void       press_enter        (Fixture *self);
GtkWidget *card_child         (Fixture *self, const char *name);
void       assert_card_text   (Fixture *self, const char *child, const char *text);
void       wait_for_card_text (Fixture *self, const char *child, const char *text);
void       wait_for_chosen    (Fixture *self, const char *chosen);
guint      count_requests     (Fixture *self, const char *path);
void       wait_for_n_models  (Fixture *self, guint n);
guint      count_models       (Fixture *self);
SurmiseModelChoice *find_choice (Fixture *self, const char *text);
void       wait_for_choice    (Fixture *self, const char *text);

G_END_DECLS
