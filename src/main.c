/* main.c – starts the window, or the command that needs none
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "surmise-application.h"
#include "surmise-cli.h"
#include "surmise-first-frame.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(SurmiseApplication) application = NULL;

  surmise_first_frame_begin ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc > 1 && g_str_equal (argv[1], "tag"))
    return surmise_cli_tag (argc - 1, argv + 1);

  application = surmise_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
