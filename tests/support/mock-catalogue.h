/* mock-catalogue.h – thousands of models, made up, that the scripted server knows
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mock-server.h"

G_BEGIN_DECLS

void mock_catalogue_serve (MockServer *server,
                           guint       n_models,
                           guint       n_concepts);

G_END_DECLS
