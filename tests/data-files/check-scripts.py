# SPDX-License-Identifier: GPL-3.0-or-later
"""check-scripts.py SOURCE-ROOT: build-aux/ gets packages only as it should, and adds up test results as it should.

The programs that would change the machine are stood in for. Not covered: that apt-get really installs.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(sys.argv[1])

DPKG = "installed\tmeson\t\ninstalled\tnewname\toldname (= 1), other:amd64\nconfig-files\tgone\t\n"


class Packages(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        shutil.copytree(ROOT / "build-aux", self.folder / "with blank" / "build-aux")
        for tool in ("sh", "awk", "tr", "cat", "env", "true"):
            (self.bin / tool).symlink_to(shutil.which(tool))
        self.stand_in("dpkg-query", f"printf %s '{DPKG}'")
        self.stand_in("apt-get", f'echo "$*" >>"{self.folder}/ran"')
        self.stand_in("id", "echo 0")

    def stand_in(self, name, body):
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        path.chmod(0o755)

    def no_root(self, sudo=None):
        self.stand_in("id", "echo 1000")
        if sudo:
            self.stand_in("sudo", sudo)

    def install(self, *packages, answer=None):
        """What came of it; with an answer, there is somebody at a terminal who gives it."""
        script = '. "$1/build-aux/lib.sh"; shift; '
        if answer is not None:
            script += "on_terminal () { :; }; "
        script += 'install_missing "$@"; echo went on'
        folder = self.folder / "with blank"
        return subprocess.run(["sh", "-euc", f'top=$1; {script}', "sh", str(folder), *packages], env={"PATH": str(self.bin)},
                              input=answer or "", capture_output=True, text=True, check=False)

    def ran(self):
        path = self.folder / "ran"
        return path.read_text(encoding="utf-8").splitlines() if path.exists() else []

    def test_nothing_is_run_when_all_is_there(self):
        result = self.install("meson", "newname")
        self.assertEqual((result.returncode, result.stdout, result.stderr, self.ran()), (0, "went on\n", "", []))

    def test_provided_names_count_as_there(self):
        self.assertEqual(self.install("oldname", "other").stdout, "went on\n")
        self.assertEqual(self.ran(), [])

    def test_one_of_two_names_is_enough(self):
        self.install("absent|meson")
        self.assertEqual(self.ran(), [])

    def test_root_installs_just_what_is_missing(self):
        result = self.install("meson", "absent", "gone", "one|two")
        self.assertEqual(result.returncode, 0)
        self.assertEqual(self.ran(), ["-q update", "-q -y install --no-install-recommends absent gone one"])

    def test_sudo_is_used_without_asking(self):
        self.no_root(sudo='[ "$1" = -n ] && shift && exec "$@"')
        self.assertEqual(self.install("absent").returncode, 0)
        self.assertEqual(self.ran(), ["-q update", "-q -y install --no-install-recommends absent"])

    def test_without_sudo_the_command_is_named(self):
        self.no_root()
        result = self.install("absent", "gone")
        self.assertEqual((result.returncode, result.stdout, self.ran()), (1, "", []))
        self.assertIn("\n  apt-get update && apt-get install --no-install-recommends absent gone\n", result.stderr)

    def test_a_sudo_that_needs_a_password_is_as_none(self):
        self.no_root(sudo="exit 1")
        result = self.install("absent")
        self.assertEqual((result.returncode, self.ran()), (1, []))
        self.assertIn("apt-get install --no-install-recommends absent\n", result.stderr)

    def test_what_cannot_be_installed_stops_it(self):
        self.stand_in("apt-get", "exit 100")
        result = self.install("absent")
        self.assertEqual((result.returncode, result.stdout), (1, ""))
        self.assertIn("apt-get install --no-install-recommends absent\n", result.stderr)

    def test_on_a_terminal_no_means_no(self):
        result = self.install("absent", answer="n\n")
        self.assertEqual((result.returncode, result.stdout, self.ran()), (1, "", []))
        self.assertIn("missing: absent\n", result.stderr)
        self.assertIn("apt-get install --no-install-recommends absent\n", result.stderr)

    def test_on_a_terminal_no_answer_means_no(self):
        self.assertEqual(self.install("absent", answer="").returncode, 1)
        self.assertEqual(self.ran(), [])

    def test_on_a_terminal_yes_installs(self):
        result = self.install("absent", answer="\n")
        self.assertEqual((result.returncode, result.stdout), (0, "went on\n"))
        self.assertEqual(self.ran(), ["-q update", "-q -y install --no-install-recommends absent"])

    def test_other_systems_go_on_with_a_meson(self):
        (self.bin / "dpkg-query").unlink()
        self.assertEqual(self.install("absent").returncode, 1)
        self.stand_in("meson", "exit 0")
        result = self.install("absent")
        self.assertEqual((result.returncode, result.stdout), (0, "went on\n"))
        self.assertIn("absent", result.stderr)


class Tally(unittest.TestCase):
    def tally(self, *tests, broken=None):
        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder) / "testlog.json"
            log.write_text("".join(json.dumps({"name": "it", "result": r, "stdout": o}) + "\n" for r, o in tests), encoding="utf-8")
            result = subprocess.run(
                [sys.executable, str(ROOT / "build-aux/tally.py"), *([f"--broken={broken}"] if broken else [])],
                input=f"\n{log}\n{folder}/absent/testlog.json\n", capture_output=True, text=True, check=False)
        return result.stdout.splitlines()[-1], result.returncode

    def test_programs_and_tests_inside_them_add_up(self):
        self.assertEqual(self.tally(("OK", ""), ("OK", "TAP version 13\n1..2\nok 1 /a\n# ok\nok 2 - b\n")), ("3 passed, 0 failed", 0))

    def test_a_failing_test_fails(self):
        self.assertEqual(self.tally(("FAIL", "1..2\nok 1 /a\nnot ok 2 /b - why\n")), ("1 passed, 1 failed", 1))

    def test_a_program_that_fails_after_its_tests_fails(self):
        self.assertEqual(self.tally(("FAIL", "1..1\nok 1 /a\n")), ("1 passed, 1 failed", 1))

    def test_a_crash_fails(self):
        self.assertEqual(self.tally(("ERROR", "1..3\nok 1 /a\n")), ("1 passed, 1 failed", 1))

    def test_a_timeout_fails(self):
        self.assertEqual(self.tally(("TIMEOUT", "")), ("0 passed, 1 failed", 1))

    def test_a_skipped_test_inside_fails(self):
        self.assertEqual(self.tally(("OK", "1..2\nok 1 /a # SKIP not here\nok 2 /b\n")), ("1 passed, 0 failed, 1 skipped", 1))

    def test_a_skipped_test_deeper_inside_fails(self):
        self.assertEqual(self.tally(("OK", "1..1\n    ok 1 /a # SKIP\nok 1 /b\n")), ("1 passed, 0 failed, 1 skipped", 1))

    def test_a_skipped_program_fails(self):
        self.assertEqual(self.tally(("SKIP", ""), ("SKIP", "1..0 # SKIP no\n")), ("0 passed, 0 failed, 2 skipped", 1))

    def test_an_unfinished_test_fails(self):
        self.assertEqual(self.tally(("OK", "1..1\nnot ok 1 /a # TODO later\n")), ("0 passed, 0 failed, 1 skipped", 1))

    def test_a_program_without_tests_fails(self):
        self.assertEqual(self.tally(("OK", "TAP version 13\n1..1\n")), ("0 passed, 1 failed", 1))

    def test_none_at_all_fails(self):
        self.assertEqual(self.tally(), ("0 passed, 0 failed", 1))

    def test_a_broken_build_fails(self):
        self.assertEqual(self.tally(("OK", ""), broken="_build-asan"), ("1 passed, 1 failed", 1))


class Tap(unittest.TextTestResult):
    def __init__(self, *args):
        super().__init__(*args)
        self.lines = []

    def addSuccess(self, test):
        self.lines.append(f"ok {self.testsRun} {test.id()}")

    def addFailure(self, test, err):
        self.lines.append(f"not ok {self.testsRun} {test.id()}")
        print(self._exc_info_to_string(err, test), file=sys.stderr)

    addError = addFailure


suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
result = unittest.TextTestRunner(stream=open(os.devnull, "w", encoding="utf-8"), resultclass=Tap).run(suite)
print("\n".join([f"1..{result.testsRun}", *result.lines]))
