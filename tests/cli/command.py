# command.py – surmise tag, run as a person or a script would
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: Run, the mock service, pictures, and a runner that prints TAP."""
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import traceback
import zlib

SURMISE, MOCK_SERVICE = sys.argv[1:3]
SECONDS = 60
TOKEN = '5f3a0c7d9e2b4a6188c1d0e7f2b3a495'
PREDICT = '/v2/users/ada/apps/lab/models/birds/outputs'
MODEL = 'ada/lab/birds'


def png(width, height, paint):
    """A picture whose pixel at x, y is paint(x, y)."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    rows = b''.join(b'\0' + b''.join(bytes(paint(x, y)) for x in range(width)) for y in range(height))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


def red(_x, _y):
    return 255, 0, 0


def blue(_x, _y):
    return 0, 0, 255


class Case:
    """A private folder with pictures, and perhaps a service."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.service = None
        self.base = None
        for name, paint in {'red.png': red, 'blue.png': blue}.items():
            self.write(name, png(40, 30, paint))

    def write(self, name, data):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def path(self, name):
        return str(self.folder / name)

    def serve(self, *answers):
        script = self.write('script.json', json.dumps(answers).encode())
        self.service = subprocess.Popen([MOCK_SERVICE, str(script), self.path('log.jsonl')], text=True, encoding='utf-8',
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.base = self.service.stdout.readline().strip()

    def requests(self):
        return [json.loads(line) for line in (self.folder / 'log.jsonl').read_text(encoding='utf-8').splitlines()]

    def close(self):
        if self.service is not None:
            self.service.stdin.close()
            self.service.wait(SECONDS)
            self.service.stdout.close()

    def tag(self, *arguments, account=True, **variables):
        """Runs surmise tag in the case's folder, without a screen and without a session bus."""
        environment = {name: value for name, value in os.environ.items()
                       if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR')}
        environment |= {'HOME': str(self.folder), 'XDG_CONFIG_HOME': self.path('config'), 'XDG_DATA_HOME': self.path('data')}
        if self.base is not None and account:
            environment |= {'CLARIFAI_PAT': TOKEN, 'CLARIFAI_API_BASE': self.base}
        environment |= variables
        return subprocess.run([SURMISE, 'tag', *arguments], cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, encoding='utf-8', timeout=SECONDS, check=False)


def concepts(**values):
    return {'concepts': [{'id': f'ai_{name}', 'name': name.replace('_', ' '), 'value': value}
                         for name, value in values.items()]}


def answer(path=PREDICT, method='POST', **rest):
    return {'method': method, 'path': path, **rest}


def equal(got, wanted):
    assert got == wanted, f'got {got!r}, not {wanted!r}'


def ended(result, status):
    assert result.returncode == status, f'status {result.returncode}, not {status}: {result.stdout}{result.stderr}'
    return result


def run(tests):
    """Each test gets a Case; what it asserts is told in TAP."""
    print(f'1..{len(tests)}')
    failed = 0
    for number, test in enumerate(tests, 1):
        with tempfile.TemporaryDirectory(prefix='surmise-cli-') as folder:
            case = Case(folder)
            try:
                test(case)
                result = 'ok'
            except Exception:  # a test that breaks is one that fails, and the next one runs all the same
                result = 'not ok'
                failed += 1
                print(''.join(f'# {line}\n' for line in traceback.format_exc().splitlines()), end='')
            finally:
                case.close()
        print(f'{result} {number} {test.__name__}', flush=True)
    sys.exit(1 if failed else 0)
