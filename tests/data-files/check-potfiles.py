# SPDX-License-Identifier: GPL-3.0-or-later
"""check-potfiles.py SOURCE-ROOT: po/POTFILES.in names each file with words to translate, and no other."""

import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
IN_C = re.compile(r"\b(_|N_|C_|NC_|Q_|d?n?gettext|d?n?pgettext|g_d[cn]?gettext|g_dpgettext2?)\s*\(\s*(\w+\s*,\s*)?\"")
IN_UI = re.compile(r"translatable=[\"'](yes|true|1)[\"']")


def has_words(path):
    text = path.read_text(encoding="utf-8")
    return (IN_UI if path.suffix == ".ui" else IN_C).search(text) is not None


def strip_comments(line):
    return line.split("#", 1)[0].strip()


listed = list(filter(None, map(strip_comments, (root / "po/POTFILES.in").read_text(encoding="utf-8").splitlines())))
wanted = {f"data/{path.name}" for kind in ("desktop", "metainfo.xml") for path in (root / "data").glob(f"*.{kind}.in")}
for kind in ("c", "h", "ui"):
    wanted |= {path.relative_to(root).as_posix() for path in (root / "src").rglob(f"*.{kind}") if has_words(path)}

problems = [f"missing: {name}" for name in sorted(wanted - set(listed))]
problems += [f"nothing to translate in: {name}" for name in listed if name not in wanted and not name.endswith(".gschema.xml")]
problems += [f"no such file: {name}" for name in listed if not (root / name).is_file()]
problems += [f"twice: {name}" for name in sorted({name for name in listed if listed.count(name) > 1})]
sys.exit("\n".join(problems) or 0)
