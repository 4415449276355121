/* surmise-cli.c – surmise tag: the same without a window
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "clarifai-concept.h"
#include "clarifai-error.h"
#include "clarifai-model-ref.h"
#include "surmise-cli-output.h"
#include "surmise-context.h"
#include "surmise-error-text.h"
#include "surmise-folder.h"

#define EXIT_SOME_FAILED 1
#define EXIT_USAGE       2
#define EXIT_NO_ACCOUNT  3

#define MAX_JOBS 16

typedef struct
{
  /* What was asked for. */
  char             *model_name; /* (owned) (nullable) */
  char             *format_name; /* (owned) (nullable) */
  char            **names;      /* (owned) (nullable) */
  char             *language;   /* (owned) (nullable) */
  char            **concepts;   /* (owned) (nullable): each with commas between names */
  char             *prompt;     /* (owned) (nullable) */
  gboolean          demo;
  int               max_concepts;
  int               jobs;
  SurmiseCliFormat  format;

  /* How far it is. */
  GMainLoop        *loop;       /* (owned) */
  SurmiseContext   *context;    /* (owned) */
  SurmiseAccount   *account;    /* (owned) (nullable) */
  ClarifaiModelRef *model;      /* (owned) (nullable) */
  GListStore       *only;       /* (owned) (nullable) of ClarifaiConcept */
  GPtrArray        *pictures;   /* (owned) of SurmisePicture */
  guint             printed;    /* of @pictures, in their order */
  gboolean          refused;
  gboolean          failed;
  int               status;
} Tag;

static void
tag_clear (Tag *tag)
{
  g_clear_pointer (&tag->model_name, g_free);
  g_clear_pointer (&tag->format_name, g_free);
  g_clear_pointer (&tag->names, g_strfreev);
  g_clear_pointer (&tag->language, g_free);
  g_clear_pointer (&tag->concepts, g_strfreev);
  g_clear_pointer (&tag->prompt, g_free);
  g_clear_object (&tag->only);
  g_clear_object (&tag->account);
  g_clear_object (&tag->model);
  g_clear_pointer (&tag->pictures, g_ptr_array_unref);
  g_clear_object (&tag->context);
  g_clear_pointer (&tag->loop, g_main_loop_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Tag, tag_clear)

static void
finish (Tag *tag,
        int  status)
{
  tag->status = status;
  g_main_loop_quit (tag->loop);
}

static gboolean
is_account_error (const GError *error)
{
  return error->domain == SURMISE_KEYRING_ERROR || g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_TOKEN_REFUSED)
         || g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_KEY_INVALID)
         || g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_SCOPES);
}

static void
complain (const char *location,
          const char *reason)
{
  g_autofree char *plain_location = surmise_cli_dup_plain (location);
  g_autofree char *plain_reason = surmise_cli_dup_plain (reason);

  g_printerr ("surmise: %s: %s\n", plain_location, plain_reason);
}

static void
report (Tag            *tag,
        SurmisePicture *picture)
{
  const GError *error = surmise_picture_get_error (picture);
  g_autofree char *location = surmise_picture_dup_location (picture);
  g_autofree char *reason = NULL;

  if (surmise_picture_get_state (picture) == SURMISE_PICTURE_STATE_DONE)
    {
      if (!tag->format.json)
        surmise_cli_print_text (&tag->format, picture);
      return;
    }

  tag->failed = TRUE;
  tag->refused = tag->refused || (error != NULL && is_account_error (error));
  reason = error != NULL ? surmise_error_text_line (error) : g_strdup (_("cancelled"));
  complain (location, reason);
}

/* Prints what is ready, in the order in which it was named. */
static void
move_on (Tag *tag)
{
  while (tag->printed < tag->pictures->len && !surmise_picture_is_busy (tag->pictures->pdata[tag->printed]))
    report (tag, tag->pictures->pdata[tag->printed++]);

  if (tag->printed < tag->pictures->len)
    return;

  if (tag->format.json)
    surmise_cli_print_json (&tag->format, tag->pictures);
  /* A full disk is not to look like success. */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      g_printerr ("surmise: %s\n", g_strerror (errno));
      tag->failed = TRUE;
    }
  finish (tag, tag->refused ? EXIT_NO_ACCOUNT : tag->failed ? EXIT_SOME_FAILED : EXIT_SUCCESS);
}

static void
add_picture (Tag   *tag,
             GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *reason = NULL;
  g_autoptr(GError) error = NULL;
  SurmisePicture *picture;

  if (!g_file_has_uri_scheme (file, "http") && !g_file_has_uri_scheme (file, "https"))
    picture = surmise_picture_new_for_file (file);
  else
    picture = surmise_picture_new_for_address (uri, &error);

  if (picture != NULL)
    {
      g_ptr_array_add (tag->pictures, picture);
      return;
    }
  tag->failed = TRUE;
  reason = surmise_error_text_line (error);
  complain (uri, reason);
}

static void
ask (Tag *tag)
{
  const SurmiseQuestionFacts facts = {
    .language = tag->language, .only = G_LIST_MODEL (tag->only), .words = tag->prompt
  };
  g_autoptr(SurmiseQuestion) question = surmise_question_new (tag->model, &facts);

  for (guint i = 0; i < tag->pictures->len; i++)
    {
      surmise_tagger_ask_question (surmise_context_get_tagger (tag->context), tag->pictures->pdata[i], tag->account, question);
      g_signal_connect_swapped (tag->pictures->pdata[i], "notify::state", G_CALLBACK (move_on), tag);
    }
  move_on (tag);
}

static void
expand_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Tag *tag = user_data;
  g_autoptr(GPtrArray) files = surmise_folder_expand_finish (result, NULL);

  for (guint i = 0; files != NULL && i < files->len; i++)
    add_picture (tag, files->pdata[i]);

  if (tag->pictures->len == 0 && !tag->failed)
    g_printerr ("surmise: %s\n", _("There are no pictures in it."));
  ask (tag);
}

/* Returns: (transfer full) (nullable): what is asked for, and never another one instead */
static SurmiseAccount *
find_account (Tag     *tag,
              GError **error)
{
  SurmiseAccountList *accounts = surmise_context_get_accounts (tag->context);
  const GError *environment_error = surmise_account_list_get_environment_error (accounts);
  g_autofree char *id = g_settings_get_string (surmise_context_get_settings (tag->context), "account");
  SurmiseAccount *account = NULL;

  if (tag->demo)
    {
      account = surmise_account_list_get_demo (accounts, error);
      return account != NULL ? g_object_ref (account) : NULL;
    }
  if (environment_error != NULL)
    {
      g_propagate_error (error, g_error_copy (environment_error));
      return NULL;
    }

  account = surmise_account_list_find (accounts, "environment");
  if (account == NULL && *id != '\0')
    account = surmise_account_list_find (accounts, id);
  if (account != NULL)
    return g_object_ref (account);

  return g_list_model_get_item (G_LIST_MODEL (accounts), 0);
}

/* A file may have a name like an address: "10:30.jpg". */
static GFile *
file_for_name (const char *name)
{
  return g_file_test (name, G_FILE_TEST_EXISTS) ? g_file_new_for_path (name) : g_file_new_for_commandline_arg (name);
}

static void
start (Tag *tag)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  g_autofree char *reason = NULL;

  tag->account = find_account (tag, &error);
  if (tag->account == NULL)
    {
      reason = error != NULL ? surmise_error_text_line (error)
               : g_strdup (_("There is no account. Set CLARIFAI_PAT, add a token in the window, or use --demo."));
      g_printerr ("surmise: %s\n", reason);
      finish (tag, EXIT_NO_ACCOUNT);
      return;
    }

  if (tag->model == NULL)
    tag->model = surmise_context_dup_model (tag->context, tag->account);
  if (tag->names == NULL)
    {
      g_ptr_array_add (tag->pictures, surmise_picture_new_for_words (tag->prompt));
      ask (tag);
      return;
    }
  for (guint i = 0; tag->names[i] != NULL; i++)
    g_ptr_array_add (files, file_for_name (tag->names[i]));
  surmise_folder_expand_async (files, NULL, expand_cb, tag);
}

static void
load_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!surmise_account_list_load_finish (SURMISE_ACCOUNT_LIST (source), result, &error))
    g_debug ("The keyring was not read: %s", error->message);
  start (user_data);
}

static gboolean
usage (const char *format,
       const char *value)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", value, format);

  g_printerr ("surmise tag: %s\n%s\n", text, _("“surmise tag --help” tells how it is used."));

  return FALSE;
}

static void
add_concept (GListStore *only,
             GString    *name)
{
  g_autofree char *text = g_strstrip (g_strdup (name->str));
  g_autoptr(ClarifaiConcept) concept = NULL;

  g_string_truncate (name, 0);
  if (*text == '\0')
    return;

  concept = clarifai_concept_new (NULL, text, 0, NULL);
  g_list_store_append (only, concept);
}

/* A comma that belongs to a name has a backslash before it. Returns: (transfer full) */
static GListStore *
parse_concepts (char **lists)
{
  GListStore *only = g_list_store_new (CLARIFAI_TYPE_CONCEPT);
  g_autoptr(GString) name = g_string_new (NULL);

  for (guint i = 0; lists[i] != NULL; i++)
    {
      for (const char *p = lists[i]; *p != '\0'; p++)
        {
          if (*p == ',')
            {
              add_concept (only, name);
              continue;
            }
          if (*p == '\\' && p[1] != '\0')
            p++;
          g_string_append_c (name, *p);
        }
      add_concept (only, name);
    }

  return only;
}

static gboolean
check_words (Tag *tag)
{
  if (tag->prompt != NULL && *tag->prompt == '\0')
    return usage (_("there are no words"), "--prompt");
  if (tag->language != NULL && *tag->language == '\0')
    return usage (_("a language, such as en or de"), "--language");
  if (tag->concepts == NULL)
    return TRUE;

  tag->only = parse_concepts (tag->concepts);
  if (g_list_model_get_n_items (G_LIST_MODEL (tag->only)) == 0)
    return usage (_("names with commas between them"), "--concepts");

  return TRUE;
}

static gboolean
check (Tag *tag)
{
  g_autoptr(GError) error = NULL;

  if (tag->names != NULL && tag->names[0] == NULL)
    g_clear_pointer (&tag->names, g_strfreev);
  if (tag->names == NULL && tag->prompt == NULL)
    return usage (_("no picture was named"), "FILE|FOLDER|URL");
  if (tag->format_name != NULL && !g_str_equal (tag->format_name, "text") && !g_str_equal (tag->format_name, "json"))
    return usage (_("text or json"), "--format");
  if (!(tag->format.min_confidence >= 0 && tag->format.min_confidence <= 1))
    return usage (_("a number from 0 to 1"), "--min-confidence");
  if (tag->max_concepts < 1 || tag->max_concepts > 200)
    return usage (_("a number from 1 to 200"), "--max-concepts");
  if (tag->jobs < 1 || tag->jobs > MAX_JOBS)
    return usage (_("a number from 1 to 16"), "--jobs");
  if (tag->model_name != NULL && (tag->model = clarifai_model_ref_parse (tag->model_name, &error)) == NULL)
    return usage (_("expected USER/APP/MODEL, with /versions/VERSION behind it if you like"), tag->model_name);

  if (!check_words (tag))
    return FALSE;

  tag->format.json = tag->format_name != NULL && g_str_equal (tag->format_name, "json");
  tag->format.max_concepts = (guint) tag->max_concepts;

  return TRUE;
}

static gboolean
parse (Tag    *tag,
       int     argc,
       char  **argv,
       GError **error)
{
  const GOptionEntry entries[] = {
    { "model", 'm', 0, G_OPTION_ARG_STRING, &tag->model_name, N_("Use this model"), N_("USER/APP/MODEL[/versions/V]") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &tag->demo, N_("Use the demo, which needs no account and no network"), NULL },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &tag->format_name, N_("How to print: text (default) or json"), "text|json" },
    { "min-confidence", 0, 0, G_OPTION_ARG_DOUBLE, &tag->format.min_confidence,
      N_("Leave out what the model is less sure of, 0 to 1 (default 0.5)"), "0.5" },
    { "max-concepts", 0, 0, G_OPTION_ARG_INT, &tag->max_concepts, N_("At most so many concepts a picture (default 20)"), "20" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &tag->language, N_("The language of the names, where the model has several"),
      N_("LANGUAGE") },
    { "concepts", 0, 0, G_OPTION_ARG_STRING_ARRAY, &tag->concepts, N_("Ask for these concepts only"), N_("NAME,…") },
    { "prompt", 0, 0, G_OPTION_ARG_STRING, &tag->prompt, N_("What to say to a model that takes words"), N_("TEXT") },
    { "jobs", 'j', 0, G_OPTION_ARG_INT, &tag->jobs, N_("Requests at once (default 4)"), "N" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &tag->names, NULL, NULL },
    { NULL },
  };
  g_autoptr(GOptionContext) context = g_option_context_new (_("FILE|FOLDER|URL… – tag pictures without a window"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return g_option_context_parse (context, &argc, &argv, error);
}

int
surmise_cli_tag (int    argc,
                 char **argv)
{
  g_auto(Tag) tag = { .max_concepts = 20, .jobs = 4, .format = { .min_confidence = 0.5 } };
  g_autoptr(GError) error = NULL;
  SurmiseAccountList *accounts;

  g_set_prgname ("surmise tag");
  if (!parse (&tag, argc, argv, &error))
    {
      g_printerr ("surmise tag: %s\n", error->message);
      return EXIT_USAGE;
    }
  if (!check (&tag))
    return EXIT_USAGE;

  tag.context = surmise_context_new (&error);
  if (tag.context == NULL)
    {
      g_printerr ("surmise: %s\n", error->message);
      return EXIT_SOME_FAILED;
    }

  tag.loop = g_main_loop_new (NULL, FALSE);
  tag.pictures = g_ptr_array_new_with_free_func (g_object_unref);
  surmise_tagger_set_max_requests (surmise_context_get_tagger (tag.context), (guint) tag.jobs);
  /* Neither the demo nor the environment's account needs the keyring. */
  accounts = surmise_context_get_accounts (tag.context);
  if (tag.demo || surmise_account_list_find (accounts, "environment") != NULL
      || surmise_account_list_get_environment_error (accounts) != NULL)
    g_idle_add_once ((GSourceOnceFunc) start, &tag);
  else
    /* Somebody who sits before it can answer the keyring's question; a script cannot. */
    surmise_account_list_load_async (accounts, isatty (STDERR_FILENO), NULL, load_cb, &tag);
  g_main_loop_run (tag.loop);

  return tag.status;
}
