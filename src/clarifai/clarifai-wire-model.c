/* clarifai-wire-model.c – replies about models, as objects
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-wire-model.h"

#include "clarifai-app-list.h"
#include "clarifai-concept.h"
#include "clarifai-error.h"
#include "clarifai-json.h"
#include "clarifai-model-private.h"
#include "clarifai-model-ref.h"
#include "clarifai-status.h"
#include "clarifai-wire-data.h"
#include "clarifai-wire-method.h"

/* The service's own limit. */
#define LONGEST_NOTES (64 * 1024)
/* Of a model among thousands in a list, where it is one line at most. */
#define LONGEST_LISTED_DESCRIPTION 2000
/* Visibility.Gettable of resources.proto, as a number and as its name. */
#define GETTABLE_PUBLIC 50
#define GETTABLE_PUBLIC_NAME "PUBLIC"
/* Lists of tuples of images. */
#define DEEPEST_TYPE 4

/* ModelTypeField.DataType of resources.proto, which comes as a number or as its name. */
static const struct
{
  int                  number;
  const char          *name;
  ClarifaiOutputKinds  kind;
} data_types[] = {
  { 1, "STR", CLARIFAI_OUTPUT_KIND_TEXT },
  { 6, "NDARRAY", CLARIFAI_OUTPUT_KIND_EMBEDDINGS },
  { 8, "TEXT", CLARIFAI_OUTPUT_KIND_TEXT },
  { 9, "IMAGE", CLARIFAI_OUTPUT_KIND_IMAGES },
  { 10, "CONCEPT", CLARIFAI_OUTPUT_KIND_CONCEPTS },
  { 11, "REGION", CLARIFAI_OUTPUT_KIND_REGIONS },
};

static void
set_bad_reply (GError    **error,
               const char *message)
{
  g_set_error_literal (error, CLARIFAI_ERROR, CLARIFAI_ERROR_BAD_REPLY, message);
}

static ClarifaiOutputKinds
get_kind (JsonObject *field)
{
  const char *name = clarifai_json_get_string (field, "type");
  gint64 number = clarifai_json_get_int (field, "type", 0);

  for (guint i = 0; i < G_N_ELEMENTS (data_types); i++)
    if (number == data_types[i].number || g_strcmp0 (name, data_types[i].name) == 0)
      return data_types[i].kind;

  return 0;
}

/* What is in the fields, as if they were an output's. */
static ClarifaiOutputKinds
get_kinds (JsonArray *fields,
           guint      depth)
{
  ClarifaiOutputKinds kinds = 0;

  for (guint i = 0; i < clarifai_json_get_length (fields); i++)
    {
      JsonObject *field = clarifai_json_get_element (fields, i);

      kinds |= get_kind (field);
      if (depth < DEEPEST_TYPE)
        kinds |= get_kinds (clarifai_json_get_array (field, "type_args"), depth + 1);
    }

  return kinds;
}

static void
decode_signatures (JsonObject         *version,
                   ClarifaiModelFacts *facts)
{
  JsonArray *signatures = clarifai_json_get_array (version, "method_signatures");
  guint n = clarifai_json_get_length (signatures);

  facts->signature_takes_images = n > 0 ? CLARIFAI_VERDICT_NO : CLARIFAI_VERDICT_UNKNOWN;
  facts->signature_output_kinds = 0;
  for (guint i = 0; i < n; i++)
    {
      JsonObject *signature = clarifai_json_get_element (signatures, i);

      if (get_kinds (clarifai_json_get_array (signature, "input_fields"), 0) & CLARIFAI_OUTPUT_KIND_IMAGES)
        facts->signature_takes_images = CLARIFAI_VERDICT_YES;
      facts->signature_output_kinds |= get_kinds (clarifai_json_get_array (signature, "output_fields"), 0);
    }
}

static ClarifaiVerdict
decode_usable (JsonObject *version)
{
  int code = clarifai_status_read_code (clarifai_json_get_object (version, "status"));

  if (code == 0)
    return CLARIFAI_VERDICT_UNKNOWN;

  return code == CLARIFAI_STATUS_TRAINED ? CLARIFAI_VERDICT_YES : CLARIFAI_VERDICT_NO;
}

/* -1 where there is none, or none that can be a count. */
static int
decode_count (JsonObject *object,
              const char *name)
{
  gint64 count = clarifai_json_get_int (object, name, -1);

  return count >= 0 ? (int) MIN (count, G_MAXINT) : -1;
}

/* RFC 3339, in UTC where no offset is told. NULL where it is no date. */
static GDateTime *
decode_date (JsonObject *object,
             const char *name)
{
  const char *text = clarifai_json_get_string (object, name);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) date = text != NULL ? g_date_time_new_from_iso8601 (text, utc) : NULL;

  /* A protocol message without a date has the first moment of year 1 or of 1970. */
  return date != NULL && g_date_time_to_unix (date) > 0 ? g_date_time_to_utc (date) : NULL;
}

/* True or false. */
static ClarifaiVerdict
decode_verdict (JsonObject *object,
                const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return CLARIFAI_VERDICT_UNKNOWN;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node) ? CLARIFAI_VERDICT_YES : CLARIFAI_VERDICT_NO;

  return CLARIFAI_VERDICT_UNKNOWN;
}

static ClarifaiVerdict
decode_public (JsonObject *object)
{
  JsonObject *visibility = clarifai_json_get_object (object, "visibility");
  const char *name = clarifai_json_get_string (visibility, "gettable");
  gint64 number = clarifai_json_get_int (visibility, "gettable", 0);

  if (number == GETTABLE_PUBLIC || g_strcmp0 (name, GETTABLE_PUBLIC_NAME) == 0)
    return CLARIFAI_VERDICT_YES;

  return number > 0 || (name != NULL && *name != '\0') ? CLARIFAI_VERDICT_NO : CLARIFAI_VERDICT_UNKNOWN;
}

/* "languages_full" has names as well as ids, "languages" has the ids; either may be missing. */
static void
decode_languages (JsonObject   *object,
                  char       ***ids,
                  char       ***names)
{
  JsonArray *full = clarifai_json_get_array (object, "languages_full");
  g_autoptr(GStrvBuilder) id_builder = g_strv_builder_new ();
  g_autoptr(GStrvBuilder) name_builder = g_strv_builder_new ();

  for (guint i = 0; i < MIN (clarifai_json_get_length (full), CLARIFAI_MOST_NAMES); i++)
    {
      JsonObject *tag = clarifai_json_get_element (full, i);
      g_autofree char *id = clarifai_json_dup_name (tag, "id");
      g_autofree char *name = clarifai_json_dup_name (tag, "name");

      if (id == NULL)
        continue;
      g_strv_builder_add (id_builder, id);
      g_strv_builder_add (name_builder, name != NULL ? name : id);
    }

  *ids = g_strv_builder_end (id_builder);
  *names = g_strv_builder_end (name_builder);
  if ((*ids)[0] != NULL)
    return;

  g_strfreev (*ids);
  g_strfreev (*names);
  *ids = clarifai_json_dup_strv (object, "languages");
  *names = g_strdupv (*ids);
}

/* What stands in the version, of a model or by itself. */
static void
decode_version_facts (JsonObject         *version,
                      ClarifaiModelFacts *facts)
{
  facts->usable = decode_usable (version);
  facts->concept_count = decode_count (version, "active_concept_count");
  decode_signatures (version, facts);
}

/* (nullable): the member, kept to so many characters */
static char *
dup_text (JsonObject *object,
          const char *name,
          glong       longest)
{
  const char *text = clarifai_json_get_string (object, name);

  return text != NULL && *text != '\0' && longest > 0 ? clarifai_json_clean (text, longest, FALSE) : NULL;
}

/* NULL where it has no name. What only a model's own page shows is left out of one that is listed. */
static ClarifaiModel *
decode_model (JsonObject       *object,
              ClarifaiModelRef *asked,
              gboolean          listed)
{
  g_autoptr(ClarifaiModelRef) ref = clarifai_wire_decode_ref (object, asked);
  g_autofree char *name = clarifai_json_dup_name (object, "name");
  g_autofree char *type_id = clarifai_json_dup_name (object, "model_type_id");
  g_autofree char *description = NULL;
  g_autofree char *license = NULL;
  g_autofree char *notes = NULL;
  g_autoptr(GDateTime) created = decode_date (object, "created_at");
  g_autoptr(GDateTime) modified = decode_date (object, "modified_at");
  g_autoptr(GListModel) methods = NULL;
  g_auto(GStrv) language_ids = NULL;
  g_auto(GStrv) language_names = NULL;
  JsonObject *version = clarifai_json_get_object (object, "model_version");
  ClarifaiModelFacts facts = { .name = name, .type_id = type_id };

  if (ref == NULL)
    return NULL;

  decode_languages (object, &language_ids, &language_names);
  description = dup_text (object, "description", listed ? LONGEST_LISTED_DESCRIPTION : CLARIFAI_LONGEST_TEXT);
  notes = dup_text (object, "notes", listed ? 0 : LONGEST_NOTES);
  license = clarifai_json_dup_name (version, "license");
  methods = clarifai_wire_decode_methods (version);

  decode_version_facts (version, &facts);
  facts.description = description;
  facts.notes = notes;
  facts.license = license;
  facts.methods = methods;
  facts.created = created;
  facts.modified = modified;
  facts.starred = decode_verdict (object, "is_starred");
  facts.is_public = decode_public (object);
  facts.star_count = decode_count (object, "star_count");
  facts.version_count = decode_count (object, "version_count");
  facts.language_ids = (const char * const *) language_ids;
  facts.language_names = (const char * const *) language_names;

  return clarifai_model_new (ref, &facts);
}

static ClarifaiModelType *
decode_type (JsonObject *object)
{
  g_autofree char *id = clarifai_json_dup_name (object, "id");
  g_autofree char *title = clarifai_json_dup_name (object, "title");
  g_auto(GStrv) input_fields = clarifai_json_dup_strv (object, "input_fields");
  g_auto(GStrv) output_fields = clarifai_json_dup_strv (object, "output_fields");

  if (id == NULL)
    return NULL;

  return clarifai_model_type_new (id, title, (const char * const *) input_fields,
                                  (const char * const *) output_fields);
}

ClarifaiModel *
clarifai_wire_decode_model (JsonObject        *root,
                            ClarifaiModelRef  *asked,
                            GError           **error)
{
  JsonObject *object = clarifai_json_get_object (root, "model");
  ClarifaiModel *model = object != NULL ? decode_model (object, asked, FALSE) : NULL;

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
  g_autofree char *license = clarifai_json_dup_name (version, "license");
  ClarifaiModelRef *ref = clarifai_model_get_ref (model);
  ClarifaiModelFacts facts = *clarifai_model_get_facts (model);
  g_autoptr(ClarifaiModelRef) pinned = NULL;
  g_autoptr(GListModel) methods = NULL;

  if (id == NULL)
    {
      set_bad_reply (error, "The reply holds no version");
      return NULL;
    }

  pinned = clarifai_model_ref_new (clarifai_model_ref_get_user_id (ref), clarifai_model_ref_get_app_id (ref),
                                   clarifai_model_ref_get_model_id (ref), id);
  methods = clarifai_wire_decode_methods (version);
  decode_version_facts (version, &facts);
  facts.license = license;
  facts.methods = methods;

  return clarifai_model_new (pinned, &facts);
}

ClarifaiModelType *
clarifai_wire_decode_model_type (JsonObject  *root,
                                 GError     **error)
{
  ClarifaiModelType *type = decode_type (clarifai_json_get_object (root, "model_type"));

  if (type == NULL)
    set_bad_reply (error, "The reply holds no type of model");

  return type;
}

/* (transfer full): of #ClarifaiModelType, those that have a name. */
GListModel *
clarifai_wire_decode_model_types (JsonObject *root)
{
  JsonArray *array = clarifai_json_get_array (root, "model_types");
  GListStore *types = g_list_store_new (CLARIFAI_TYPE_MODEL_TYPE);

  for (guint i = 0; i < clarifai_json_get_length (array); i++)
    {
      g_autoptr(ClarifaiModelType) type = decode_type (clarifai_json_get_element (array, i));

      if (type != NULL)
        g_list_store_append (types, type);
    }

  return G_LIST_MODEL (types);
}

/* Without its notes, and with the beginning of its description: a list can hold ten thousand of them. */
gpointer
clarifai_wire_decode_listed_model (JsonObject *entry)
{
  return decode_model (entry, NULL, TRUE);
}

gpointer
clarifai_wire_decode_listed_version (JsonObject *entry)
{
  g_autofree char *id = clarifai_json_dup_name (entry, "id");
  g_autofree char *description = clarifai_json_dup_text (entry, "description");
  g_autofree char *status_text = clarifai_json_dup_name (clarifai_json_get_object (entry, "status"), "description");
  g_autoptr(GDateTime) created = decode_date (entry, "created_at");
  g_autoptr(GListModel) methods = NULL;
  ClarifaiVersionFacts facts = { .status_text = status_text, .description = description, .created = created };

  if (id == NULL)
    return NULL;

  methods = clarifai_wire_decode_methods (entry);
  facts.usable = decode_usable (entry);
  facts.concept_count = decode_count (entry, "active_concept_count");
  facts.methods = methods;

  return clarifai_version_new (id, &facts);
}

/* A name is enough; an id stands for the name that is missing. */
gpointer
clarifai_wire_decode_listed_concept (JsonObject *entry)
{
  g_autofree char *id = clarifai_json_dup_name (entry, "id");
  g_autofree char *name = clarifai_json_dup_name (entry, "name");

  if (name == NULL && id == NULL)
    return NULL;

  return clarifai_concept_new (id, name != NULL ? name : id, 0, NULL);
}

gpointer
clarifai_wire_decode_listed_app (JsonObject *entry)
{
  g_autofree char *id = clarifai_json_dup_name (entry, "id");
  g_autofree char *name = clarifai_json_dup_name (entry, "name");
  g_autofree char *user_id = clarifai_json_dup_name (entry, "user_id");

  return id != NULL ? clarifai_app_new (id, name, user_id) : NULL;
}
