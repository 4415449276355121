/* mock-catalogue-models.c – the made-up models themselves
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "mock-catalogue-models.h"

#define DAY     86400
#define NEWEST  1762000000 /* 1 November 2025 */
#define TRAINED 21100

static const MockKind KINDS[] = {
  { "visual-classifier", "Visual Classifier", { "image" }, { "concepts" }, 30 },
  { "visual-detector", "Visual Detector", { "image" },
    { "regions[...].region_info.bounding_box", "regions[...].data.concepts" }, 20 },
  { "image-color-recognizer", "Color Recognizer", { "image" }, { "colors" }, 3 },
  { "visual-segmenter", "Visual Segmenter", { "image" },
    { "regions[...].region_info.mask", "regions[...].data.concepts" }, 5 },
  { "visual-embedder", "Visual Embedder", { "image" }, { "embeddings" }, 5 },
  { "image-to-text", "Image To Text", { "image" }, { "text" }, 7 },
  { "optical-character-recognizer", "Optical Character Recognizer", { "image" },
    { "regions[...].region_info.bounding_box", "regions[...].data.text" }, 4 },
  { "multimodal-to-text", "Multimodal To Text", { "text", "image" }, { "text" }, 8 },
  { "image-to-image", "Image To Image", { "image" }, { "image" }, 2 },
  { "any-to-any", "Any To Any", { NULL }, { NULL }, 4 },
  { "text-to-text", "Text To Text", { "text" }, { "text" }, 7 },
  { "audio-to-text", "Audio To Text", { "audio" }, { "text" }, 3 },
  /* A type that nobody has ever heard of. */
  { "hologram-caster", "Hologram Caster", { "image" }, { "holograms" }, 2 },
};

static const char *const OWNERS[][2] = {
  { "aurora", "vision" }, { "birch", "field-notes" }, { "cedar", "shop" }, { "delta", "traffic" },
  { "ember", "kitchen" }, { "fjord", "maps" }, { "grove", "garden" }, { "harbor", "docs" },
};

static const char *const FIRST[] = {
  "Alpine", "Bright", "Coastal", "Distant", "Early", "Forest", "Gentle", "Hidden", "Island", "Joyful", "Kindly",
  "Lunar", "Misty", "Northern", "Open", "Polar", "Quiet", "River", "Silent", "Tidal", "Urban", "Vivid", "Winter", "Young",
};

static const char *const SECOND[] = {
  "Birds", "Boats", "Bridges", "Clouds", "Cups", "Dogs", "Doors", "Faces", "Flowers", "Food", "Hats", "Houses",
  "Insects", "Lamps", "Leaves", "Letters", "Mountains", "Plants", "Shoes", "Signs", "Stones", "Streets", "Tools",
  "Trains", "Trees",
};

/* What really is there, so that the names that the application suggests lead somewhere. */
static const struct {
  const char *user;
  const char *app;
  const char *id;
  const char *name;
  guint       kind;
} KNOWN[] = {
  { "clarifai", "main", "general-image-recognition", "General Image Recognition", 0 },
  { "clarifai", "main", "general-image-detection", "General Image Detection", 1 },
  { "clarifai", "main", "color-recognition", "Color Recognition", 2 },
  { "clarifai", "main", "image-general-segmentation", "Image General Segmentation", 3 },
  { "clarifai", "main", "image-embedder", "Image Embedder", 4 },
  { "salesforce", "blip", "general-english-image-caption-blip", "General English Image Caption", 5 },
  { "openai", "chat-completion", "gpt-4o", "GPT-4o", 7 },
  { "meta", "segment-anything", "sam2_1-hiera-base-plus", "Segment Anything", 9 },
};

static const char *const OWN[] = { "Garden Birds", "Leaves of Trees", "Apples and Pears" };

static const char NOTES[] =
  "# What it is\n\n"
  "A model that is *made up* for tests. It knows **nothing** of <b>markup</b> & says so.\n\n"
  "- one thing\n- another thing\n\n"
  "Read [how it was made](https://example.com/made) or [do not](javascript:alert(1)).\n\n"
  "![a picture that nobody fetches](https://example.com/never.png)\n\n"
  "```\ncode = \"stays as it is\"\n```\n";

/* D. Knuth's multiplicative hash: numbers that look like chance and are the same every time. */
static guint
scatter (guint number,
         guint salt,
         guint below)
{
  guint32 mixed = (number * 31 + salt + 1) * 2654435761u;

  mixed ^= mixed >> 15;
  mixed *= 2246822519u;
  mixed ^= mixed >> 13;

  return mixed % below;
}

static const MockKind *
choose_kind (guint number)
{
  guint left = scatter (number, 1, 100);
  guint i = 0;

  while (left >= KINDS[i].share)
    left -= KINDS[i++].share;

  return &KINDS[i];
}

static char *
make_id (const char *name)
{
  return g_strdelimit (g_ascii_strdown (name, -1), " ", '-');
}

static char *
fold_words (const MockModel *model)
{
  g_autofree char *all = g_strjoin (" ", "", model->id, model->name, model->description, model->user, NULL);

  g_strdelimit (all, "-_.,/()", ' ');

  return g_utf8_casefold (all, -1);
}

static void
model_free (gpointer data)
{
  MockModel *model = data;

  g_free (model->id);
  g_free (model->name);
  g_free (model->description);
  g_free (model->words);
  g_free (model);
}

static MockModel *
model_new (guint           number,
           const char     *user,
           const char     *app,
           const char     *id,
           const char     *name,
           const MockKind *kind)
{
  MockModel *model = g_new0 (MockModel, 1);

  model->user = user;
  model->app = app;
  model->id = id != NULL ? g_strdup (id) : make_id (name);
  model->name = g_strdup (name);
  model->kind = kind;
  model->description = g_strdup_printf ("%s, made up for tests: %s.", name, kind->title);
  model->stars = scatter (number, 2, 40) * scatter (number, 3, 40) / (1 + scatter (number, 4, 20));
  model->featured = scatter (number, 5, 50) == 0;
  model->starred = scatter (number, 6, 200) == 0;
  model->modified = NEWEST - (gint64) scatter (number, 7, 2000) * DAY / 2;
  model->created = model->modified - (gint64) scatter (number, 8, 400) * DAY;
  model->words = fold_words (model);

  return model;
}

static void
add_argument (JsonBuilder *builder,
              const char  *name,
              const char  *description,
              int          type,
              const char  *fallback)
{
  json_builder_begin_object (builder);
  mock_add_string (builder, "name", name);
  mock_add_string (builder, "description", description);
  mock_add_int (builder, "type", type);
  if (fallback != NULL)
    mock_add_string (builder, "default", fallback);
  else
    {
      json_builder_set_member_name (builder, "required");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_end_object (builder);
}

/* Numbers of ModelTypeField.DataType: 1 text, 3 integer, 4 number, 5 switch, 9 picture. */
static void
add_methods (JsonBuilder *builder)
{
  json_builder_set_member_name (builder, "method_signatures");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  mock_add_string (builder, "name", "predict");
  mock_add_int (builder, "method_type", 1);
  mock_add_string (builder, "description", "Answers a question about a picture.");
  json_builder_set_member_name (builder, "input_fields");
  json_builder_begin_array (builder);
  add_argument (builder, "prompt", "What to ask", 1, NULL);
  add_argument (builder, "image", "The picture", 9, NULL);
  add_argument (builder, "max_tokens", "How long the answer may be", 3, "256");
  add_argument (builder, "temperature", "How free the answer may be", 4, "0.7");
  add_argument (builder, "detailed", "Whether to say more", 5, "False");
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "output_fields");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  mock_add_string (builder, "name", "return");
  mock_add_int (builder, "type", 1);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
}

static void
add_time (JsonBuilder *builder,
          const char  *member,
          gint64       time)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_utc (time);
  g_autofree char *text = g_date_time_format_iso8601 (moment);

  mock_add_string (builder, member, text);
}

static void
add_visibility (JsonBuilder *builder,
                gboolean     is_public)
{
  json_builder_set_member_name (builder, "visibility");
  json_builder_begin_object (builder);
  mock_add_int (builder, "gettable", is_public ? 50 : 10);
  json_builder_end_object (builder);
}

static void
add_languages (JsonBuilder *builder)
{
  static const char *const LANGUAGES[][2] = { { "en", "English" }, { "de", "German" }, { "ja", "Japanese" } };

  json_builder_set_member_name (builder, "languages_full");
  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (LANGUAGES); i++)
    {
      json_builder_begin_object (builder);
      mock_add_string (builder, "id", LANGUAGES[i][0]);
      mock_add_string (builder, "name", LANGUAGES[i][1]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_fields (JsonBuilder       *builder,
            const char        *member,
            const char *const *fields)
{
  json_builder_set_member_name (builder, member);
  json_builder_begin_array (builder);
  for (guint i = 0; fields[i] != NULL; i++)
    json_builder_add_string_value (builder, fields[i]);
  json_builder_end_array (builder);
}

const MockKind *
mock_kind_nth (guint position)
{
  return position < G_N_ELEMENTS (KINDS) ? &KINDS[position] : NULL;
}

void
mock_kind_add (JsonBuilder    *builder,
               const MockKind *kind)
{
  json_builder_begin_object (builder);
  mock_add_string (builder, "id", kind->id);
  mock_add_string (builder, "title", kind->title);
  add_fields (builder, "input_fields", kind->inputs);
  add_fields (builder, "output_fields", kind->outputs);
  json_builder_end_object (builder);
}

GPtrArray *
mock_models_new (guint n_public)
{
  GPtrArray *models = g_ptr_array_new_full (n_public + G_N_ELEMENTS (OWN), model_free);

  for (guint i = 0; i < G_N_ELEMENTS (OWN); i++)
    {
      MockModel *model = model_new (G_MAXUINT - i, "ada", "garden", NULL, OWN[i], &KINDS[0]);

      model->own = TRUE;
      g_ptr_array_add (models, model);
    }

  for (guint i = 0; i < n_public; i++)
    if (i < G_N_ELEMENTS (KNOWN))
      g_ptr_array_add (models, model_new (i, KNOWN[i].user, KNOWN[i].app, KNOWN[i].id, KNOWN[i].name,
                                          &KINDS[KNOWN[i].kind]));
    else
      {
        guint owner = scatter (i, 9, G_N_ELEMENTS (OWNERS));
        g_autofree char *name = mock_name_new (i);

        g_ptr_array_add (models, model_new (i, OWNERS[owner][0], OWNERS[owner][1], NULL, name, choose_kind (i)));
      }

  return models;
}

void
mock_model_add (JsonBuilder     *builder,
                const MockModel *model,
                MockModelParts   parts,
                guint            n_concepts)
{
  json_builder_begin_object (builder);
  mock_add_string (builder, "id", model->id);
  mock_add_string (builder, "name", model->name);
  mock_add_string (builder, "user_id", model->user);
  mock_add_string (builder, "app_id", model->app);
  mock_add_string (builder, "model_type_id", model->kind->id);
  mock_add_string (builder, "description", model->description);
  add_time (builder, "created_at", model->created);
  add_time (builder, "modified_at", model->modified);
  add_visibility (builder, !model->own);
  if (parts & MOCK_MODEL_STARS)
    {
      mock_add_int (builder, "star_count", model->stars);
      json_builder_set_member_name (builder, "is_starred");
      json_builder_add_boolean_value (builder, model->starred);
    }
  if (parts & MOCK_MODEL_NOTES)
    {
      mock_add_string (builder, "notes", NOTES);
      mock_add_int (builder, "version_count", 3);
      mock_add_int (builder, "license_type", 2);
      add_languages (builder);
    }
  json_builder_set_member_name (builder, "model_version");
  mock_model_add_version (builder, model, 0, n_concepts);
  json_builder_end_object (builder);
}

void
mock_model_add_version (JsonBuilder     *builder,
                        const MockModel *model,
                        guint            version,
                        guint            n_concepts)
{
  static const struct {
    int         code;
    const char *words;
  } STATES[] = {
    { TRAINED, "Model is trained and ready" },
    { 21105, "Model upload failed" },
    { TRAINED, "Model is trained and ready" },
  };
  g_autofree char *id = g_strdup_printf ("%08x%04u", g_str_hash (model->id), version);

  json_builder_begin_object (builder);
  mock_add_string (builder, "id", id);
  mock_add_string (builder, "user_id", model->user);
  mock_add_string (builder, "app_id", model->app);
  mock_add_string (builder, "license", "Apache-2.0");
  add_time (builder, "created_at", model->modified - (gint64) version * 30 * DAY);
  mock_add_int (builder, "active_concept_count", n_concepts);
  add_visibility (builder, !model->own);
  json_builder_set_member_name (builder, "status");
  json_builder_begin_object (builder);
  mock_add_int (builder, "code", STATES[version % G_N_ELEMENTS (STATES)].code);
  mock_add_string (builder, "description", STATES[version % G_N_ELEMENTS (STATES)].words);
  json_builder_end_object (builder);
  if (g_str_equal (model->kind->id, "any-to-any"))
    add_methods (builder);
  json_builder_end_object (builder);
}

char *
mock_name_new (guint number)
{
  guint n_pairs = G_N_ELEMENTS (FIRST) * G_N_ELEMENTS (SECOND);
  const char *first = FIRST[number % G_N_ELEMENTS (FIRST)];
  const char *second = SECOND[number / G_N_ELEMENTS (FIRST) % G_N_ELEMENTS (SECOND)];

  return number < n_pairs ? g_strdup_printf ("%s %s", first, second)
         : g_strdup_printf ("%s %s %u", first, second, number / n_pairs + 1);
}

void
mock_add_string (JsonBuilder *builder,
                 const char  *member,
                 const char  *value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

void
mock_add_int (JsonBuilder *builder,
              const char  *member,
              gint64       value)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_int_value (builder, value);
}
