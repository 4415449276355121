/* clarifai-wire-decode.c – replies, as objects
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-wire-decode.h"

#include <string.h>

#include "clarifai-json.h"
#include "clarifai-model-private.h"
#include "clarifai-model-ref.h"
#include "clarifai-user.h"
#include "clarifai-wire-data.h"

/* DataType.IMAGE, as a number and as its name. */
#define TYPE_IMAGE 9
#define TYPE_IMAGE_NAME "IMAGE"
/* Lists of tuples of images. */
#define DEEPEST_TYPE 4

static void
set_bad_reply (GError    **error,
               const char *message)
{
  g_set_error_literal (error, CLARIFAI_ERROR, CLARIFAI_ERROR_BAD_REPLY, message);
}

static gboolean
has_image (JsonArray *fields,
           guint      depth)
{
  for (guint i = 0; i < clarifai_json_get_length (fields); i++)
    {
      JsonObject *field = clarifai_json_get_element (fields, i);

      if (clarifai_json_get_int (field, "type", 0) == TYPE_IMAGE ||
          g_strcmp0 (clarifai_json_get_string (field, "type"), TYPE_IMAGE_NAME) == 0)
        return TRUE;
      if (depth < DEEPEST_TYPE && has_image (clarifai_json_get_array (field, "type_args"), depth + 1))
        return TRUE;
    }

  return FALSE;
}

static ClarifaiVerdict
decode_signatures (JsonObject *version)
{
  JsonArray *signatures = clarifai_json_get_array (version, "method_signatures");

  if (clarifai_json_get_length (signatures) == 0)
    return CLARIFAI_VERDICT_UNKNOWN;

  for (guint i = 0; i < clarifai_json_get_length (signatures); i++)
    if (has_image (clarifai_json_get_array (clarifai_json_get_element (signatures, i), "input_fields"), 0))
      return CLARIFAI_VERDICT_YES;

  return CLARIFAI_VERDICT_NO;
}

static ClarifaiVerdict
decode_usable (JsonObject *version)
{
  int code = clarifai_status_read_code (clarifai_json_get_object (version, "status"));

  if (code == 0)
    return CLARIFAI_VERDICT_UNKNOWN;

  return code == CLARIFAI_STATUS_TRAINED ? CLARIFAI_VERDICT_YES : CLARIFAI_VERDICT_NO;
}

/* NULL where it has no name. */
static ClarifaiModel *
decode_model (JsonObject       *object,
              ClarifaiModelRef *asked)
{
  g_autoptr(ClarifaiModelRef) ref = clarifai_wire_decode_ref (object, asked);
  g_autofree char *name = clarifai_json_dup_name (object, "name");
  g_autofree char *type_id = clarifai_json_dup_name (object, "model_type_id");
  g_autofree char *description = clarifai_json_dup_text (object, "description");
  JsonObject *version = clarifai_json_get_object (object, "model_version");

  if (ref == NULL)
    return NULL;

  return clarifai_model_new (ref, name, type_id, description, decode_usable (version),
                             decode_signatures (version));
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

ClarifaiModel *
clarifai_wire_decode_model (JsonObject        *root,
                            ClarifaiModelRef  *asked,
                            GError           **error)
{
  JsonObject *object = clarifai_json_get_object (root, "model");
  ClarifaiModel *model = object != NULL ? decode_model (object, asked) : NULL;

  if (model == NULL)
    set_bad_reply (error, "The reply holds no model");

  return model;
}

/* (transfer full): @model as it is in the reply's version. */
ClarifaiModel *
clarifai_wire_decode_version (JsonObject     *root,
                              ClarifaiModel  *model,
                              GError        **error)
{
  JsonObject *version = clarifai_json_get_object (root, "model_version");
  g_autofree char *id = clarifai_json_dup_name (version, "id");
  ClarifaiModelRef *ref = clarifai_model_get_ref (model);
  g_autoptr(ClarifaiModelRef) pinned = NULL;

  if (id == NULL)
    {
      set_bad_reply (error, "The reply holds no version");
      return NULL;
    }

  pinned = clarifai_model_ref_new (clarifai_model_ref_get_user_id (ref), clarifai_model_ref_get_app_id (ref),
                                   clarifai_model_ref_get_model_id (ref), id);

  return clarifai_model_new (pinned, clarifai_model_get_name (model), clarifai_model_get_type_id (model),
                             clarifai_model_get_description (model), decode_usable (version),
                             decode_signatures (version));
}

ClarifaiModelType *
clarifai_wire_decode_model_type (JsonObject  *root,
                                 GError     **error)
{
  JsonObject *object = clarifai_json_get_object (root, "model_type");
  g_autofree char *id = clarifai_json_dup_name (object, "id");
  g_autofree char *title = clarifai_json_dup_name (object, "title");
  g_auto(GStrv) input_fields = clarifai_json_dup_strv (object, "input_fields");
  g_auto(GStrv) output_fields = clarifai_json_dup_strv (object, "output_fields");

  if (id == NULL)
    {
      set_bad_reply (error, "The reply holds no type of model");
      return NULL;
    }

  return clarifai_model_type_new (id, title, (const char * const *) input_fields,
                                  (const char * const *) output_fields);
}

/* (transfer full): the models that have a name. @n_listed: how many entries the page had, with those that
 * have none. */
GPtrArray *
clarifai_wire_decode_models (JsonObject *root,
                             guint      *n_listed)
{
  JsonArray *array = clarifai_json_get_array (root, "models");
  GPtrArray *models = g_ptr_array_new_with_free_func (g_object_unref);

  *n_listed = clarifai_json_get_length (array);
  for (guint i = 0; i < *n_listed; i++)
    {
      JsonObject *object = clarifai_json_get_element (array, i);
      ClarifaiModel *model = object != NULL ? decode_model (object, NULL) : NULL;

      if (model != NULL)
        g_ptr_array_add (models, model);
    }

  return models;
}
