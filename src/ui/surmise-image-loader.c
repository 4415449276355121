/* surmise-image-loader.c – pictures that a model made, decoded where foreign bytes may be decoded
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-image-loader.h"

#include "surmise-fetcher.h"
#include "surmise-picture.h"

static void
prepare_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  SurmisePrepared *prepared = surmise_preparer_prepare_finish (SURMISE_PREPARER (source), result, &error);

  if (prepared != NULL)
    g_task_return_pointer (task, prepared, (GDestroyNotify) surmise_prepared_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* (transfer full): one for all the pictures of a view, as it has threads of its own. */
SurmisePreparer *
surmise_image_preparer_new (void)
{
  g_autoptr(SurmiseFetcher) fetcher = surmise_fetcher_new ();

  return surmise_preparer_new (fetcher);
}

/**
 * surmise_image_load_async:
 * @preparer: what decodes
 * @image: with its bytes, or with an address, which is fetched without any token
 * @max_edge: in pixels; 0 for as large as it is
 * @cancellable: (nullable): a cancellable
 * @callback: called with the clean picture
 * @user_data: for @callback
 *
 * What a service answers is no more to be trusted than what is dropped on the window, and goes the same way.
 */
void
surmise_image_load_async (SurmisePreparer     *preparer,
                          ClarifaiImage       *image,
                          guint                max_edge,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr(SurmisePicture) picture = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (CLARIFAI_IS_IMAGE (image));

  g_task_set_source_tag (task, surmise_image_load_async);
  if (clarifai_image_get_bytes (image) != NULL)
    picture = surmise_picture_new_for_bytes (clarifai_image_get_bytes (image), "image");
  else
    picture = surmise_picture_new_for_address (clarifai_image_get_address (image), &error);
  if (picture == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  surmise_preparer_prepare_async (preparer, picture, max_edge, cancellable, prepare_cb, g_steal_pointer (&task));
}

SurmisePrepared *
surmise_image_load_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, surmise_image_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
