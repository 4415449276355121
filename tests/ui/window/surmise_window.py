# surmise_window.py – a running window, driven and looked at as a person would
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window's tests share.

A scenario is a function that gets a Session and is handed to run(). The session has folders of its own, starts the mock
service and the application, and ends only what it started. Nothing waits for a fixed time: until() asks again and again
until a condition holds, and fails when it has not within its deadline. When a scenario fails, the tree of accessible
objects and a picture of the screen go to the log.
"""
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import warnings

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

warnings.simplefilter('ignore', DeprecationWarning)

SECONDS = 20  # how long a condition may take; far more than it does, as other tests run beside this one
SOURCE = pathlib.Path(__file__).resolve().parents[3]
DATA = SOURCE / 'tests' / 'data'
SAMPLES = SOURCE / 'data' / 'samples'
TOKEN = '5f3a0c7d9e2b4a6188c1d0e7f2b3a495'
PREDICT = '/v2/users/clarifai/apps/main/models/general-image-recognition/outputs'
TYPE_NAME = re.compile(r'(Gtk|Adw|Surmise)[A-Z][A-Za-z]*')  # what GTK 4.8 calls an accessible that has no name


def until(condition, what, seconds=SECONDS):
    """Waits until condition() is true, and returns what it returned."""
    end = time.monotonic() + seconds
    pause = 0.03
    while True:
        try:
            found = condition()
        except GLib.Error:  # what was being looked at has gone meanwhile
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f'after {seconds} seconds still not: {what}')
        time.sleep(pause)
        pause = min(pause * 1.5, 0.3)  # looking costs the other tests time


def equal(got, wanted):
    assert got == wanted, f'got {got!r}, not {wanted!r}'


def answer(path, method='GET', **rest):
    return {'method': method, 'path': path, **rest}


def user_answer(**rest):
    return answer('/v2/users/me', body=json.loads((DATA / 'user.json').read_text()), **rest)


def concepts(**values):
    return {'concepts': [{'id': f'ai_{name}', 'name': name.replace('_', ' '), 'value': value}
                         for name, value in values.items()]}


def regions(**boxes):
    """Boxes by the name of what is in them: (confidence, (top, left, bottom, right)), edges from 0 to 1."""
    edges = ('top_row', 'left_col', 'bottom_row', 'right_col')
    return {'regions': [{'id': f'region-{name}', 'value': value, 'region_info': {'bounding_box': dict(zip(edges, box))},
                         'data': {'concepts': [{'id': f'ai_{name}', 'name': name, 'value': value}]}}
                        for name, (value, box) in boxes.items()]}


def predict_answer(path=PREDICT, **rest):
    """An answer of the service to a picture: train and railway, unless something else is given."""
    if not {'body', 'text', 'outputs_for_each_input'} & rest.keys():
        rest['outputs_for_each_input'] = concepts(train=0.99960595, railway=0.99929917, cloud=0.31)
    return answer(path, 'POST', **rest)


def failure(code, description, details=''):
    return {'status': {'code': code, 'description': description, 'details': details, 'req_id': 'a1'}}


def catalogue(models, names=40):
    """Makes the service know so many public models, which it makes up, each with so many concepts."""
    return {'catalogue': models, 'concepts': names}


def refusal(status, code, description, details=''):
    """The rest of an answer that is a failure of all that was asked."""
    return {'status': status, 'body': failure(code, description, details)}


def clipboard(target='UTF8_STRING'):
    return subprocess.run(['xclip', '-selection', 'clipboard', '-t', target, '-o'], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL).stdout.decode(errors='replace')


class Keyring:
    """The session's keyring, looked at from outside."""

    NAME = 'org.freedesktop.secrets'
    SERVICE = 'org.freedesktop.Secret.Service'
    LOGIN = '/org/freedesktop/secrets/collection/login'

    def __init__(self):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)

    def call(self, path, interface, method, types='()', *values):
        return self.bus.call_sync(self.NAME, path, interface, method, GLib.Variant(types, values), None,
                                  Gio.DBusCallFlags.NONE, 10000, None).unpack()

    def search(self):
        attributes = {'application': 'io.github.surmise.Surmise'}
        return self.call('/org/freedesktop/secrets', self.SERVICE, 'SearchItems', '(a{ss})', attributes)

    def tokens(self):
        """What is kept in the open keyring."""
        unlocked, _ = self.search()
        _, session = self.call('/org/freedesktop/secrets', self.SERVICE, 'OpenSession', '(sv)', 'plain', GLib.Variant('s', ''))
        secrets, = self.call('/org/freedesktop/secrets', self.SERVICE, 'GetSecrets', '(aoo)', unlocked, session)
        return [bytes(secret[2]).decode() for secret in secrets.values()]

    def clear(self):
        for item in self.search()[0]:
            self.call(item, 'org.freedesktop.Secret.Item', 'Delete', '()')

    def lock(self):
        self.call('/org/freedesktop/secrets', self.SERVICE, 'Lock', '(ao)', [self.LOGIN])

    @staticmethod
    def hold(held):
        """Makes the keyring's daemon stop answering, or go on."""
        os.kill(int(os.environ['KEYRING_PID']), signal.SIGSTOP if held else signal.SIGCONT)


class Node:
    """An accessible object, as it was when it was looked at, and as it can be acted on."""

    def __init__(self, accessible, path=()):
        self.accessible = accessible
        self.path = path
        self.role = accessible.get_role_name()
        name = accessible.get_name() or ''
        self.name = '' if TYPE_NAME.fullmatch(name) else self.plain(name)

    @staticmethod
    def plain(name):
        # GTK 4.8 names a button with a mnemonic "_Fetch Fetch", after its label and after the label's own text, and a menu
        # button's inner button "Main menu Main menu".
        first, _, _ = name.partition(' ')
        name = name.replace('_', '')
        half = len(name) // 2
        if len(name) % 2 and name[half] == ' ' and name[:half] == name[half + 1:]:
            return name[:half]
        return name

    @property
    def description(self):
        return self.accessible.get_description() or ''

    @property
    def value(self):
        value = self.accessible.get_value_iface()
        if value is None:  # libatspi says so of what has gone, where other calls end in an error
            raise GLib.Error(f'{self!r} has gone')
        return value.get_current_value()

    @property
    def text(self):
        return Atspi.Text.get_text(self.accessible, 0, Atspi.Text.get_character_count(self.accessible))

    def has(self, state):
        return self.accessible.get_state_set().contains(getattr(Atspi.StateType, state))

    @property
    def actions(self):
        action = self.accessible.get_action_iface()
        return [action.get_action_name(i) for i in range(action.get_n_actions())] if action else []

    def act(self, *names):
        actions = self.actions
        for name in names:
            if name in actions:
                assert self.accessible.get_action_iface().do_action(actions.index(name)), f'{self} does not {name}'
                return
        raise AssertionError(f'{self} has none of {names}, but {actions}')

    def click(self):
        self.act('click', 'clicked', 'activate')

    def focus(self):
        self.accessible.get_component_iface().grab_focus()

    def box(self):
        return self.accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)

    def __repr__(self):
        return f'{self.role} {self.name!r}'


class Service:
    """The mock service: what it was asked, and what it answers."""

    def __init__(self, folder, answers):
        script = folder / 'script.json'
        self.log = folder / 'requests.jsonl'
        self.log.touch()
        script.write_text(json.dumps(answers))
        self.process = subprocess.Popen([os.environ['MOCK_SERVICE'], script, self.log], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.base = self.process.stdout.readline().strip()
        assert self.base.startswith('http://127.0.0.1:'), 'the mock service did not start'

    def requests(self, method=None, path=None):
        lines = self.log.read_text().splitlines()
        all_requests = [json.loads(line) for line in lines if line.endswith('}')]
        return [request for request in all_requests
                if method in (None, request['method']) and path in (None, request['path'])]

    def predictions(self):
        return [request for request in self.requests('POST') if request['path'].endswith('/outputs')]

    def inputs(self):
        """The pictures it was sent: each {"url": …} or {"base64": …}."""
        return [one['data']['image'] for request in self.predictions() for one in json.loads(request['body'])['inputs']]

    def wait_for_predictions(self, n):
        until(lambda: len(self.predictions()) >= n, f'{n} requests for a prediction')
        return self.predictions()

    def stop(self):
        self.process.stdin.close()
        self.process.wait()


class App:
    """A running surmise."""

    def __init__(self, session, arguments, environment):
        self.session = session
        self.output = session.folder / f'output-{len(session.apps)}.txt'
        with open(self.output, 'wb') as output:
            self.process = subprocess.Popen([os.environ['SURMISE'], *map(str, arguments)], env=environment, cwd=session.folder,
                                            stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
        self.accessible = None

    # Looking

    def find_accessible(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid and child.get_child_count() > 0:
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        status = self.process.poll()
        if status is not None:
            raise AssertionError(f'surmise ended with {status}')
        return None

    def show(self):
        """Waits until its window is there."""
        if self.accessible is None:
            self.accessible = until(self.find_accessible, 'surmise has a window')
        return self

    @staticmethod
    def is_mapped(accessible):
        """Whether it is on the screen, or would be after scrolling. GTK 4.8 calls everything visible, on hidden pages of a
        stack too, but only what is mapped contains its own middle."""
        component = accessible.get_component_iface()
        if component is None:  # the application, or a page of a stack: no widget itself, but the parent of one
            return True
        box = component.get_extents(Atspi.CoordType.WINDOW)
        return component.contains(box.x + box.width // 2, box.y + box.height // 2, Atspi.CoordType.WINDOW)

    def walk(self, accessible=None, path=()):
        """Everything that is mapped, parents first."""
        if accessible is None:
            accessible = self.show().accessible
        if not self.is_mapped(accessible):
            return
        node = Node(accessible, path)
        yield node
        for i in range(accessible.get_child_count()):
            child = accessible.get_child_at_index(i)
            if child is not None:
                yield from self.walk(child, path + (node,))

    def find_all(self, role=None, name=None, description=None, where=None):
        def fits(wanted, got):
            return wanted is None or (bool(wanted.search(got)) if isinstance(wanted, re.Pattern) else wanted == got)

        return [node for node in self.walk()
                if fits(role, node.role) and fits(name, node.name)
                and (description is None or fits(description, node.description)) and (where is None or where(node))]

    def find(self, role, name, where=None, seconds=SECONDS):
        return until(lambda: self.find_all(role, name, where=where), f'{role} {name!r} is there', seconds)[0]

    def find_window(self, title):
        """Waits for a window of this title. GTK 4.8 calls a window a frame or, at times, a filler."""
        return self.find(None, title, where=lambda node: len(node.path) == 1)

    def wait_gone(self, role, name):
        until(lambda: not self.find_all(role, name), f'{role} {name!r} is gone')

    def labels(self):
        return [node.name for node in self.walk() if node.role == 'label' and node.name]

    def find_label(self, text, seconds=SECONDS):
        """Waits for a label: all of it as a string, a part of it as a pattern."""
        return self.find('label', text, seconds=seconds)

    def bars(self):
        """Each confidence bar: (name, description, value)."""
        return [(node.name, node.description, node.value) for node in self.walk() if node.role == 'level bar']

    def wait_for_bars(self, *names):
        """Waits for bars of these names and no others, in this order; of any names where none are given."""
        def there():
            bars = self.bars()
            return bars if bars and (not names or [bar[0] for bar in bars] == list(names)) else None

        return until(there, f'bars {names}')

    # Acting

    def click(self, name, role='push button', where=None):
        node = until(lambda: self.find_all(role, name, where=lambda node: 'click' in node.actions and (not where or where(node))),
                     f'{role} {name!r} can be clicked')[0]
        node.click()

    def choose(self, name, *keys, window='Surmise'):
        """Opens a drop-down of this window and goes through its list with keys, from where it is."""
        def is_inside(node):
            return any(parent.role == 'combo box' and parent.name == name for parent in node.path)

        def count_items():
            return len(self.find_all('list item'))

        self.focus_window(window)
        before = count_items()
        self.click(None, where=is_inside)
        until(lambda: count_items() > before, 'the list is open')
        self.key(*keys, 'Return', window=window)

    def type(self, name, text, role=None):
        """Puts a text into a named entry."""
        def editable(node):
            return node.accessible.get_editable_text_iface() is not None and node.has('EDITABLE')

        self.find(role, name, editable).accessible.get_editable_text_iface().set_text_contents(text)

    @staticmethod
    def width_of(window):
        said = subprocess.run(['xdotool', 'getwindowgeometry', window], text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        found = re.search(r'Geometry: (\d+)x', said)
        return int(found[1]) if found else 0

    def window_id(self, name='Surmise'):
        found = subprocess.run(['xdotool', 'search', '--all', '--onlyvisible', '--pid', str(self.process.pid), '--name', f'^{name}$'],
                               stdout=subprocess.PIPE, text=True).stdout.split()
        return max(found, key=self.width_of, default=None)  # tooltips are windows of the same name

    def focus_window(self, name='Surmise'):
        self.show()
        window = until(lambda: self.window_id(name), f'the window {name!r} is on the screen')
        managed = os.environ.get('WM')
        subprocess.run(['xdotool', 'windowactivate' if managed else 'windowfocus', '--sync', window], check=True)
        until(lambda: self.find_window(name).has('ACTIVE'), f'the window {name!r} is active')
        return window

    def find_frame(self, window='Surmise'):
        """The window of the screen, and how wide the frame is that GTK draws around it itself."""
        shown = self.focus_window(window)
        return shown, (self.width_of(shown) - self.find_window(window).box().width) // 2

    @staticmethod
    def hover(node, frame):
        """Moves the pointer into the middle of it."""
        shown, edge = frame
        box = node.box()
        subprocess.run(['xdotool', 'mousemove', '--window', shown, str(edge + box.x + box.width // 2),
                        str(edge + box.y + box.height // 2)], check=True)

    def press(self, node, window='Surmise'):
        """Clicks into the middle of it with the pointer."""
        self.hover(node, self.find_frame(window))
        subprocess.run(['xdotool', 'click', '1'], check=True)

    @staticmethod
    def pixels(node, frame):
        """What the window shows of it."""
        shown, edge = frame
        box = node.box()
        return subprocess.run(['import', '-window', shown, '-crop', f'{box.width}x{box.height}+{edge + box.x}+{edge + box.y}', '+repage',
                               'rgb:-'], check=True, stdout=subprocess.PIPE).stdout

    def resize(self, width, height):
        """Makes the window, with the frame that GTK draws around it, so large."""
        window = until(self.window_id, 'the window is on the screen')
        subprocess.run(['xdotool', 'windowsize', '--sync', window, str(width), str(height)], check=True)

    def key(self, *keys, window='Surmise'):
        """Presses keys while the window has the focus."""
        self.focus_window(window)
        subprocess.run(['xdotool', 'key', '--clearmodifiers', *keys], check=True)

    # Ending

    def said(self):
        return self.output.read_text(errors='replace')

    def wait(self, seconds=SECONDS):
        return self.process.wait(seconds)

    def quit(self):
        """Closes the window as its close button does, and returns the status."""
        self.click('Close')
        return self.wait()

    def kill(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGKILL)
                self.process.wait()


class Session:
    """Folders, a service and applications of a scenario."""

    def __init__(self):
        self.holder = tempfile.TemporaryDirectory(prefix='surmise-window-')
        self.folder = pathlib.Path(self.holder.name)
        self.apps = []
        self.services = []
        self.others = []
        shared = self.folder / 'share' / 'surmise'
        shared.mkdir(parents=True)
        (shared / 'samples').symlink_to(SAMPLES)
        for kind in ('scalable', 'symbolic'):
            icons = self.folder / 'share' / 'icons' / 'hicolor' / kind / 'apps'
            icons.mkdir(parents=True)
            for icon in (SOURCE / 'data' / 'icons').glob('*.svg'):
                if ('symbolic' in icon.stem) == (kind == 'symbolic'):
                    (icons / icon.name).symlink_to(icon)

    def serve(self, *answers, user=None):
        """A service that knows the token's user, unless it is to answer something else."""
        folder = self.folder / f'service-{len(self.services)}'
        folder.mkdir()
        service = Service(folder, [user or user_answer(), *answers])
        self.services.append(service)
        return service

    def environment(self, service=None, token=None, **more):
        environment = {key: value for key, value in os.environ.items()
                       if not key.startswith('CLARIFAI_') and key not in ('GTK_A11Y', 'NO_AT_BRIDGE', 'SECRET_BACKEND')}
        environment['XDG_DATA_DIRS'] = f'{self.folder}/share:/usr/share'
        environment['G_DEBUG'] = 'fatal-criticals'
        if service is not None:
            environment['CLARIFAI_API_BASE'] = service.base
        if token is not None:
            environment['CLARIFAI_PAT'] = token
        environment.update(more)
        return environment

    def start(self, *arguments, service=None, token=None, **more):
        """Starts the application; environment variables can be given by name."""
        app = App(self, arguments, self.environment(service, token, **more))
        self.apps.append(app)
        return app

    def start_with_account(self, *arguments, service, **more):
        """With an account that works and needs no keyring, which has seen all that is said once."""
        return self.start(*arguments, service=service, token=TOKEN, **more)

    def picture(self, name='lake.jpg', sample='mountain-lake.jpg'):
        """A copy of a sample picture under a name of its own."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((SAMPLES / sample).read_bytes())
        return path

    def spawn(self, *command, **more):
        """Another program, ended with the session."""
        process = subprocess.Popen([str(word) for word in command], **more)
        self.others.append(process)
        return process

    def clip(self, content, target='UTF8_STRING'):
        """Puts something into the clipboard, as another program would."""
        source = self.folder / f'clip-{len(self.others)}'
        source.write_bytes(content.encode() if isinstance(content, str) else content)
        self.spawn('xclip', '-quiet', '-selection', 'clipboard', '-t', target, '-i', source, stderr=subprocess.DEVNULL)
        until(lambda: target in clipboard('TARGETS').split(), f'{target} is in the clipboard')

    def start_drag(self, kind, *what, **more):
        """Begins to drag onto the window with the pointer: drag.sh, running."""
        self.apps[-1].show()
        until(self.apps[-1].window_id, 'the window is on the screen')
        return self.spawn(SOURCE / 'tests' / 'tools' / 'drag.sh', 'Surmise', kind, *what, env={**os.environ, **more})

    def drag(self, kind, *what):
        """Drags onto the window and drops. Returns whether the window would take it."""
        status = self.start_drag(kind, *what).wait(40)
        assert status in (0, 3), f'drag.sh ended with {status}'
        return status == 0

    def report(self, name):
        """What helps to see why it failed."""
        for app in self.apps:
            print(f'--- surmise, status {app.process.poll()}, said:\n{app.said()}', file=sys.stderr)
            if app.process.poll() is not None or app.accessible is None:
                continue
            try:
                for node in app.walk():
                    value = node.accessible.get_value_iface()
                    shown = f' {value.get_current_value():g}' if value else ''
                    print('  ' * len(node.path) + f'{node!r} {node.description!r}{shown}', file=sys.stderr)
            except GLib.Error as error:
                print(error, file=sys.stderr)
        for service in self.services:
            print(f'--- the service was asked:\n{service.log.read_text()[:4000]}', file=sys.stderr)
        shot = pathlib.Path(os.environ.get('SHOTS', self.folder)) / f'{name}.png'
        if subprocess.run(['import', '-window', 'root', shot]).returncode == 0:
            print(f'--- the screen: {shot}', file=sys.stderr)

    def connect(self, app, token=TOKEN):
        """Adds an account as a person does: to the page, paste, Enter."""
        app.click('Connect to Clarifai…')
        app.find_label('Personal Access Token')
        self.clip(token)
        app.key('ctrl+v')
        until(lambda: app.find('text', 'Personal Access Token').text, 'the token was pasted')
        app.key('Return')

    def end(self):
        for app in self.apps:
            app.kill()
        for process in self.others:
            process.terminate()
            process.wait()
        for service in self.services:
            service.stop()
        if os.environ.get('KEYRING_PID'):
            Keyring().clear()
        self.holder.cleanup()


def run_one(scenario):
    session = Session()
    try:
        scenario(session)
        for app in session.apps:
            status = app.process.poll()
            assert status in (None, 0), f'surmise ended with {status}'
    except Exception:
        traceback.print_exc()
        session.report(scenario.__name__)
        return 1
    finally:
        session.end()
    return 0


def run(*scenarios):
    """Runs each scenario with a session and in a process of its own, and exits with 1 if one failed.

    "PART/PARTS" as an argument makes it a part of them only, and a scenario's name that one alone, in this process."""
    arguments = sys.argv[1:]
    chosen = [scenario for scenario in scenarios if scenario.__name__ in arguments]
    if chosen:
        sys.exit(run_one(chosen[0]))

    part, _, parts = arguments[0].partition('/') if arguments else ('1', '/', '1')
    failed = 0
    for scenario in scenarios[int(part) - 1::int(parts)]:
        status = subprocess.run([sys.executable, '-X', 'faulthandler', sys.argv[0], scenario.__name__]).returncode
        print(f'{"not ok" if status else "ok"} {scenario.__name__}', flush=True)
        failed = failed or status
    sys.exit(1 if failed else 0)
