# SPDX-License-Identifier: GPL-3.0-or-later
"""check-ui.py SOURCE-ROOT: each .ui file is well-formed, is one interface for GTK 4, and is part of a resource."""

import pathlib
import sys
import xml.etree.ElementTree as ET

source = pathlib.Path(sys.argv[1]) / "src"
problems = []
found = sorted(source.rglob("*.ui"))
if not found:
    problems.append(f"no .ui file below {source}")

packed = set()
for path in source.rglob("*.gresource.xml"):
    packed |= {(path.parent / file.text.strip()).name for file in ET.parse(path).getroot().iter("file")}

for path in found:
    try:
        root = ET.parse(path).getroot()
    except ET.ParseError as error:
        problems.append(f"{path}: {error}")
        continue
    if root.tag != "interface":
        problems.append(f"{path}: <{root.tag}> instead of <interface>")
    ids = [object_.get("id") for object_ in root.iter("object") if object_.get("id")]
    problems += [f"{path}: two objects are called {name}" for name in sorted({n for n in ids if ids.count(n) > 1})]
    if path.name not in packed:
        problems.append(f"{path}: no .gresource.xml holds it")

sys.exit("\n".join(problems) or 0)
