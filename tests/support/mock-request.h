/* mock-request.h – what the scripted server was asked: the server's own side
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "mock-server.h"

G_BEGIN_DECLS

MockRequest *mock_request_new               (SoupServerMessage *message);
void         mock_request_free              (gpointer           data);
GBytes      *mock_request_answer_each_input (const MockRequest *request,
                                             JsonNode          *data);

gboolean     mock_request_asks              (const MockRequest *request,
                                             const char        *pairs,
                                             guint             *n_pairs);

G_END_DECLS
