/* ask-fixture.c – models to ask, and a window to ask them in
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ask-fixture.h"

GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

gpointer
child_of (gpointer    widget,
          GType       type,
          const char *name)
{
  GObject *child = gtk_widget_get_template_child (widget, type, name);

  g_assert_nonnull (child);

  return child;
}

gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

GtkWindow *
show_in_window (GtkWidget *child)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, 480, 600);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  test_wait_until (is_mapped, child);

  return window;
}

ClarifaiModelType *
new_type (const char *input,
          const char *output)
{
  return clarifai_model_type_new ("kind", "Kind", (const char * const []) { input, NULL },
                                  (const char * const []) { output, NULL });
}

ClarifaiModel *
new_model (GListModel *methods,
           gboolean    with_languages)
{
  static const char *const ids[] = { "en", "de", "fr", NULL };
  static const char *const names[] = { "English", "German", "French", NULL };
  g_autoptr(ClarifaiModelRef) ref = clarifai_model_ref_parse (MODEL, NULL);
  ClarifaiModelFacts facts = { .name = "General", .methods = methods };

  if (with_languages)
    {
      facts.language_ids = ids;
      facts.language_names = names;
    }

  return clarifai_model_new (ref, &facts);
}

ClarifaiMethod *
new_method (const char *name,
            gboolean    streams,
            ...)
{
  g_autoptr(GListStore) list = g_list_store_new (CLARIFAI_TYPE_ARGUMENT);
  ClarifaiArgument *argument;
  va_list arguments;

  va_start (arguments, streams);
  while ((argument = va_arg (arguments, ClarifaiArgument *)) != NULL)
    {
      g_autoptr(ClarifaiArgument) owned = argument;

      g_list_store_append (list, owned);
    }
  va_end (arguments);

  return clarifai_method_new (name, NULL, G_LIST_MODEL (list), streams);
}

GListModel *
new_methods (ClarifaiMethod *first,
             ClarifaiMethod *second)
{
  GListStore *list = g_list_store_new (CLARIFAI_TYPE_METHOD);

  g_list_store_append (list, first);
  if (second != NULL)
    g_list_store_append (list, second);

  return G_LIST_MODEL (list);
}

ClarifaiArgument *
new_argument (const char       *name,
              ClarifaiDataType  type,
              gboolean          required,
              GVariant         *fallback)
{
  const ClarifaiArgumentFacts facts = { .name = name, .type = type, .required = required, .fallback = fallback };

  return clarifai_argument_new (&facts);
}

SurmiseAccount *
new_account (MockServer *server)
{
  g_autoptr(SoupSession) session = clarifai_session_new ();
  g_autoptr(GError) error = NULL;
  SurmiseAccount *account = _surmise_account_new (session, "id", mock_server_get_base (server),
                                                  SURMISE_ACCOUNT_PLACE_SESSION, &error);

  g_assert_no_error (error);
  _surmise_account_take_token (account, surmise_token_copy (TOKEN));

  return account;
}
