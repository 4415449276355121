/* surmise-model-words.c – what is known about a model, in words
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-model-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "clarifai-error.h"
#include "clarifai-model-ref.h"
#include "surmise-error-text.h"

#define VERSION_CHARACTERS 8

/* The first that is named by any output field counts: where there are boxes, the concepts in them come second. */
static const struct
{
  const char *field;
  const char *word;
} outputs[] = {
  /* Translators: the next words say, beside a model's name, what it answers with. */
  { "mask", N_("masks") },
  { "data.text", N_("text") },
  { "keypoint", N_("points") },
  { "data.embeddings", N_("vectors") },
  { "region", N_("boxes") },
  { "color", N_("colours") },
  { "concept", N_("concepts") },
  { "text", N_("text") },
  { "embedding", N_("vectors") },
  { "heatmap", N_("pictures") },
  { "image", N_("pictures") },
  { "audio", N_("sound") },
};

/* A full address, or so much of one that it cannot be anything else. */
static gboolean
is_address (const char *text)
{
  return g_ascii_strncasecmp (text, "http", 4) == 0 || strstr (text, "clarifai.com") != NULL;
}

/**
 * surmise_model_words_output:
 * @type: (nullable): a model's type
 *
 * Returns: (nullable): a small word for what such models answer with; NULL where that is not known
 */
const char *
surmise_model_words_output (ClarifaiModelType *type)
{
  const char * const *fields = type != NULL ? clarifai_model_type_get_output_fields (type) : NULL;

  if (fields == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    for (guint k = 0; fields[k] != NULL; k++)
      if (strstr (fields[k], outputs[i].field) != NULL)
        return _(outputs[i].word);

  return NULL;
}

/**
 * surmise_model_words_verdict:
 *
 * Returns: (nullable): a sentence for why a model cannot be used, or what is to be minded; NULL where all is well
 */
const char *
surmise_model_words_verdict (SurmiseModelVerdict verdict)
{
  switch (verdict)
    {
    case SURMISE_MODEL_VERDICT_USABLE:
      return NULL;

    case SURMISE_MODEL_VERDICT_TAKES_WORDS:
      return _("This model takes words instead of pictures.");

    case SURMISE_MODEL_VERDICT_UNKNOWN_INPUT:
      return _("Clarifai does not say whether it takes pictures.");

    case SURMISE_MODEL_VERDICT_NOT_FOUND:
      return _("There is no such model, or this account may not see it.");

    case SURMISE_MODEL_VERDICT_DENIED:
      return _("This model is private. Its owner has not shared it with this account.");

    case SURMISE_MODEL_VERDICT_NOT_TRAINED:
      return _("This model is not trained yet, so it cannot answer.");

    case SURMISE_MODEL_VERDICT_TAKES_NO_IMAGES:
      return _("This model does not take pictures.");

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * surmise_model_words_short:
 *
 * Returns: (nullable): a small word for why a model cannot be used
 */
const char *
surmise_model_words_short (SurmiseModelVerdict verdict)
{
  switch (verdict)
    {
    case SURMISE_MODEL_VERDICT_USABLE:
    case SURMISE_MODEL_VERDICT_TAKES_WORDS:
    case SURMISE_MODEL_VERDICT_UNKNOWN_INPUT:
      return NULL;

    case SURMISE_MODEL_VERDICT_NOT_FOUND:
      return C_("a model", "not available");

    case SURMISE_MODEL_VERDICT_DENIED:
      return C_("a model", "private");

    case SURMISE_MODEL_VERDICT_NOT_TRAINED:
      return C_("a model", "not trained");

    case SURMISE_MODEL_VERDICT_TAKES_NO_IMAGES:
      return C_("a model", "not for pictures");

    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * surmise_model_words_owner:
 *
 * Returns: (transfer full): whose model it is, and in which app
 */
char *
surmise_model_words_owner (ClarifaiModelRef *ref)
{
  const char *version = clarifai_model_ref_get_version_id (ref);
  const char *user = clarifai_model_ref_get_user_id (ref);
  const char *app = clarifai_model_ref_get_app_id (ref);
  g_autofree char *start = NULL;

  if (version == NULL)
    return g_strdup_printf ("%s / %s", user, app);

  start = surmise_model_words_version (version);
  /* Translators: a user, one of their apps, and how the identifier of a model's version begins. */
  return g_strdup_printf (_("%s / %s, version %s"), user, app, start);
}

/**
 * surmise_model_words_version:
 * @version_id: of any length and origin
 *
 * Returns: (transfer full): how it begins, which is enough to know it by
 */
char *
surmise_model_words_version (const char *version_id)
{
  g_return_val_if_fail (version_id != NULL, NULL);

  return g_utf8_substring (version_id, 0, MIN (g_utf8_strlen (version_id, -1), VERSION_CHARACTERS));
}

/**
 * surmise_model_words_typing:
 * @text: what stands in the field
 * @error: why it names no model
 *
 * While somebody is still typing user/app/model, "this names no model" would be true and rude.
 *
 * Returns: (transfer full): a sentence on what is missing
 */
char *
surmise_model_words_typing (const char   *text,
                            const GError *error)
{
  g_autoptr(SurmiseErrorText) words = NULL;
  const char *first = strchr (text, '/');
  const char *second = first != NULL ? strchr (first + 1, '/') : NULL;

  if (!is_address (text) && first != NULL && first != text && strpbrk (text, " \t.:?#") == NULL)
    {
      if (second == NULL)
        return g_strdup (_("Go on with the app and the model: user/app/model"));
      if (second != first + 1 && second[1] == '\0')
        return g_strdup (_("Go on with the model: user/app/model"));
    }

  words = surmise_error_text_new (error);

  return g_strdup (words->hint);
}

/**
 * surmise_model_words_is_path:
 * @text: what stands in the field
 *
 * Returns: whether it is meant as the name or the address of one model rather than as words to search for
 */
gboolean
surmise_model_words_is_path (const char *text)
{
  return strchr (text, '/') != NULL || is_address (text);
}
