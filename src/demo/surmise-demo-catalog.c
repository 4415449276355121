/* surmise-demo-catalog.c – which of the demo's models and concepts a list asks for
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-catalog.h"

#include "surmise-demo-server.h"

/* The service's own page size and its ceiling. */
#define DEFAULT_PER_PAGE 128
#define MAX_PER_PAGE     1000

static const char *
get_value (GHashTable *query,
           const char *name)
{
  const char *value = query != NULL ? g_hash_table_lookup (query, name) : NULL;

  return value != NULL && *value != '\0' && g_utf8_validate (value, -1, NULL) ? value : NULL;
}

static gboolean
is_asked (GHashTable *query,
          const char *name)
{
  return g_strcmp0 (get_value (query, name), "true") == 0;
}

static guint64
get_number (GHashTable *query,
            const char *name,
            guint64     fallback,
            guint64     max)
{
  const char *text = get_value (query, name);
  guint64 number;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, max, &number, NULL))
    return fallback;

  return number;
}

static gboolean
has_field (const char *const *fields,
           const char        *wanted)
{
  for (guint i = 0; fields[i] != NULL; i++)
    if (g_str_equal (fields[i], wanted))
      return TRUE;

  return FALSE;
}

/* What a model with a method takes and gives is said by that, and not by its type. */
static gboolean
method_has (const SurmiseDemoMethod *method,
            const char              *field,
            gboolean                 given)
{
  SurmiseDemoArgumentType wanted = g_str_equal (field, "image") ? SURMISE_DEMO_ARGUMENT_PICTURE
                                   : g_str_equal (field, "text") ? SURMISE_DEMO_ARGUMENT_TEXT : 0;

  if (method == NULL || wanted == 0)
    return FALSE;
  if (given)
    return method->returns == wanted;

  for (guint i = 0; i < method->n_arguments; i++)
    if (method->arguments[i].type == wanted)
      return TRUE;

  return FALSE;
}

static gboolean
model_has_words (const SurmiseDemoModel *model,
                 GHashTable             *query)
{
  g_autofree char *text = g_strjoin (" ", model->id, model->name, model->description, model->notes,
                                     SURMISE_DEMO_USER, NULL);

  return surmise_demo_catalog_has_words (text, query);
}

static gboolean
model_matches (const SurmiseDemoModel *model,
               GHashTable             *query)
{
  const char *type = get_value (query, "model_type_id");
  const char *input = get_value (query, "input_fields");
  const char *output = get_value (query, "output_fields");

  /* Nobody can give the demo's models a star, or feature them. */
  if (is_asked (query, "featured_only") || is_asked (query, "starred_only"))
    return FALSE;

  if (type != NULL && !g_str_equal (type, model->type->id))
    return FALSE;

  if (input != NULL && !has_field (model->type->inputs, input) && !method_has (model->method, input, FALSE))
    return FALSE;

  if (output != NULL && !has_field (model->type->outputs, output) && !method_has (model->method, output, TRUE))
    return FALSE;

  return model_has_words (model, query);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const SurmiseDemoModel *first = *(const SurmiseDemoModel *const *) a;
  const SurmiseDemoModel *second = *(const SurmiseDemoModel *const *) b;

  return g_utf8_collate (first->name, second->name);
}

/* Those whose name has the words come before those that speak of them elsewhere. */
static int
compare_relevance (gconstpointer a,
                   gconstpointer b,
                   gpointer      query)
{
  const SurmiseDemoModel *first = *(const SurmiseDemoModel *const *) a;
  const SurmiseDemoModel *second = *(const SurmiseDemoModel *const *) b;

  return surmise_demo_catalog_has_words (second->name, query) -
         surmise_demo_catalog_has_words (first->name, query);
}

static void
reverse (GPtrArray *models)
{
  for (guint i = 0; i < models->len / 2; i++)
    {
      gpointer other = models->pdata[models->len - 1 - i];

      models->pdata[models->len - 1 - i] = models->pdata[i];
      models->pdata[i] = other;
    }
}

/**
 * surmise_demo_page_get:
 * @query: (nullable) (element-type char char): "page", which is 1 where it is missing, and "per_page"
 *
 * Returns: the page that is asked for
 */
SurmiseDemoPage
surmise_demo_page_get (GHashTable *query)
{
  guint64 per_page = get_number (query, "per_page", DEFAULT_PER_PAGE, MAX_PER_PAGE);
  guint64 page = get_number (query, "page", 1, G_MAXUINT32);

  return (SurmiseDemoPage) { (page - 1) * per_page, per_page };
}

gboolean
surmise_demo_page_takes (SurmiseDemoPage *page)
{
  if (page->skip > 0)
    {
      page->skip--;
      return FALSE;
    }

  if (page->take == 0)
    return FALSE;

  page->take--;
  return TRUE;
}

/**
 * surmise_demo_catalog_find:
 * @query: (nullable) (element-type char char): "search", "model_type_id", "input_fields", "output_fields",
 *   "featured_only", "starred_only", "sort_by_name", "sort_by_relevance" and "sort_ascending" are heeded
 *
 * All models are of the same age and have no stars, so every other order leaves them as they are.
 *
 * Returns: (transfer container) (element-type SurmiseDemoModel): the models
 */
GPtrArray *
surmise_demo_catalog_find (GHashTable *query)
{
  GPtrArray *found = g_ptr_array_new ();
  const SurmiseDemoModel *model;

  for (guint i = 0; (model = surmise_demo_model_nth (i)) != NULL; i++)
    if (model_matches (model, query))
      g_ptr_array_add (found, (gpointer) model);

  if (is_asked (query, "sort_by_name"))
    {
      g_ptr_array_sort (found, compare_names);
      if (!is_asked (query, "sort_ascending"))
        reverse (found);
    }
  else if (is_asked (query, "sort_by_relevance"))
    g_ptr_array_sort_with_data (found, compare_relevance, query);

  return found;
}

/**
 * surmise_demo_catalog_has_words:
 * @text: what is searched
 * @query: (nullable) (element-type char char): "search" is heeded
 *
 * Returns: whether each word that is searched for is the beginning of one of the text's, or none is
 */
gboolean
surmise_demo_catalog_has_words (const char *text,
                                GHashTable *query)
{
  const char *search = get_value (query, "search");

  return search == NULL || g_str_match_string (search, text, TRUE);
}

/**
 * surmise_demo_catalog_is_german:
 * @query: (nullable) (element-type char char): "language" is heeded
 *
 * Returns: whether names are wanted in German
 */
gboolean
surmise_demo_catalog_is_german (GHashTable *query)
{
  return g_strcmp0 (get_value (query, "language"), "de") == 0;
}
