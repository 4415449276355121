#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up what meson's testlog.json files say, their names read from stdin, one a line.

A program that speaks TAP counts with the tests inside it, any other one as one. A test that was skipped, or is unfinished,
is not a test that passed. Each name in --broken=NAMES is a build that failed, and counts as one failed test.
The last line is "N passed, N failed", and ", N skipped" where there are any. The status is 0 only when all passed, and
there were some.
"""

import json
import os
import re
import sys

# "ok 1 /a/b", "not ok 2 - a # TODO later", "ok 3 # SKIP why": at any depth, as newer GLibs nest them.
LINE = re.compile(r"^(?P<indent> *)(?P<not>not )?ok\b(?P<rest>[^#]*)(?:#\s*(?P<directive>\w+))?", re.IGNORECASE)
NOTHING_IN_IT = re.compile(r"^\s*1\.\.0\b")


class Tally:
    def __init__(self):
        self.passed, self.failed, self.skipped = 0, [], []

    def add_tap(self, name, output):
        """The tests inside a program; says how many of them there were."""
        seen = 0
        for line in output.splitlines():
            match = LINE.match(line)
            if match is None:
                continue
            label = f"{name}: {match['rest'].strip(' -') or line.strip()}"
            directive = (match["directive"] or "").upper()
            outermost = not match["indent"]
            seen += outermost
            if directive.startswith("SKIP") or directive == "TODO":
                self.skipped.append(label)
            elif match["not"] and outermost:
                self.failed.append(label)
            elif outermost:
                self.passed += 1
        return seen

    def add(self, build, test):
        name = f"{build}: {test['name']}"
        output, result = test.get("stdout") or "", test["result"]
        # meson knows the protocol but does not log it.
        speaks_tap = re.search(r"^(TAP version|1\.\.\d+)", output, re.MULTILINE) is not None
        failed, skipped = len(self.failed), len(self.skipped)
        seen = self.add_tap(name, output) if speaks_tap else 0

        if result == "SKIP" or NOTHING_IN_IT.match(output):
            if len(self.skipped) == skipped:
                self.skipped.append(name)
        elif result == "FAIL":
            if len(self.failed) == failed:
                self.failed.append(name)
        elif result != "OK":
            self.failed.append(f"{name} ({result.lower()})")
        elif not speaks_tap:
            self.passed += 1
        elif seen == 0:
            self.failed.append(f"{name} (it ran no test)")


def main():
    tally = Tally()
    for option in sys.argv[1:]:
        if option.startswith("--broken="):
            tally.failed += [f"{name} could not be built, or ran no test" for name in option[len("--broken="):].split()]
    for path in filter(None, map(str.strip, sys.stdin)):
        build = os.path.basename(os.path.dirname(os.path.dirname(path)))
        try:
            with open(path, encoding="utf-8", errors="replace") as log:
                for line in log:
                    tally.add(build, json.loads(line))
        except FileNotFoundError:
            pass  # none of its tests was asked for

    for title, names in (("Failed", tally.failed), ("Skipped", tally.skipped)):
        if names:
            print(f"\n{title}:")
            print("\n".join(f"  {name}" for name in names))
    none_ran = tally.passed + len(tally.failed) + len(tally.skipped) == 0
    if none_ran:
        print("\nNo test ran.")
    skipped = f", {len(tally.skipped)} skipped" if tally.skipped else ""
    print(f"\n{tally.passed} passed, {len(tally.failed)} failed{skipped}")
    return 1 if tally.failed or tally.skipped or none_ran else 0


sys.exit(main())
