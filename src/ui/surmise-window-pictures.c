/* surmise-window-pictures.c – the window's pictures: in, asked about, out
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-window-parts.h"

#include <glib/gi18n.h>

#include "surmise-address.h"
#include "surmise-error-text.h"
#include "surmise-folder.h"
#include "surmise-text-window.h"

/* Up to so many pictures a new model is asked about at once; more only when the person says so, since each may cost money. */
#define ASK_AT_ONCE 20
/* What cannot be used is collected for so long, so that a folder makes one toast and not a hundred. */
#define REFUSED_MS 400

static void
on_refused_details (AdwToast  *toast,
                    GPtrArray *sentences)
{
  g_autofree char *text = NULL;

  g_ptr_array_add (sentences, NULL);
  text = g_strjoinv ("\n", (char **) sentences->pdata);
  surmise_text_window_show (g_object_get_data (G_OBJECT (toast), "window"), _("What Could Not Be Used"), text);
}

static gboolean
on_refused (gpointer user_data)
{
  SurmiseWindow *self = user_data;
  g_autoptr(GPtrArray) sentences = g_steal_pointer (&self->refused);
  g_autofree char *title = NULL;
  g_autofree char *markup = NULL;
  AdwToast *toast;
  guint more = sentences->len - 1;

  self->refused_id = 0;
  self->refused = g_ptr_array_new_with_free_func (g_free);

  if (more == 0)
    {
      surmise_window_toast (self, sentences->pdata[0]);
      return G_SOURCE_REMOVE;
    }

  /* Translators: a sentence about one file, and how many others there are. */
  title = g_strdup_printf (ngettext ("%s, and %u more cannot be used", "%s, and %u more cannot be used", more),
                           (const char *) sentences->pdata[0], more);
  markup = g_markup_escape_text (title, -1);
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("_Details"));
  g_object_set_data (G_OBJECT (toast), "window", self);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (on_refused_details), g_steal_pointer (&sentences),
                         (GClosureNotify) (void (*) (void)) g_ptr_array_unref, G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (self->toasts, toast);

  return G_SOURCE_REMOVE;
}

static void
refuse (SurmiseWindow *self,
        const GError  *error,
        const char    *name)
{
  g_ptr_array_add (self->refused, surmise_error_text_about (error, name));
  if (self->refused_id == 0)
    self->refused_id = g_timeout_add (REFUSED_MS, on_refused, self);
}

/* Whether nothing can ever come of this picture: it is then named once instead of standing there. */
static gboolean
is_unusable (SurmisePicture *picture)
{
  const GError *error = surmise_picture_get_error (picture);

  if (error->domain == SURMISE_PREPARE_ERROR || error->domain == SURMISE_ADDRESS_ERROR)
    return TRUE;
  if (g_error_matches (error, SURMISE_FETCH_ERROR, SURMISE_FETCH_ERROR_NOT_A_PICTURE))
    return TRUE;

  /* A file that could not be opened. */
  return error->domain == G_IO_ERROR && surmise_picture_get_file (picture) != NULL
         && surmise_picture_get_prepared (picture) == NULL;
}

static void
on_picture_state (SurmisePicture *picture,
                  GParamSpec     *pspec,
                  SurmiseWindow  *self)
{
  guint position;

  if (surmise_picture_get_state (picture) == SURMISE_PICTURE_STATE_FAILED && is_unusable (picture)
      && g_list_store_find (self->pictures, picture, &position))
    {
      refuse (self, surmise_picture_get_error (picture), surmise_picture_get_name (picture));
      surmise_window_remove (self, position, 1);
    }
  surmise_window_update (self);
}

static void
insert (SurmiseWindow *self,
        GPtrArray     *pictures,
        guint          position)
{
  for (guint i = 0; i < pictures->len; i++)
    g_signal_connect_object (pictures->pdata[i], "notify::state", G_CALLBACK (on_picture_state), self, G_CONNECT_DEFAULT);
  g_list_store_splice (self->pictures, position, 0, pictures->pdata, pictures->len);
  gtk_single_selection_set_selected (self->selection, position);
}

/* Takes the pictures, shows the first of them, and asks about all. */
static void
add_pictures (SurmiseWindow *self,
              GPtrArray     *pictures)
{
  guint first = g_list_model_get_n_items (G_LIST_MODEL (self->pictures));

  if (pictures->len == 0)
    return;

  /* Without an account the demo answers; while the keyring has not said whether there is one, the pictures wait. */
  if (self->account == NULL
      && surmise_account_list_get_keyring_state (surmise_context_get_accounts (self->context)) >= SURMISE_KEYRING_STATE_READY)
    surmise_window_use_demo (self);

  insert (self, pictures, first);
  self->connecting = FALSE;
  for (guint i = 0; i < pictures->len; i++)
    surmise_window_ask (self, pictures->pdata[i]);
  surmise_window_update (self);
}

/* "sftp:" and the like can be files, where something on this computer serves them; what nothing serves can only be meant as an
 * address. */
static gboolean
is_served (GFile *file)
{
  g_autofree char *scheme = g_file_get_uri_scheme (file);

  if (g_strcmp0 (scheme, "http") == 0 || g_strcmp0 (scheme, "https") == 0)
    return FALSE;

  return scheme == NULL || g_strv_contains (g_vfs_get_supported_uri_schemes (g_vfs_get_default ()), scheme);
}

static SurmisePicture *
picture_for_file (SurmiseWindow *self,
                  GFile         *file)
{
  g_autofree char *uri = NULL;
  g_autoptr(GError) error = NULL;
  SurmisePicture *picture;

  if (is_served (file))
    return surmise_picture_new_for_file (file);

  uri = g_file_get_uri (file);
  picture = surmise_picture_new_for_address (uri, &error);
  if (picture == NULL)
    refuse (self, error, uri);

  return picture;
}

static void
expand_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(SurmiseWindow) self = user_data;
  g_autoptr(GPtrArray) files = surmise_folder_expand_finish (result, NULL);
  g_autoptr(GPtrArray) pictures = g_ptr_array_new_with_free_func (g_object_unref);

  if (files == NULL)
    return;

  if (files->len == 0)
    surmise_window_toast (self, _("There is no picture in this folder"));
  for (guint i = 0; i < files->len; i++)
    {
      SurmisePicture *picture = picture_for_file (self, files->pdata[i]);

      if (picture != NULL)
        g_ptr_array_add (pictures, picture);
    }
  add_pictures (self, pictures);
}

void
surmise_window_add_files (SurmiseWindow *self,
                          GPtrArray     *files)
{
  g_assert (SURMISE_IS_WINDOW (self));

  surmise_folder_expand_async (files, self->cancellable, expand_cb, g_object_ref (self));
}

void
surmise_window_add_picture (SurmiseWindow  *self,
                            SurmisePicture *picture)
{
  g_autoptr(GPtrArray) pictures = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert (SURMISE_IS_WINDOW (self));

  g_ptr_array_add (pictures, g_object_ref (picture));
  add_pictures (self, pictures);
}

void
surmise_window_add_address (SurmiseWindow *self,
                            const char    *address)
{
  g_autoptr(GPtrArray) pictures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  SurmisePicture *picture;

  g_assert (SURMISE_IS_WINDOW (self));

  picture = surmise_picture_new_for_address (address, &error);
  if (picture == NULL)
    {
      /* A whole dropped page of text would fill the toast. */
      g_autofree char *start = g_utf8_substring (address, 0, MIN (60, g_utf8_strlen (address, -1)));

      refuse (self, error, g_strstrip (start));
      return;
    }
  g_ptr_array_add (pictures, picture);
  add_pictures (self, pictures);
}

void
surmise_window_add_bytes (SurmiseWindow *self,
                          GBytes        *bytes)
{
  g_autoptr(GPtrArray) pictures = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert (SURMISE_IS_WINDOW (self));

  /* Translators: the name of a picture that has none, since it was pasted or dragged from another program. */
  g_ptr_array_add (pictures, surmise_picture_new_for_bytes (bytes, _("Picture")));
  add_pictures (self, pictures);
}

/* (transfer none) (nullable) */
SurmisePicture *
surmise_window_get_chosen (SurmiseWindow *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

void
surmise_window_ask (SurmiseWindow  *self,
                    SurmisePicture *picture)
{
  g_autoptr(SurmiseQuestion) question = NULL;

  g_assert (SURMISE_IS_WINDOW (self));

  if (self->account == NULL || surmise_window_hold (self, picture))
    return;

  question = surmise_window_dup_question (self, picture);
  if (!surmise_window_refuse (self, picture, question))
    surmise_tagger_ask_question (surmise_context_get_tagger (self->context), picture, self->account, question);
}

static void
ask_others (SurmiseWindow *self)
{
  SurmisePicture *chosen = surmise_window_get_chosen (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->pictures));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(SurmisePicture) picture = g_list_model_get_item (G_LIST_MODEL (self->pictures), i);

      if (picture != chosen)
        surmise_window_ask (self, picture);
    }
}

/* What the earlier model or account has still under way is not wanted any more. */
void
surmise_window_cancel_all (SurmiseWindow *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->pictures));

  g_assert (SURMISE_IS_WINDOW (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(SurmisePicture) picture = g_list_model_get_item (G_LIST_MODEL (self->pictures), i);

      surmise_tagger_cancel (surmise_context_get_tagger (self->context), picture);
    }
}

/* Another model or account: the chosen picture is asked about first, the others with it as long as they are few. */
void
surmise_window_ask_all (SurmiseWindow *self)
{
  SurmisePicture *chosen = surmise_window_get_chosen (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->pictures));
  g_autofree char *title = NULL;
  AdwToast *toast;

  g_assert (SURMISE_IS_WINDOW (self));

  surmise_window_cancel_all (self);
  if (chosen != NULL)
    surmise_window_ask (self, chosen);
  if (n <= ASK_AT_ONCE)
    {
      ask_others (self);
      return;
    }

  title = g_strdup_printf (ngettext ("%u other picture has the earlier model’s answer", "%u other pictures have the earlier model’s answer", n - 1),
                           n - 1);
  toast = adw_toast_new (title);
  adw_toast_set_button_label (toast, _("_Ask About All"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (ask_others), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Removes pictures without a word; whoever calls offers to undo it. */
void
surmise_window_remove (SurmiseWindow *self,
                       guint          position,
                       guint          n)
{
  SurmiseTagger *tagger = surmise_context_get_tagger (self->context);

  g_assert (SURMISE_IS_WINDOW (self));

  for (guint i = position; i < position + n; i++)
    {
      g_autoptr(SurmisePicture) picture = g_list_model_get_item (G_LIST_MODEL (self->pictures), i);

      g_signal_handlers_disconnect_by_func (picture, on_picture_state, self);
      surmise_tagger_cancel (tagger, picture);
    }
  g_list_store_splice (self->pictures, position, n, NULL, 0);
  surmise_window_update (self);
}

/* Undoes surmise_window_remove(): with the answers that were there; what was broken off stays so until it is asked again. */
void
surmise_window_put_back (SurmiseWindow *self,
                         GPtrArray     *pictures,
                         guint          position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->pictures));

  g_assert (SURMISE_IS_WINDOW (self));

  insert (self, pictures, MIN (position, n));
  surmise_window_update (self);
}

/* Files, folders and web addresses. */
void
surmise_window_open (SurmiseWindow  *self,
                     GFile         **files,
                     int             n_files)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (SURMISE_IS_WINDOW (self));

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (list, g_object_ref (files[i]));
  surmise_window_add_files (self, list);
}
