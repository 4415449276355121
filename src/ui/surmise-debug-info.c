/* surmise-debug-info.c – what helps whoever looks into a problem, and nothing that names a person
 * SPDX-FileCopyrightText: The Surmise contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"
#include "surmise-debug-info.h"

#include <adwaita.h>
#include <json-glib/json-glib.h>
#include <libsecret/secret.h>
#include <libsoup/soup.h>

#include "surmise-prepare.h"

static void
add_version (GString    *text,
             const char *name,
             guint       built_major,
             guint       built_minor,
             guint       built_micro,
             guint       major,
             guint       minor,
             guint       micro)
{
  g_string_append_printf (text, "- %s: %u.%u.%u (built with %u.%u.%u)\n", name, major, minor, micro, built_major,
                          built_minor, built_micro);
}

static const char *
get_secret_backend (void)
{
  const char *backend = g_getenv ("SECRET_BACKEND");

  if (backend != NULL && *backend != '\0')
    return backend;

  /* libsecret's own choice: the portal in a sandbox, else the service on the session bus. */
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "portal" : "service";
}

/* Which account and which models are used is nobody's business. */
static gboolean
is_private (const char *key)
{
  return g_str_equal (key, "account") || g_str_has_suffix (key, "model") || g_str_has_suffix (key, "models");
}

static void
add_settings (GString   *text,
              GSettings *settings)
{
  g_autoptr(GSettingsSchema) schema = NULL;
  g_auto(GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  g_string_append (text, "\nSettings\n");
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr(GVariant) user = g_settings_get_user_value (settings, keys[i]);
      g_autofree char *value = NULL;

      if (user == NULL)
        g_string_append_printf (text, "- %s: default\n", keys[i]);
      else if (is_private (keys[i]))
        g_string_append_printf (text, "- %s: set\n", keys[i]);
      else
        {
          value = g_variant_print (user, FALSE);
          g_string_append_printf (text, "- %s: %s\n", keys[i], value);
        }
    }
}

/**
 * surmise_debug_info_new:
 * @settings: (nullable): the settings; looked for where %NULL
 *
 * Not translated: it is written for those who mend the program. Holds no token, no account and no model.
 *
 * Returns: (transfer full): several lines
 */
char *
surmise_debug_info_new (GSettings *settings)
{
  GString *text = g_string_new ("Surmise " PACKAGE_VERSION "\n\nLibraries\n");
  g_auto(GStrv) types = surmise_prepare_list_mime_types ();
  g_autofree char *formats = g_strjoinv (" ", types);
  g_autofree char *os = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;
  g_autoptr(GSettings) found = NULL;

  add_version (text, "GLib", GLIB_MAJOR_VERSION, GLIB_MINOR_VERSION, GLIB_MICRO_VERSION, glib_major_version,
               glib_minor_version, glib_micro_version);
  add_version (text, "GTK", GTK_MAJOR_VERSION, GTK_MINOR_VERSION, GTK_MICRO_VERSION, gtk_get_major_version (),
               gtk_get_minor_version (), gtk_get_micro_version ());
  add_version (text, "libadwaita", ADW_MAJOR_VERSION, ADW_MINOR_VERSION, ADW_MICRO_VERSION, adw_get_major_version (),
               adw_get_minor_version (), adw_get_micro_version ());
  add_version (text, "libsoup", SOUP_MAJOR_VERSION, SOUP_MINOR_VERSION, SOUP_MICRO_VERSION, soup_get_major_version (),
               soup_get_minor_version (), soup_get_micro_version ());
  g_string_append_printf (text, "- json-glib: built with %d.%d.%d\n", JSON_MAJOR_VERSION, JSON_MINOR_VERSION,
                          JSON_MICRO_VERSION);
  g_string_append_printf (text, "- libsecret: built with %d.%d.%d\n", SECRET_MAJOR_VERSION, SECRET_MINOR_VERSION,
                          SECRET_MICRO_VERSION);
  g_string_append_printf (text, "- gdk-pixbuf: %s (built with %s)\n", gdk_pixbuf_version, GDK_PIXBUF_VERSION);

  g_string_append_printf (text, "\nSystem\n- Operating system: %s\n- Session: %s\n- Flatpak: %s\n- Secret back end: %s\n"
                          "- Picture formats: %s\n", os != NULL ? os : "unknown",
                          g_getenv ("XDG_SESSION_TYPE") != NULL ? g_getenv ("XDG_SESSION_TYPE") : "unknown",
                          g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ? "yes" : "no", get_secret_backend (), formats);

  if (settings == NULL && source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema != NULL)
    settings = found = g_settings_new_full (schema, NULL, NULL);
  if (settings != NULL)
    add_settings (text, settings);

  return g_string_free (text, FALSE);
}
