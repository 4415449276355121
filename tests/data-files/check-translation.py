# SPDX-License-Identifier: GPL-3.0-or-later
"""check-translation.py SOURCE-ROOT LANGUAGE: every text that is in the sources now is translated, and none is in doubt."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

root, language = pathlib.Path(sys.argv[1]), sys.argv[2]
po = root / "po" / f"{language}.po"

# As meson's preset for GLib has them.
KEYWORDS = ["_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3"]
FLAGS = ["N_:1:pass-c-format", "C_:2:pass-c-format", "NC_:2:pass-c-format", "g_dngettext:2:pass-c-format",
         "g_strdup_printf:1:c-format", "g_string_printf:2:c-format", "g_string_append_printf:2:c-format",
         "g_error_new:3:c-format", "g_set_error:4:c-format"]


def run(*command):
    result = subprocess.run(
        command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, "LC_ALL": "C.UTF-8"}
    )
    if result.returncode != 0:
        sys.exit(f"{command[0]}: {result.stdout}{result.stderr}")
    return result.stdout + result.stderr


def count(statistics, what):
    match = re.search(rf"(\d+) {what}", statistics)
    return int(match[1]) if match else 0


with tempfile.TemporaryDirectory() as folder:
    pot, merged = f"{folder}/surmise.pot", f"{folder}/{language}.po"
    run("xgettext", "--from-code=UTF-8", "--add-comments", "--files-from=po/POTFILES.in", f"--output={pot}",
        *(f"--keyword={keyword}" for keyword in KEYWORDS), *(f"--flag={flag}" for flag in FLAGS))
    run("msgmerge", "--no-fuzzy-matching", "--quiet", f"--output-file={merged}", str(po), pot)
    statistics = run("msgfmt", "--check", "--statistics", "--output-file=/dev/null", merged)
    lacking = run("msgattrib", "--untranslated", "--no-obsolete", "--no-wrap", merged)
    lacking += run("msgattrib", "--only-fuzzy", "--no-obsolete", "--no-wrap", merged)

print(statistics.strip())
if count(statistics, "translated message") == 0:
    sys.exit("nothing is translated")
if count(statistics, "untranslated message") or count(statistics, "fuzzy translation"):
    sys.exit(lacking)
