/* clarifai-model-list.c – models, a page at a time
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "clarifai-model-list.h"

#include "clarifai-error.h"
#include "clarifai-model-ref.h"
#include "clarifai-model.h"
#include "clarifai-wire-model.h"

#define ALL_MODELS "/v2/models"
/* Whoever the token belongs to. */
#define MYSELF "me"

/**
 * ClarifaiModelList:
 *
 * The models of everybody, of one user or of one app. Where the service lists no model of everybody to this token
 * (11008 or 11101), the models of the owners that are set stand for them.
 */
struct _ClarifaiModelList
{
  ClarifaiPagedList   parent_instance;

  char               *user_id;     /* (owned) (nullable): with an app */
  char               *app_id;      /* (owned) (nullable): of no other app */
  char              **owners;      /* (owned) (nullable) */
  ClarifaiModelSort   sort;
  gboolean            asks_all;    /* the path is that of all models */
  gboolean            asks_owners; /* the paths are those of the owners' instead */
};

G_DEFINE_FINAL_TYPE (ClarifaiModelList, clarifai_model_list, CLARIFAI_TYPE_PAGED_LIST)

static void
add_switch (GString    *query,
            const char *name,
            gboolean    on)
{
  if (on)
    g_string_append_printf (query, "&%s=true", name);
}

/* Names as in ListModelsRequest of Clarifai's service.proto. At most one order may be named, and relevance to nothing is
 * none. */
static char *
make_query (const ClarifaiModelQuery *query)
{
  GString *text = g_string_new ("&additional_fields=stars");
  gboolean has_words = query->search != NULL && *query->search != '\0';

  clarifai_paged_list_append_query (text, "search", query->search);
  clarifai_paged_list_append_query (text, "input_fields", query->input_field);
  clarifai_paged_list_append_query (text, "output_fields", query->output_field);
  clarifai_paged_list_append_query (text, "model_type_id", query->type_id);
  add_switch (text, "featured_only", query->featured);
  add_switch (text, "starred_only", query->starred);
  add_switch (text, "sort_by_relevance", query->sort == CLARIFAI_MODEL_SORT_RELEVANCE && has_words);
  add_switch (text, "sort_by_star_count", query->sort == CLARIFAI_MODEL_SORT_STARS);
  add_switch (text, "sort_by_created_at", query->sort == CLARIFAI_MODEL_SORT_NEWEST);

  return g_string_free (text, FALSE);
}

static char *
make_path (const char *user_id,
           const char *app_id)
{
  g_autofree char *user = NULL;
  g_autofree char *app = NULL;

  if (user_id == NULL)
    return g_strdup (ALL_MODELS);

  user = g_uri_escape_string (user_id, NULL, FALSE);
  if (app_id == NULL)
    return g_strdup_printf ("/v2/users/%s/models", user);

  app = g_uri_escape_string (app_id, NULL, FALSE);

  return g_strdup_printf ("/v2/users/%s/apps/%s/models", user, app);
}

static char *
clarifai_model_list_get_key (gpointer item)
{
  ClarifaiModelRef *ref = clarifai_model_get_ref (item);

  return g_strjoin ("/", clarifai_model_ref_get_user_id (ref), clarifai_model_ref_get_app_id (ref),
                    clarifai_model_ref_get_model_id (ref), NULL);
}

/* An app's list can hold models of clarifai/main as well. The case of a user's id does not count. */
static gboolean
clarifai_model_list_accept (ClarifaiPagedList *list,
                            gpointer           item)
{
  ClarifaiModelList *self = CLARIFAI_MODEL_LIST (list);
  ClarifaiModelRef *ref = clarifai_model_get_ref (item);

  if (self->app_id == NULL)
    return TRUE;
  if (!g_str_equal (clarifai_model_ref_get_app_id (ref), self->app_id))
    return FALSE;

  return g_str_equal (self->user_id, MYSELF) ||
         g_ascii_strcasecmp (clarifai_model_ref_get_user_id (ref), self->user_id) == 0;
}

static int
compare_stars (gconstpointer a,
               gconstpointer b)
{
  ClarifaiModel *first = *(ClarifaiModel * const *) a;
  ClarifaiModel *second = *(ClarifaiModel * const *) b;
  int n_first = clarifai_model_get_star_count (first);
  int n_second = clarifai_model_get_star_count (second);

  return (n_first < n_second) - (n_first > n_second);
}

/* Those whose date is unknown come last. */
static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  GDateTime *first = clarifai_model_get_created (*(ClarifaiModel * const *) a);
  GDateTime *second = clarifai_model_get_created (*(ClarifaiModel * const *) b);

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);

  return g_date_time_compare (second, first);
}

static GCompareFunc
clarifai_model_list_get_order (ClarifaiPagedList *list)
{
  switch (CLARIFAI_MODEL_LIST (list)->sort)
    {
    case CLARIFAI_MODEL_SORT_STARS:
      return compare_stars;

    case CLARIFAI_MODEL_SORT_NEWEST:
      return compare_dates;

    case CLARIFAI_MODEL_SORT_RELEVANCE:
    default:
      return NULL;
    }
}

static void
ask_owners (ClarifaiModelList *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) paths = NULL;

  for (guint i = 0; self->owners[i] != NULL; i++)
    {
      g_autofree char *path = make_path (self->owners[i], NULL);

      g_strv_builder_add (builder, path);
    }
  paths = g_strv_builder_end (builder);
  clarifai_paged_list_set_paths (CLARIFAI_PAGED_LIST (self), (const char * const *) paths);
  self->asks_all = FALSE;
  self->asks_owners = TRUE;
}

static ClarifaiPagedListRemedy
clarifai_model_list_remedy (ClarifaiPagedList *list,
                            const GError      *error)
{
  ClarifaiModelList *self = CLARIFAI_MODEL_LIST (list);
  gboolean no_such_thing = g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_NOT_FOUND);

  if (self->asks_owners)
    return no_such_thing ? CLARIFAI_PAGED_LIST_LEAVE_OUT : CLARIFAI_PAGED_LIST_FAIL;
  if (!self->asks_all || self->owners == NULL || self->owners[0] == NULL)
    return CLARIFAI_PAGED_LIST_FAIL;
  if (!no_such_thing && !g_error_matches (error, CLARIFAI_ERROR, CLARIFAI_ERROR_KEY_INVALID))
    return CLARIFAI_PAGED_LIST_FAIL;

  ask_owners (self);

  return CLARIFAI_PAGED_LIST_AGAIN;
}

static void
clarifai_model_list_finalize (GObject *object)
{
  ClarifaiModelList *self = CLARIFAI_MODEL_LIST (object);

  g_clear_pointer (&self->user_id, g_free);
  g_clear_pointer (&self->app_id, g_free);
  g_clear_pointer (&self->owners, g_strfreev);

  G_OBJECT_CLASS (clarifai_model_list_parent_class)->finalize (object);
}

static void
clarifai_model_list_class_init (ClarifaiModelListClass *klass)
{
  ClarifaiPagedListClass *list_class = CLARIFAI_PAGED_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = clarifai_model_list_finalize;

  list_class->item_type = CLARIFAI_TYPE_MODEL;
  list_class->member = "models";
  list_class->decode = clarifai_wire_decode_listed_model;
  list_class->get_key = clarifai_model_list_get_key;
  list_class->accept = clarifai_model_list_accept;
  list_class->get_order = clarifai_model_list_get_order;
  list_class->remedy = clarifai_model_list_remedy;
}

static void
clarifai_model_list_init (ClarifaiModelList *self)
{
}

/**
 * clarifai_model_list_new:
 * @client: is asked
 * @query: which models; copied
 *
 * GET /v2/models, /v2/users/{user_id}/models or /v2/users/{user_id}/apps/{app_id}/models, with the stars of each. Empty
 * until the first fetch.
 *
 * Returns: (transfer full): a list of #ClarifaiModel
 */
ClarifaiModelList *
clarifai_model_list_new (ClarifaiClient           *client,
                         const ClarifaiModelQuery *query)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  ClarifaiModelList *self;

  g_return_val_if_fail (client != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (query->app_id == NULL || query->user_id != NULL, NULL);

  self = g_object_new (CLARIFAI_TYPE_MODEL_LIST, NULL);
  self->user_id = g_strdup (query->user_id);
  self->app_id = g_strdup (query->app_id);
  self->sort = query->sort;
  self->asks_all = query->user_id == NULL;
  path = make_path (query->user_id, query->app_id);
  text = make_query (query);
  clarifai_paged_list_set_client (CLARIFAI_PAGED_LIST (self), client, query->per_page, text);
  clarifai_paged_list_set_paths (CLARIFAI_PAGED_LIST (self), (const char * const []) { path, NULL });

  return self;
}

/**
 * clarifai_model_list_new_for_user:
 * @client: is asked
 * @user_id: "me" or an id, of an organisation too
 * @per_page: 1–1000; 0 for the service's own default, 128
 *
 * Returns: (transfer full): all models of one user
 */
ClarifaiModelList *
clarifai_model_list_new_for_user (ClarifaiClient *client,
                                  const char     *user_id,
                                  guint           per_page)
{
  g_return_val_if_fail (user_id != NULL, NULL);

  return clarifai_model_list_new (client, &(ClarifaiModelQuery) { .user_id = user_id, .per_page = per_page });
}

/**
 * clarifai_model_list_set_owners:
 * @owners: (nullable): ids of users whose models are worth listing; those the service does not know are left out
 *
 * For a list of all public models, where the service refuses GET /v2/models to a token that is good elsewhere (11008
 * "Must provide app external ID", or 11101): their models are merged then, a page of each at a time.
 */
void
clarifai_model_list_set_owners (ClarifaiModelList  *self,
                                const char * const *owners)
{
  g_return_if_fail (CLARIFAI_IS_MODEL_LIST (self));

  g_strfreev (self->owners);
  self->owners = g_strdupv ((char **) owners);
}

/**
 * clarifai_model_list_ask_owners:
 *
 * For a list of all public models with owners: asks them from the first page on, where it is known that the service
 * refuses the list of all.
 */
void
clarifai_model_list_ask_owners (ClarifaiModelList *self)
{
  g_return_if_fail (CLARIFAI_IS_MODEL_LIST (self));

  if (self->asks_all && self->owners != NULL && self->owners[0] != NULL)
    ask_owners (self);
}

/**
 * clarifai_model_list_get_asks_owners:
 *
 * Returns: whether the owners' models stand for all
 */
gboolean
clarifai_model_list_get_asks_owners (ClarifaiModelList *self)
{
  g_return_val_if_fail (CLARIFAI_IS_MODEL_LIST (self), FALSE);

  return self->asks_owners;
}

gboolean
clarifai_model_list_get_loading (ClarifaiModelList *self)
{
  return clarifai_paged_list_get_loading (CLARIFAI_PAGED_LIST (self));
}

gboolean
clarifai_model_list_get_complete (ClarifaiModelList *self)
{
  return clarifai_paged_list_get_complete (CLARIFAI_PAGED_LIST (self));
}

void
clarifai_model_list_fetch_more_async (ClarifaiModelList   *self,
                                      const char          *token,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  clarifai_paged_list_fetch_more_async (CLARIFAI_PAGED_LIST (self), token, cancellable, callback, user_data);
}

gboolean
clarifai_model_list_fetch_more_finish (ClarifaiModelList  *self,
                                       GAsyncResult       *result,
                                       GError            **error)
{
  return clarifai_paged_list_fetch_more_finish (CLARIFAI_PAGED_LIST (self), result, error);
}
