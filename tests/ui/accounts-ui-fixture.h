/* accounts-ui-fixture.h – services with a scripted server behind them, and ways into a window
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "mock-server.h"
#include "surmise-account-actions.h"
#include "surmise-context.h"
#include "test-utils.h"

G_BEGIN_DECLS

#define TOKEN "cafe0123cafe0123cafe0123cafe0123"
#define ADA "{\"status\":{\"code\":10000},\"user\":{\"id\":\"ada\"}}"
#define BOB "{\"status\":{\"code\":10000},\"user\":{\"id\":\"bob\"}}"
#define REFUSED "{\"status\":{\"code\":11009,\"description\":\"API key not found\",\"details\":\"invalid key(" TOKEN ")\"}}"

typedef struct {
  MockServer     *server;
  SurmiseContext *context;
  GtkWidget      *window;  /* NULL once destroyed */
  SurmiseAccount *emitted; /* what "connected" gave */
  guint           n_cancelled;
} Fixture;

/* Without a window: the test makes the one it needs. With data, that is CLARIFAI_PAT. */
void                fixture_set_up       (Fixture *self, gconstpointer data);
void                fixture_tear_down    (Fixture *self, gconstpointer data);
SurmiseAccountList *fixture_get_accounts (Fixture *self);
void                fixture_reply_me     (Fixture *self, guint status, const char *body);
void                fixture_reply_late   (Fixture *self);
SurmiseAccount     *fixture_add          (Fixture *self, const char *token, const char *me, SurmiseAccountPlace place);
guint               fixture_get_n        (Fixture *self);

/* A template child, by its name. */
gpointer            child_of             (gpointer widget, const char *name);
/* The first of a type below a widget for which it holds that it is seen. */
GtkWidget          *find_shown           (GtkWidget *root, GType type);
GtkWidget          *find_label           (GtkWidget *root, const char *text);
GtkWidget          *find_button          (GtkWidget *root, const char *label);
void                wait_for_label       (GtkWidget *root, const char *text);
void                click                (GtkWidget *button);
void                assert_named         (gpointer widget, const char *name);
void                assert_nowhere       (GtkWidget *root, const char *secret);

G_END_DECLS
