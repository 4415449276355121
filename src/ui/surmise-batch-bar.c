/* surmise-batch-bar.c – how far several pictures are
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-batch-bar.h"

#include <glib/gi18n.h>

#include "surmise-picture.h"

struct _SurmiseBatchBar
{
  AdwBin          parent_instance;

  GtkRevealer    *revealer;
  GtkProgressBar *progress;
  GtkLabel       *label;
  GtkWidget      *retry;
  GtkWidget      *cancel;
};

G_DEFINE_FINAL_TYPE (SurmiseBatchBar, surmise_batch_bar, ADW_TYPE_BIN)

static void
surmise_batch_bar_dispose (GObject *object)
{
  /* Both the bin and the template hold the child: the bin lets go first, while it is still there. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), SURMISE_TYPE_BATCH_BAR);

  G_OBJECT_CLASS (surmise_batch_bar_parent_class)->dispose (object);
}

static void
surmise_batch_bar_class_init (SurmiseBatchBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = surmise_batch_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/surmise/Surmise/surmise-batch-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SurmiseBatchBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, SurmiseBatchBar, progress);
  gtk_widget_class_bind_template_child (widget_class, SurmiseBatchBar, label);
  gtk_widget_class_bind_template_child (widget_class, SurmiseBatchBar, retry);
  gtk_widget_class_bind_template_child (widget_class, SurmiseBatchBar, cancel);
}

static void
surmise_batch_bar_init (SurmiseBatchBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What was not asked at all, since the model does not take it, would not be the second time either. */
static gboolean
is_worth_retrying (SurmisePicture *picture)
{
  return surmise_picture_get_state (picture) == SURMISE_PICTURE_STATE_FAILED
         && surmise_picture_get_error (picture)->domain != SURMISE_QUESTION_ERROR;
}

static char *
dup_text (guint done,
          guint all,
          guint failed)
{
  /* Translators: how many pictures are done, of how many. */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), done, all);

  if (failed == 0)
    return g_steal_pointer (&text);

  /* Translators: "3 of 12", then how many failed. */
  return g_strdup_printf (ngettext ("%s · %u failed", "%s · %u failed", failed), text, failed);
}

void
surmise_batch_bar_update (SurmiseBatchBar *self,
                          GListModel      *pictures)
{
  guint n = g_list_model_get_n_items (pictures);
  guint busy = 0;
  guint failed = 0;
  g_autofree char *text = NULL;

  g_return_if_fail (SURMISE_IS_BATCH_BAR (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(SurmisePicture) picture = g_list_model_get_item (pictures, i);

      busy += surmise_picture_is_busy (picture) ? 1 : 0;
      failed += is_worth_retrying (picture) ? 1 : 0;
    }

  gtk_revealer_set_reveal_child (self->revealer, n > 1 && (busy > 0 || failed > 0));
  gtk_widget_set_visible (self->cancel, busy > 0);
  gtk_widget_set_visible (self->retry, busy == 0 && failed > 0);
  gtk_progress_bar_set_fraction (self->progress, n > 0 ? (double) (n - busy) / n : 0);
  text = dup_text (n - busy, n, failed);
  gtk_label_set_label (self->label, text);
}
