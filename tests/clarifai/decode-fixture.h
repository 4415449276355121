/* decode-fixture.h – outputs made of recorded replies
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "clarifai-output.h"
#include "clarifai-region.h"

G_BEGIN_DECLS

JsonNode       *decode_load           (const char     *name);
ClarifaiOutput *decode_first          (GBytes         *bytes);
ClarifaiOutput *decode_file           (const char     *name);
ClarifaiOutput *decode_data           (const char     *data);
guint           decode_count          (GListModel     *list);
void            decode_assert_concept (GListModel     *list,
                                       guint           i,
                                       const char     *name,
                                       double          value);
void            decode_assert_box     (ClarifaiOutput *output,
                                       guint           i,
                                       double          left,
                                       double          top,
                                       double          right,
                                       double          bottom);
void            decode_assert_no_box  (ClarifaiOutput *output,
                                       guint           i);

G_END_DECLS
