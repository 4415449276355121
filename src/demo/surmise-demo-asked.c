/* surmise-demo-asked.c – what one prediction is asked with
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "surmise-demo-asked.h"

/**
 * surmise_demo_name_dup_id:
 * @name: a concept
 *
 * Returns: (transfer full): its id, the same in every language
 */
char *
surmise_demo_name_dup_id (const SurmiseDemoName *name)
{
  return g_strdelimit (g_ascii_strdown (name->english, -1), " ", '-');
}

/**
 * surmise_demo_name_choose:
 * @name: a concept
 * @config: what is wanted
 *
 * Returns: (transfer none): its name in the wanted language, or in English where there is none
 */
const char *
surmise_demo_name_choose (const SurmiseDemoName   *name,
                          const SurmiseDemoConfig *config)
{
  return config->german && name->german != NULL ? name->german : name->english;
}

/**
 * surmise_demo_name_wanted:
 * @name: a concept
 * @config: what is wanted
 *
 * Returns: whether all are wanted, or this one is named by its exact id or one of its names
 */
gboolean
surmise_demo_name_wanted (const SurmiseDemoName   *name,
                          const SurmiseDemoConfig *config)
{
  g_autofree char *id = NULL;

  if (config->select == NULL)
    return TRUE;

  id = surmise_demo_name_dup_id (name);
  for (guint i = 0; i < config->select->len; i++)
    {
      const char *wanted = g_ptr_array_index (config->select, i);

      if (g_str_equal (wanted, id) || g_str_equal (wanted, name->english) ||
          g_strcmp0 (wanted, name->german) == 0)
        return TRUE;
    }

  return FALSE;
}
