/* surmise-application.c – the program: its windows, its command line, its menu
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-application.h"

#include <glib/gi18n.h>

#include "clarifai-model-ref.h"
#include "surmise-compat.h"
#include "surmise-debug-info.h"
#include "surmise-error-text.h"
#include "surmise-first-frame.h"
#include "surmise-window.h"

/* By then the first frame is on the screen, or does not mind. */
#define ICON_MS 500

/**
 * SurmiseApplication:
 *
 * One process for all windows: a second start hands its files over to the first one, and so does a file manager.
 */
struct _SurmiseApplication
{
  AdwApplication  parent_instance;

  SurmiseContext *context; /* (owned) (nullable): from startup on */
};

G_DEFINE_FINAL_TYPE (SurmiseApplication, surmise_application, ADW_TYPE_APPLICATION)

static void
on_new_window (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  SurmiseApplication *self = user_data;

  gtk_window_present (GTK_WINDOW (surmise_window_new (ADW_APPLICATION (self), self->context)));
}

static void
on_about (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  SurmiseApplication *self = user_data;
  g_autofree char *info = surmise_debug_info_new (surmise_context_get_settings (self->context));

  surmise_show_about (gtk_application_get_active_window (GTK_APPLICATION (self)), info);
}

static void
on_shortcuts (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);
  g_autoptr(GtkBuilder) builder = NULL;
  GtkWindow *window;

  if (parent == NULL)
    return;

  /* Under the name that GTK looks for by itself it would be read at every start. */
  builder = gtk_builder_new_from_resource ("/io/github/surmise/Surmise/help-overlay.ui");
  window = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}

static void
on_quit (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GList *windows;

  /* Closing each lets it keep its size and break off what it has under way. */
  while ((windows = gtk_application_get_windows (user_data)) != NULL)
    {
      GtkWindow *window = windows->data;

      gtk_window_close (window);
      if (gtk_application_get_windows (user_data) == windows && windows->data == window)
        gtk_window_destroy (window);
    }
}

static SurmiseWindow *
ensure_window (SurmiseApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (SURMISE_IS_WINDOW (l->data))
      return l->data;

  return surmise_window_new (ADW_APPLICATION (self), self->context);
}

static void
surmise_application_activate (GApplication *application)
{
  SurmiseWindow *window = ensure_window (SURMISE_APPLICATION (application));

  surmise_first_frame_watch (GTK_WIDGET (window));
  gtk_window_present (GTK_WINDOW (window));
}

static void
surmise_application_open (GApplication  *application,
                          GFile        **files,
                          int            n_files,
                          const char    *hint)
{
  SurmiseWindow *window = ensure_window (SURMISE_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  surmise_window_open (window, files, n_files);
}

/* "--model": FALSE after a word on what is wrong with it. */
static gboolean
take_model (GApplicationCommandLine  *line,
            GVariantDict             *options,
            ClarifaiModelRef        **model)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SurmiseErrorText) text = NULL;
  const char *name;

  if (!g_variant_dict_lookup (options, "model", "&s", &name))
    return TRUE;

  *model = clarifai_model_ref_parse (name, &error);
  if (*model != NULL)
    return TRUE;

  text = surmise_error_text_new (error);
  g_application_command_line_printerr (line, "surmise: %s: %s. %s\n", name, text->title, text->hint);

  return FALSE;
}

static int
surmise_application_command_line (GApplication            *application,
                                  GApplicationCommandLine *line)
{
  SurmiseApplication *self = SURMISE_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (line);
  g_autoptr(GVariant) rest = g_variant_dict_lookup_value (options, G_OPTION_REMAINING, G_VARIANT_TYPE_BYTESTRING_ARRAY);
  g_autofree const char **names = rest != NULL ? g_variant_get_bytestring_array (rest, NULL) : NULL;
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(ClarifaiModelRef) model = NULL;
  SurmiseWindow *window;

  if (!take_model (line, options, &model))
    return 2;

  window = ensure_window (self);
  if (g_variant_dict_contains (options, "demo"))
    surmise_window_use_demo (window);
  if (model != NULL)
    surmise_window_use_model (window, model);
  g_application_activate (application);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (line, names[i]));
  if (files->len > 0)
    surmise_window_open (window, (GFile **) files->pdata, (int) files->len);

  return 0;
}

/* What needs no window, and no display either. */
static int
surmise_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  g_autofree char *info = NULL;

  if (!g_variant_dict_contains (options, "version"))
    return -1;

  info = surmise_debug_info_new (NULL);
  g_print ("%s", info);

  return 0;
}

static void
load_accounts_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  /* The list's own state says it to the windows. */
  if (!surmise_account_list_load_finish (SURMISE_ACCOUNT_LIST (source), result, &error))
    g_debug ("The keyring was not read: %s", error->message);
}

static void
add_actions (SurmiseApplication *self)
{
  static const GActionEntry entries[] = {
    { "new-window", on_new_window },
    { "shortcuts", on_shortcuts },
    { "about", on_about },
    { "quit", on_quit },
  };
  g_autoptr(GAction) original = g_settings_create_action (surmise_context_get_settings (self->context), "original-size");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), original);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", (const char *[]) { "<Control>q", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.new-window", (const char *[]) { "<Control>n", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.shortcuts",
                                         (const char *[]) { "<Control>question", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "window.close", (const char *[]) { "<Control>w", NULL });
}

static gboolean
set_icon (gpointer user_data)
{
  gtk_window_set_default_icon_name (APPLICATION_ID);

  return G_SOURCE_REMOVE;
}

static void
surmise_application_startup (GApplication *application)
{
  SurmiseApplication *self = SURMISE_APPLICATION (application);
  g_autoptr(GError) error = NULL;

  /* Before the toolkit starts its threads: reading the token out of the environment also takes it away from there. */
  self->context = surmise_context_new (&error);
  if (self->context == NULL)
    {
      g_printerr ("surmise: %s\n", error->message);
      exit (EXIT_FAILURE);
    }

  G_APPLICATION_CLASS (surmise_application_parent_class)->startup (application);

  /* Drawing the icon in all its sizes is not what the first frame should wait for. */
  g_timeout_add_full (G_PRIORITY_LOW, ICON_MS, set_icon, NULL, NULL);
  add_actions (self);
  surmise_account_list_load_async (surmise_context_get_accounts (self->context), FALSE, NULL, load_accounts_cb, NULL);
}

static void
surmise_application_shutdown (GApplication *application)
{
  SurmiseApplication *self = SURMISE_APPLICATION (application);

  g_clear_object (&self->context);

  G_APPLICATION_CLASS (surmise_application_parent_class)->shutdown (application);
}

static void
surmise_application_class_init (SurmiseApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->activate = surmise_application_activate;
  application_class->command_line = surmise_application_command_line;
  application_class->handle_local_options = surmise_application_handle_local_options;
  application_class->open = surmise_application_open;
  application_class->shutdown = surmise_application_shutdown;
  application_class->startup = surmise_application_startup;
}

static void
surmise_application_init (SurmiseApplication *self)
{
  const GOptionEntry options[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Use the demo, which needs no account and no network"), NULL },
    { "model", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Use this model"), N_("USER/APP/MODEL[/versions/V]") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print versions and settings, and exit"), NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_("[FILE|FOLDER|URL…]") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self), _("See what models see."));
  g_application_set_option_context_description (G_APPLICATION (self),
                                                _("“surmise tag --help” tells how to do it without a window."));
}

SurmiseApplication *
surmise_application_new (void)
{
  return g_object_new (SURMISE_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/io/github/surmise/Surmise",
                       NULL);
}
