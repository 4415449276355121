/* model-chooser-fixture.c – a window with the model button, and a scripted service behind it
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "model-chooser-fixture.h"

#include "surmise-model-card.h"
#include "surmise-model-chooser.h"

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

static void
on_chosen (Fixture          *self,
           ClarifaiModelRef *model,
           const char       *name)
{
  g_autofree char *path = clarifai_model_ref_to_string (model);

  g_free (self->chosen);
  self->chosen = g_strdup_printf ("%s %s", path, name);
}

static gboolean
is_mapped (gpointer user_data)
{
  return gtk_widget_get_mapped (user_data);
}

void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr(SoupSession) session = clarifai_session_new ();
  g_autoptr(GError) error = NULL;

  self->server = mock_server_new ();
  self->context = surmise_context_new (&error);
  g_assert_no_error (error);
  g_settings_reset (surmise_context_get_settings (self->context), "recent-models");
  g_settings_reset (surmise_context_get_settings (self->context), "favorite-models");
  self->account = _surmise_account_new (session, "id", mock_server_get_base (self->server),
                                        SURMISE_ACCOUNT_PLACE_SESSION, &error);
  g_assert_no_error (error);
  _surmise_account_take_token (self->account, surmise_token_copy ("0123456789abcdef0123456789abcdef"));
  _surmise_account_set_user_id (self->account, "ada");
  reply_type (self, "visual-classifier", "image", "concepts");
  reply_type (self, "audio-to-text", "audio", "text");
  reply_type (self, "text-to-text", "text", "text");

  self->button = SURMISE_MODEL_BUTTON (surmise_model_button_new (self->context));
  surmise_model_button_set_account (self->button, self->account);
  g_signal_connect_swapped (self->button, "chosen", G_CALLBACK (on_chosen), self);

  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 640, 600);
  gtk_window_set_child (self->window, GTK_WIDGET (self->button));
  gtk_window_present (self->window);
  test_wait_until (is_mapped, self->button);
}

/* All goes with the window, whatever is still on its way. */
void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  if (self->window != NULL)
    {
      gpointer button = self->button;
      gpointer chooser = self->chooser;

      g_object_add_weak_pointer (button, &button);
      if (chooser != NULL)
        g_object_add_weak_pointer (chooser, &chooser);
      gtk_window_destroy (self->window);
      test_wait_until_null (&button);
      test_wait_until_null (&chooser);
    }
  g_clear_object (&self->found);
  g_clear_object (&self->account);
  g_clear_object (&self->context);
  g_clear_object (&self->server);
  g_clear_pointer (&self->chosen, g_free);
}

/* @path: user/app/model */
void
reply_model (Fixture    *self,
             const char *path,
             const char *name,
             const char *type,
             guint       status_code)
{
  g_autoptr(ClarifaiModelRef) ref = clarifai_model_ref_parse (path, NULL);
  g_autofree char *where = clarifai_model_ref_to_path (ref);
  g_autofree char *body = NULL;

  body = g_strdup_printf (OK ",\"model\":{\"id\":\"%s\",\"name\":\"%s\",\"user_id\":\"%s\",\"app_id\":\"%s\","
                          "\"model_type_id\":\"%s\",\"description\":\"Knows about %s.\","
                          "\"model_version\":{\"id\":\"v1\",\"status\":{\"code\":%u}}}}",
                          clarifai_model_ref_get_model_id (ref), name, clarifai_model_ref_get_user_id (ref),
                          clarifai_model_ref_get_app_id (ref), type, name, status_code);
  mock_server_reply (self->server, "GET", where, 200, body);
}

void
reply_type (Fixture    *self,
            const char *type,
            const char *input,
            const char *output)
{
  g_autofree char *where = g_strconcat ("/v2/users/clarifai/apps/main/models/types/", type, NULL);
  g_autofree char *body = NULL;

  body = g_strdup_printf (OK ",\"model_type\":{\"id\":\"%s\",\"title\":\"%s\",\"input_fields\":[\"%s\"],"
                          "\"output_fields\":[\"%s\"]}}",
                          type, type, input, output);
  mock_server_reply (self->server, "GET", where, 200, body);
}

/* The next page of the account's own models: "Bird 0" and so on. */
void
reply_page (Fixture *self,
            guint    first,
            guint    n)
{
  g_autoptr(GString) body = g_string_new (OK ",\"models\":[");

  for (guint i = first; i < first + n; i++)
    g_string_append_printf (body, "%s{\"id\":\"bird-%u\",\"name\":\"Bird %u\",\"user_id\":\"ada\",\"app_id\":\"lab\","
                            "\"model_type_id\":\"%s\",\"model_version\":{\"id\":\"v1\",\"status\":{\"code\":21100}}}",
                            i > first ? "," : "", i, i, i % 10 == 9 ? "audio-to-text" : "visual-classifier");
  g_string_append (body, "]}");
  mock_server_reply (self->server, "GET", YOURS_PATH, 200, body->str);
}

void
open_chooser (Fixture *self)
{
  surmise_model_button_popup (self->button);
  /* Made by the first opening. */
  self->chooser = find_widget (GTK_WIDGET (self->button), SURMISE_TYPE_MODEL_CHOOSER);
  self->card = find_widget (self->chooser, SURMISE_TYPE_MODEL_CARD);
  self->entry = GTK_EDITABLE (find_widget (self->chooser, GTK_TYPE_SEARCH_ENTRY));
  self->view = GTK_LIST_VIEW (gtk_widget_get_template_child (self->chooser, SURMISE_TYPE_MODEL_CHOOSER, "list_view"));
  test_wait_until (is_mapped, self->chooser);
}

void
type_text (Fixture    *self,
           const char *text)
{
  gtk_editable_set_text (self->entry, text);
}

void
press_enter (Fixture *self)
{
  g_signal_emit_by_name (self->entry, "activate");
}

GtkWidget *
card_child (Fixture    *self,
            const char *name)
{
  GObject *child = gtk_widget_get_template_child (self->card, SURMISE_TYPE_MODEL_CARD, name);

  g_assert_nonnull (child);

  return GTK_WIDGET (child);
}

void
assert_card_text (Fixture    *self,
                  const char *child,
                  const char *text)
{
  GtkWidget *label = card_child (self, child);

  g_assert_true (gtk_widget_get_mapped (label));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, text);
}

typedef struct
{
  GtkWidget  *label;
  const char *text;
} Text;

static gboolean
has_text (gpointer user_data)
{
  Text *text = user_data;

  return gtk_widget_get_mapped (text->label)
         && g_strcmp0 (gtk_label_get_label (GTK_LABEL (text->label)), text->text) == 0;
}

void
wait_for_card_text (Fixture    *self,
                    const char *child,
                    const char *text)
{
  Text wanted = { card_child (self, child), text };

  test_wait_until (has_text, &wanted);
}

static gboolean
is_chosen (gpointer user_data)
{
  Fixture *self = user_data;

  return self->chosen != NULL;
}

void
wait_for_chosen (Fixture    *self,
                 const char *chosen)
{
  test_wait_until (is_chosen, self);
  g_assert_cmpstr (self->chosen, ==, chosen);
}

guint
count_requests (Fixture    *self,
                const char *path)
{
  guint n = 0;

  for (guint i = 0; i < mock_server_get_n_requests (self->server); i++)
    if (g_str_equal (mock_server_get_request (self->server, i)->path, path))
      n++;

  return n;
}

guint
count_models (Fixture *self)
{
  GListModel *list = G_LIST_MODEL (gtk_list_view_get_model (self->view));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(SurmiseModelChoice) choice = g_list_model_get_item (list, i);

      if (surmise_model_choice_get_kind (choice) == SURMISE_MODEL_CHOICE_MODEL)
        n++;
    }

  return n;
}

static gboolean
has_n_models (gpointer user_data)
{
  Fixture *self = user_data;

  return count_models (self) == self->n_wanted;
}

void
wait_for_n_models (Fixture *self,
                   guint    n)
{
  self->n_wanted = n;
  test_wait_until (has_n_models, self);
}

/* (transfer none) (nullable): it stays with the fixture, for lists make those that nobody looks at when they are asked */
SurmiseModelChoice *
find_choice (Fixture    *self,
             const char *text)
{
  GListModel *list = G_LIST_MODEL (gtk_list_view_get_model (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(SurmiseModelChoice) choice = g_list_model_get_item (list, i);

      if (g_strcmp0 (surmise_model_choice_get_text (choice), text) != 0)
        continue;
      g_set_object (&self->found, choice);
      return choice;
    }

  return NULL;
}

static gboolean
has_choice (gpointer user_data)
{
  Fixture *self = user_data;

  return find_choice (self, self->wanted) != NULL;
}

void
wait_for_choice (Fixture    *self,
                 const char *text)
{
  self->wanted = text;
  test_wait_until (has_choice, self);
}
