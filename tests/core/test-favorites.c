/* test-favorites.c – the models that a person marked
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Settings are in memory.
 */
#include "config.h"

#include "surmise-favorites.h"
#include "test-utils.h"

typedef struct
{
  GSettings        *settings;
  SurmiseFavorites *favorites;
  ClarifaiModelRef *birds;
  ClarifaiModelRef *trees;
  guint             n_changed;
} Fixture;

static void
on_changed (Fixture *self)
{
  self->n_changed++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->settings = g_settings_new (APPLICATION_ID);
  g_settings_reset (self->settings, "favorite-models");
  self->favorites = surmise_favorites_new (self->settings);
  self->birds = clarifai_model_ref_new ("ada", "lab", "birds", NULL);
  self->trees = clarifai_model_ref_new ("ada", "lab", "trees", NULL);
  g_signal_connect_swapped (self->favorites, "changed", G_CALLBACK (on_changed), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->favorites);
  g_clear_object (&self->birds);
  g_clear_object (&self->trees);
  g_clear_object (&self->settings);
}

static void
assert_models (SurmiseFavorites *favorites,
               const char       *expected)
{
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (favorites)); i++)
    {
      g_autoptr(ClarifaiModelRef) model = g_list_model_get_item (G_LIST_MODEL (favorites), i);
      g_autofree char *text = clarifai_model_ref_to_string (model);

      g_string_append_printf (found, "%s ", text);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_add (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr(TestChanges) changes = test_changes_new (G_LIST_MODEL (self->favorites));
  g_autofree char *name = NULL;

  g_assert_false (surmise_favorites_contains (self->favorites, self->birds));
  surmise_favorites_add (self->favorites, self->birds, "Birds of Prey");
  surmise_favorites_add (self->favorites, self->trees, "Trees");
  assert_items_changed (changes, 0, 0, 1);
  assert_items_changed (changes, 1, 0, 1);
  assert_models (self->favorites, "ada/lab/birds ada/lab/trees ");
  g_assert_true (surmise_favorites_contains (self->favorites, self->birds));
  g_assert_cmpuint (self->n_changed, ==, 2);
  name = surmise_favorites_dup_name (self->favorites, self->birds);
  g_assert_cmpstr (name, ==, "Birds of Prey");
}

static void
test_any_version (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr(ClarifaiModelRef) version = clarifai_model_ref_new ("ada", "lab", "birds", "v1");

  surmise_favorites_add (self->favorites, version, NULL);
  assert_models (self->favorites, "ada/lab/birds ");
  g_assert_true (surmise_favorites_contains (self->favorites, self->birds));
  surmise_favorites_remove (self->favorites, version);
  assert_models (self->favorites, "");
}

static void
test_twice (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *name = NULL;

  surmise_favorites_add (self->favorites, self->birds, "Birds");
  surmise_favorites_add (self->favorites, self->trees, "Trees");
  surmise_favorites_add (self->favorites, self->birds, "Owls");
  surmise_favorites_add (self->favorites, self->birds, NULL);
  assert_models (self->favorites, "ada/lab/birds ada/lab/trees ");
  name = surmise_favorites_dup_name (self->favorites, self->birds);
  g_assert_cmpstr (name, ==, "Owls");
}

static void
test_remove (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(TestChanges) changes = NULL;

  surmise_favorites_add (self->favorites, self->birds, "Birds");
  surmise_favorites_add (self->favorites, self->trees, "Trees");
  changes = test_changes_new (G_LIST_MODEL (self->favorites));
  surmise_favorites_remove (self->favorites, self->birds);
  surmise_favorites_remove (self->favorites, self->birds);
  assert_items_changed (changes, 0, 1, 0);
  assert_no_items_changed (changes);
  assert_models (self->favorites, "ada/lab/trees ");
}

static void
test_no_name (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *name = NULL;
  g_autofree char *unknown = surmise_favorites_dup_name (self->favorites, self->trees);

  surmise_favorites_add (self->favorites, self->trees, "");
  name = surmise_favorites_dup_name (self->favorites, self->trees);
  g_assert_cmpstr (name, !=, "");
  g_assert_cmpstr (name, ==, unknown);
}

static void
test_kept (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(SurmiseFavorites) later = NULL;
  g_autofree char *name = NULL;

  surmise_favorites_add (self->favorites, self->birds, "Birds");
  later = surmise_favorites_new (self->settings);
  assert_models (later, "ada/lab/birds ");
  name = surmise_favorites_dup_name (later, self->birds);
  g_assert_cmpstr (name, ==, "Birds");
}

/* As another window changes them. */
static void
test_changed_elsewhere (Fixture       *self,
                        gconstpointer  data)
{
  g_autoptr(SurmiseFavorites) other = surmise_favorites_new (self->settings);

  surmise_favorites_add (other, self->birds, "Birds");
  assert_models (self->favorites, "ada/lab/birds ");
  surmise_favorites_remove (self->favorites, self->birds);
  assert_models (other, "");
}

static void
test_odd (Fixture       *self,
          gconstpointer  data)
{
  g_settings_set_value (self->settings, "favorite-models",
                        g_variant_new_parsed ("[('nothing', 'x'), ('ada/lab/birds/versions/v1', 'Birds'), ('', ''),"
                                              " ('ada/lab/birds', 'Again')]"));
  assert_models (self->favorites, "ada/lab/birds ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/favorites/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("add", test_add);
  ADD ("any-version", test_any_version);
  ADD ("twice", test_twice);
  ADD ("remove", test_remove);
  ADD ("no-name", test_no_name);
  ADD ("kept", test_kept);
  ADD ("changed-elsewhere", test_changed_elsewhere);
  ADD ("odd", test_odd);

  return g_test_run ();
}
