# SPDX-License-Identifier: GPL-3.0-or-later
"""check-man.py PAGE: groff formats the manual page without a warning, and something comes out."""

import subprocess
import sys

page = sys.argv[1]
result = subprocess.run(
    ["groff", "-man", "-ww", "-Tutf8", "-K", "utf8", page], capture_output=True, text=True, encoding="utf-8", check=False
)
if result.stderr or result.returncode != 0:
    sys.exit(f"groff: {result.stderr or result.returncode}")
if len(result.stdout.splitlines()) < 50:
    sys.exit(f"{page}: hardly anything came out")
