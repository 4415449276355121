/* surmise-code-window.c – the question as code, to be asked elsewhere
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-code-window.h"

#include <glib/gi18n.h>
#include <string.h>

#include "surmise-compat.h"
#include "surmise-error-text.h"
#include "surmise-save.h"
#include "surmise-snippet.h"

struct _SurmiseCodeWindow
{
  AdwWindow        parent_instance;

  AdwToastOverlay *toasts;
  GtkDropDown     *kind;
  GtkTextView     *text_view;
  GtkLabel        *hint_label;
  GtkWidget       *save_box;
  GtkLabel        *save_label;

  SurmiseAccount  *account;     /* (owned) */
  SurmisePicture  *picture;     /* (owned) (nullable) */
  SurmiseQuestion *question;    /* (owned) */
  GFile           *saved;       /* (owned) (nullable): where the prepared picture is */
  GCancellable    *cancellable; /* (owned) */
};

G_DEFINE_FINAL_TYPE (SurmiseCodeWindow, surmise_code_window, ADW_TYPE_WINDOW)

/* Whether the picture goes out as bytes: an address speaks for itself. */
static gboolean
is_local (SurmiseCodeWindow *self)
{
  return self->picture != NULL && surmise_picture_get_address (self->picture) == NULL
         && surmise_picture_get_words (self->picture) == NULL;
}

/* Returns: (transfer full): what the prepared picture would be called; it is a JPEG, whatever it was made from */
static char *
dup_jpeg_name (SurmiseCodeWindow *self)
{
  g_autofree char *name = g_strdup (surmise_picture_get_name (self->picture));
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  g_strdelimit (name, "/", '-');

  /* Translators: the name of the file of a prepared picture; %s is the picture's own. */
  return g_strdup_printf (_("%s-prepared.jpg"), name);
}

/* Returns: (transfer full) (nullable): the file that stands in the code */
static char *
dup_file (SurmiseCodeWindow  *self,
          SurmiseSnippetKind  kind)
{
  GFile *own;

  if (!is_local (self))
    return NULL;

  /* This program prepares a picture by itself. */
  own = surmise_picture_get_file (self->picture);
  if (kind == SURMISE_SNIPPET_SURMISE && own != NULL && g_file_peek_path (own) != NULL)
    return g_file_get_path (own);
  if (self->saved != NULL && g_file_peek_path (self->saved) != NULL)
    return g_file_get_path (self->saved);

  return dup_jpeg_name (self);
}

static void
update (SurmiseCodeWindow *self)
{
  SurmiseSnippetKind kind = gtk_drop_down_get_selected (self->kind);
  gboolean own_command = kind == SURMISE_SNIPPET_SURMISE;
  const char *hint;
  g_autofree char *file = NULL;
  g_autofree char *code = NULL;

  if (self->question == NULL)
    return;

  file = dup_file (self, kind);
  code = surmise_snippet_make (kind, self->question, surmise_account_get_server (self->account),
                               self->picture != NULL ? surmise_picture_get_address (self->picture) : NULL, file);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), code != NULL ? code : "", -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "code.copy", code != NULL);

  if (code == NULL)
    hint = _("The command has no way to call this model.");
  else if (surmise_account_get_place (self->account) == SURMISE_ACCOUNT_PLACE_DEMO)
    hint = _("The demo answers Surmise alone. With an account of your own, this code runs anywhere.");
  else
    hint = _("Your token is not in it: the code takes it from the environment variable CLARIFAI_PAT.");
  gtk_label_set_label (self->hint_label, hint);

  gtk_widget_set_visible (self->save_box, is_local (self) && surmise_picture_get_prepared (self->picture) != NULL
                                          && !(own_command && surmise_picture_get_file (self->picture) != NULL));
  hint = self->saved != NULL ? _("The code reads the saved picture.")
                             : _("The code reads a picture from a file. Save it first.");
  gtk_label_set_label (self->save_label, hint);
}

static void
say (SurmiseCodeWindow *self,
     const char        *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_add_toast (self->toasts, toast);
  surmise_announce (GTK_WIDGET (self), text);
}

static void
on_copy (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SurmiseCodeWindow *self = SURMISE_CODE_WINDOW (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  g_autofree char *code = NULL;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  code = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), code);
  say (self, _("Copied the code"));
}

static void
save_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SurmiseCodeWindow *self = SURMISE_CODE_WINDOW (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = surmise_save_bytes_finish (GTK_WINDOW (self), result, &error);
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (file == NULL)
    {
      g_autoptr(SurmiseErrorText) problem = surmise_error_text_new (error);

      say (self, problem->title);
      return;
    }

  g_set_object (&self->saved, file);
  update (self);
  name = g_file_get_basename (file);
  shown = g_filename_display_name (name);
  /* Translators: a picture was saved; %s is the name of its file. */
  words = g_strdup_printf (_("Saved “%s”"), shown);
  say (self, words);
}

static void
on_save (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  SurmiseCodeWindow *self = SURMISE_CODE_WINDOW (widget);
  SurmisePrepared *prepared = is_local (self) ? surmise_picture_get_prepared (self->picture) : NULL;
  g_autofree char *name = NULL;

  if (prepared == NULL)
    return;

  name = dup_jpeg_name (self);
  surmise_save_bytes_async (GTK_WINDOW (self), _("Save Prepared Picture"), name, surmise_prepared_get_jpeg (prepared),
                            self->cancellable, save_cb, NULL);
}

static void
surmise_code_window_dispose (GObject *object)
{
  SurmiseCodeWindow *self = SURMISE_CODE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->account);
  g_clear_object (&self->picture);
  g_clear_object (&self->question);
  g_clear_object (&self->saved);
  gtk_widget_dispose_template (GTK_WIDGET (self), SURMISE_TYPE_CODE_WINDOW);

  G_OBJECT_CLASS (surmise_code_window_parent_class)->dispose (object);
}

static void
surmise_code_window_class_init (SurmiseCodeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_code_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-code-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseCodeWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCodeWindow, kind);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCodeWindow, text_view);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCodeWindow, hint_label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCodeWindow, save_box);
  gtk_widget_class_bind_template_child (widget_class, SurmiseCodeWindow, save_label);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "code.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "code.save", NULL, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "code.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "code.save", NULL);
}

static void
surmise_code_window_init (SurmiseCodeWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * surmise_code_window_show:
 * @account: whose server is asked; its token is in no code
 * @picture: (nullable): what the question is asked about, where it is about one
 * @question: what is asked
 */
void
surmise_code_window_show (GtkWindow       *parent,
                          SurmiseAccount  *account,
                          SurmisePicture  *picture,
                          SurmiseQuestion *question)
{
  SurmiseCodeWindow *self;
  const char *words;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (SURMISE_IS_ACCOUNT (account));
  g_return_if_fail (picture == NULL || SURMISE_IS_PICTURE (picture));
  g_return_if_fail (SURMISE_IS_QUESTION (question));

  self = g_object_new (SURMISE_TYPE_CODE_WINDOW, "transient-for", parent, NULL);
  self->account = g_object_ref (account);
  self->picture = picture != NULL ? g_object_ref (picture) : NULL;
  /* Words that stand instead of a picture are the picture's, and not the question's. */
  words = picture != NULL ? surmise_picture_get_words (picture) : NULL;
  self->question = words != NULL ? surmise_question_with_words (question, words) : g_object_ref (question);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
