/* surmise-accounts-window-private.h – the accounts window's inside, for the file with its actions
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "surmise-accounts-window.h"
#include "surmise-connect-page.h"
#include "surmise-notice.h"

G_BEGIN_DECLS

struct _SurmiseAccountsWindow
{
  AdwWindow           parent_instance;

  AdwToastOverlay    *toasts;
  GtkStack           *stack;
  SurmiseNotice      *keyring_notice;
  SurmiseNotice      *environment_notice;
  GtkListBox         *list;
  GtkWidget          *add_button;
  GtkWidget          *demo_button;
  AdwWindowTitle     *connect_title;
  AdwBin             *connect_bin;

  SurmiseConnectPage *page;
  SurmiseContext     *context;     /* (owned) */
  SurmiseAccount     *active;      /* (owned) (nullable) */
  GCancellable       *cancellable; /* (owned): ends with the window */
};

void _surmise_accounts_window_install_actions (GtkWidgetClass        *widget_class);
void _surmise_accounts_window_toast           (SurmiseAccountsWindow *self,
                                               const char            *text);

G_END_DECLS
