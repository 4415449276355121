# SPDX-License-Identifier: GPL-3.0-or-later
"""check-man-options.py PAGE SURMISE: the manual page and the program's help name the same options."""

import re
import subprocess
import sys

page, surmise = sys.argv[1:]


def options_of(*arguments):
    text = subprocess.run([surmise, *arguments], capture_output=True, text=True, encoding="utf-8", check=True, timeout=20).stdout
    found = set(re.findall(r"^ +(?:-\w, )?--([a-z-]+)", text, re.MULTILINE))
    if not found:
        sys.exit(f"no option in what {' '.join(arguments)} prints: {text}")
    return {name for name in found if not name.startswith("help-")}


offered = options_of("--help") | options_of("tag", "--help")
with open(page, encoding="utf-8") as file:
    described = set(re.findall(r"--([a-z][a-z-]*)", file.read().replace("\\-", "-")))

problems = [f"not in the manual page: --{name}" for name in sorted(offered - described)]
problems += [f"only in the manual page: --{name}" for name in sorted(described - offered)]
sys.exit("\n".join(problems) or 0)
