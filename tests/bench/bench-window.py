#!/usr/bin/python3
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time to the first frame and private memory of a program, beside those of a bare window.

Usage: bench-window.py PROGRAM BARE-WINDOW   (under tests/tools/with-display.sh)

Both programs print "first-frame SECONDS" on stderr when they are started with SURMISE_PRINT_FIRST_FRAME=1. The time that
counts is from the start of the process until that line comes, loading its libraries included; what a program says of
itself is printed beside it. Fails when a goal is missed: 1.2 times the bare window's time, 10 MB more than its memory."""
import os
import re
import select
import statistics
import subprocess
import sys
import time

STARTS = 9
PATIENCE = 30  # seconds for a first frame
SETTLE = 1  # seconds from the first frame until memory is read
TIME_GOAL = 1.2
MEMORY_GOAL = 10.0


def wait_for_line(process, deadline):
    """The seconds in the first-frame line; what else a program says on stderr is passed over."""
    text = b""
    while True:
        found = re.search(rb"^first-frame ([0-9.]+)$", text, re.MULTILINE)
        if found:
            return float(found.group(1))
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([process.stderr], [], [], left)[0]:
            raise TimeoutError("no first-frame line in time: " + text.decode(errors="replace"))
        chunk = os.read(process.stderr.fileno(), 65536)
        if not chunk:
            raise EOFError("it ended without a first-frame line: " + text.decode(errors="replace"))
        text += chunk


def private_memory(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        sizes = re.findall(r"^Private_(?:Clean|Dirty): +(\d+) kB$", file.read(), re.MULTILINE)
    return sum(map(int, sizes)) / 1024


def measure(program):
    environment = dict(os.environ, SURMISE_PRINT_FIRST_FRAME="1", GSK_RENDERER="cairo")
    start = time.monotonic()
    process = subprocess.Popen([program], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        said = wait_for_line(process, start + PATIENCE)
        seen = time.monotonic() - start
        time.sleep(SETTLE)
        return seen, said, private_memory(process.pid)
    finally:
        process.terminate()
        # Drained, so that a program that has more to say can end.
        process.communicate(timeout=PATIENCE)


def main():
    program, bare = sys.argv[1:]
    results = {"program": [], "bare window": []}
    measure(program), measure(bare)  # once for the disk's sake
    for _ in range(STARTS):
        results["program"].append(measure(program))
        results["bare window"].append(measure(bare))

    medians = {name: [statistics.median(values) for values in zip(*rows)] for name, rows in results.items()}
    print(f"median of {STARTS} starts each, in turns, {len(os.sched_getaffinity(0))} cores, software rendering")
    for name, (seen, said, memory) in medians.items():
        print(f"  {name:12} first frame {seen:.3f} s (by its own account {said:.3f} s), private memory {memory:.1f} MB")
    ratio = medians["program"][0] / medians["bare window"][0]
    more = medians["program"][2] - medians["bare window"][2]
    print(f"  {ratio:.2f} × the time (goal {TIME_GOAL}), {more:+.1f} MB (goal +{MEMORY_GOAL:.0f})")
    return 1 if ratio > TIME_GOAL or more > MEMORY_GOAL else 0


sys.exit(main())
