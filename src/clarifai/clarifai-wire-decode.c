/* clarifai-wire-decode.c – replies, as objects
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-wire-decode.h"

#include "clarifai-error.h"
#include "clarifai-json.h"
#include "clarifai-user.h"

static void
set_bad_reply (GError    **error,
               const char *message)
{
  g_set_error_literal (error, CLARIFAI_ERROR, CLARIFAI_ERROR_BAD_REPLY, message);
}

ClarifaiUser *
clarifai_wire_decode_user (JsonObject  *root,
                           GError     **error)
{
  JsonObject *object = clarifai_json_get_object (root, "user");
  g_autofree char *id = clarifai_json_dup_name (object, "id");
  g_autofree char *first = clarifai_json_dup_name (object, "first_name");
  g_autofree char *last = clarifai_json_dup_name (object, "last_name");
  g_autofree char *name = NULL;

  if (id == NULL)
    {
      set_bad_reply (error, "The reply names no user");
      return NULL;
    }

  name = g_strstrip (g_strdup_printf ("%s %s", first != NULL ? first : "", last != NULL ? last : ""));

  return clarifai_user_new (id, name);
}

/* (transfer full): #ClarifaiUser; an organisation stands where a user can stand in all paths. */
GListModel *
clarifai_wire_decode_organizations (JsonObject *root)
{
  JsonArray *array = clarifai_json_get_array (root, "organizations");
  GListStore *list = g_list_store_new (CLARIFAI_TYPE_USER);

  for (guint i = 0; i < clarifai_json_get_length (array); i++)
    {
      JsonObject *object = clarifai_json_get_object (clarifai_json_get_element (array, i), "organization");
      g_autofree char *id = clarifai_json_dup_name (object, "id");
      g_autofree char *name = clarifai_json_dup_name (object, "name");
      g_autoptr(ClarifaiUser) user = id != NULL ? clarifai_user_new (id, name) : NULL;

      if (user != NULL)
        g_list_store_append (list, user);
    }

  return G_LIST_MODEL (list);
}
