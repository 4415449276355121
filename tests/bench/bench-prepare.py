#!/usr/bin/python3
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time to prepare twenty 24-megapixel JPEGs on all cores, beside vipsthumbnail and bare decoding.

Usage: bench-prepare.py BENCH-PREPARE

Fails when a goal is missed: half of what vipsthumbnail takes, and 1.15 times what `djpeg -scale 1/4` takes."""
import os
import statistics
import subprocess
import sys
import tempfile
import time

COUNT = 20
ROUNDS = 5
GOALS = {"vipsthumbnail": 0.5, "djpeg -scale 1/4": 1.15}


def time_of(command, files):
    start = time.perf_counter()
    subprocess.run(command, input="\0".join(files).encode(), check=True)
    return time.perf_counter() - start


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory(prefix="surmise-bench-") as folder:
        out = os.path.join(folder, "out")
        os.mkdir(out)
        subprocess.run([program, "make", folder, str(COUNT)], check=True)
        files = sorted(os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".jpg"))
        size = sum(map(os.path.getsize, files)) / COUNT / 1e6
        cores = len(os.sched_getaffinity(0))
        each = ["xargs", "-0", "-n", "1", "-P", str(cores)]
        commands = {
            "surmise_prepare": [program, "run", *files],
            "vipsthumbnail": [*each, "vipsthumbnail", "--size", "1024", "--export-profile", "srgb",
                              "--output", out + "/%s.jpg[Q=90,strip]"],
            "djpeg -scale 1/4": [*each, "djpeg", "-scale", "1/4", "-outfile", "/dev/null"],
        }
        # One after the other in every round, so that a busy moment of the machine meets all of them.
        times = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                times[name].append(time_of(command, files))

    print(f"{COUNT} pictures of 6000 × 4000, {size:.1f} MB each, {cores} cores, median of {ROUNDS} rounds")
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, values in times.items():
        print(f"  {name:18} {medians[name]:.2f} s  ({min(values):.2f} to {max(values):.2f})")
    missed = False
    for name, goal in GOALS.items():
        # Of the rounds' ratios, not of the times: what slows a round slows both.
        ratio = statistics.median(ours / theirs for ours, theirs in zip(times["surmise_prepare"], times[name]))
        missed |= ratio > goal
        print(f"  {ratio:.2f} × {name} (goal {goal})")
    return 1 if missed else 0


sys.exit(main())
