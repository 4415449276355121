# SPDX-License-Identifier: GPL-3.0-or-later
"""check-metainfo.py METAINFO APP-ID VERSION SOURCE-ROOT: what a validator cannot know about the metainfo file."""

import pathlib
import sys
import xml.etree.ElementTree as ET

path, app_id, version, source_root = sys.argv[1:]
root = ET.parse(path).getroot()
problems = []


def expect(what, got, wanted):
    if got != wanted:
        problems.append(f"{what} is {got!r}, not {wanted!r}")


expect("the id", root.findtext("id"), app_id)
expect("the launchable", root.findtext("launchable"), app_id + ".desktop")
expect("the newest release", root.find("releases/release").get("version"), version)

summary = root.findtext("summary")
for bad in ("Clarifai", "Surmise"):
    if bad.casefold() in summary.casefold():
        problems.append(f"the summary names {bad}")
if len(summary) > 35:
    problems.append(f"the summary has {len(summary)} characters, more than 35")
if "not affiliated with Clarifai" not in " ".join("".join(root.find("description").itertext()).split()):
    problems.append("the description does not say that Surmise is not affiliated with Clarifai")

images = [image.text for image in root.iterfind("screenshots/screenshot/image")]
expect("the number of screenshots", len(images), 4)
for image in images:
    where = f"/v{version}/data/screenshots/"
    if where not in image:
        problems.append(f"{image} is not pinned to this version: {where}")
    elif not (pathlib.Path(source_root) / "data" / "screenshots" / image.rsplit("/", 1)[1]).is_file():
        problems.append(f"{image} is not in the tree")

sys.exit("\n".join(problems) or 0)
