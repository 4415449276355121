# SPDX-License-Identifier: GPL-3.0-or-later
"""check-flatpak.py SOURCE-ROOT APP-ID: the manifest can be read, and asks for no more than is agreed."""

import pathlib
import sys

import yaml

ALLOWED = ["--device=dri", "--share=ipc", "--share=network", "--socket=fallback-x11", "--socket=wayland"]

source_root, app_id = sys.argv[1:]
path = pathlib.Path(source_root) / "flatpak" / f"{app_id}.yml"
manifest = yaml.safe_load(path.read_text(encoding="utf-8"))
problems = []
if manifest["id"] != app_id:
    problems.append(f"the id is {manifest['id']}")
if sorted(manifest["finish-args"]) != ALLOWED:
    problems.append(f"the permissions are {sorted(manifest['finish-args'])}, not {ALLOWED}")
if manifest["runtime"] != "org.gnome.Platform" or not isinstance(manifest["runtime-version"], str):
    problems.append("the runtime is not a GNOME one with its version as a string")
if [module["name"] for module in manifest["modules"]][-1] != "surmise":
    problems.append("the last module is not surmise")
sys.exit("\n".join(problems) or 0)
