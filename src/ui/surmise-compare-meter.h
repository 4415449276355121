/* surmise-compare-meter.h – a bar and nothing else: strength is its length
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SURMISE_TYPE_COMPARE_METER (surmise_compare_meter_get_type ())
G_DECLARE_FINAL_TYPE (SurmiseCompareMeter, surmise_compare_meter, SURMISE, COMPARE_METER, GtkWidget)

GtkWidget *surmise_compare_meter_new       (void);
void       surmise_compare_meter_set_value (SurmiseCompareMeter *self,
                                            double               value);

G_END_DECLS
