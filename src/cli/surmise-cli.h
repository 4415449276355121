/* surmise-cli.h – surmise tag: the same without a window
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* argv[0] is "tag". Returns the program's exit status: 0 all tagged, 1 some failed, 2 usage, 3 no account or refused. */
int surmise_cli_tag (int    argc,
                     char **argv);

G_END_DECLS
