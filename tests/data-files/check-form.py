# SPDX-License-Identifier: GPL-3.0-or-later
"""check-form.py SOURCE-ROOT RULE: one rule of the house form, over all sources."""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
LINES = {".c": 450, ".h": 60}
FUNCTION_LINES = 60
# Layers that know no windows.
BELOW_UI = ["clarifai", "prepare", "demo", "core", "cli"]


def texts(folders, suffixes):
    found = [
        path
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*"))
        if path.is_file() and path.suffix in suffixes and "__pycache__" not in path.parts
    ]
    if not found:
        sys.exit(f"nothing to look at in {', '.join(folders)}")
    return [(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in found]


def sources():
    return texts(["src"], [".c", ".h"])


def everything():
    return texts(["src", "tests", "data", "build-aux", ".ci", "flatpak", "po"],
                 [".c", ".h", ".ui", ".css", ".py", ".sh", ".build", ".xml", ".in", ".yml", ".md", ".1", ""])


def hits(files, pattern, spare=lambda name, line: False):
    for name, text in files:
        for number, line in enumerate(text.splitlines(), 1):
            if re.search(pattern, line) and not spare(name, line):
                yield f"{name}:{number}: {line.strip()}"


def file_length():
    for name, text in sources():
        lines, most = len(text.splitlines()), LINES[pathlib.PurePath(name).suffix]
        if lines > most:
            yield f"{name}: {lines} lines, more than {most}"


def functions(text):
    """Each function's name, the line of its brace, and how many lines its body has, both braces in column 0 included."""
    head, start = [], None  # head: the lines since the last blank one
    for number, line in enumerate(text.splitlines(), 1):
        if line.rstrip() == "{" and head and head[-1].rstrip().endswith(")"):
            start, name = number, (re.findall(r"^(\w+) \(", "\n".join(head), re.MULTILINE) or ["?"])[-1]
        elif line.startswith("}") and start is not None:
            yield name, start, number - start + 1
            start = None
        head = head + [line] if line.strip() else []


def function_length():
    counted = 0
    for path, text in texts(["src"], [".c"]):
        for name, line, length in functions(text):
            counted += 1
            if length > FUNCTION_LINES:
                yield f"{path}:{line}: {name} has {length} lines, more than {FUNCTION_LINES}"
    if counted == 0:
        yield "no function found"


def paged_lists(name, _line):
    """The one class with subclasses: they differ in what they ask for and in what they read."""
    return name.startswith("src/clarifai/clarifai-paged-list.")


def final_types():
    yield from hits(sources(), r"\bG_DEFINE_(TYPE|ABSTRACT_TYPE)(?!_CODE_)\w*\s*\(", paged_lists)
    yield from hits(sources(), r"\bG_DECLARE_DERIVABLE_TYPE\b", paged_lists)


def layers():
    files = [file for file in sources() if file[0].split("/")[1] in BELOW_UI]
    yield from hits(files, r"#\s*include\s*<(gtk|gdk|gsk)/|#\s*include\s*<adwaita")


def licences():
    for name, text in texts(["src", "tests", "build-aux"], [".c", ".h", ".py", ".sh"]):
        if "SPDX-License-Identifier: " not in "\n".join(text.splitlines()[:6]) and text.strip():
            yield f"{name}: no SPDX-License-Identifier in its first lines"


def unfinished():
    yield from hits(everything(), r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b", about_tap)


def about_tap(_name, line):
    """TAP has a directive of that name: what counts it may say so."""
    return re.search(r"# TO" + r"DO|[\"']TO" + r"DO[\"']", line) is not None


def home_paths():
    yield from hits(everything(), r"(?<![\w.${}*)/-])/(home|root|Users|srv|mnt)/[a-z]")


def unref():
    yield from hits(sources(), r"\bg_object_unref \(")


def version_checks():
    yield from hits(sources(), r"CHECK_VERSION", lambda name, line: name == "src/ui/surmise-compat.c")


rule = {
    "file-length": file_length,
    "final-types": final_types,
    "function-length": function_length,
    "home-paths": home_paths,
    "layers": layers,
    "licences": licences,
    "unfinished": unfinished,
    "unref": unref,
    "version-checks": version_checks,
}[sys.argv[2]]
problems = list(rule())
sys.exit("\n".join(problems) or 0)
