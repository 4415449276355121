/* surmise-trickle.h – letting many objects go without a pause
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void surmise_trickle_free_items (GListModel *list);

G_END_DECLS
