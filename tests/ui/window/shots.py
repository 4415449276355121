#!/usr/bin/python3
# shots.py – pictures of the window, as a person with an account sees it
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""shots.py BUILD FOLDER [SHOT…]

Draws each page of the window in BUILD, or those named, into FOLDER as PNG files: the views by their names, as in "compare",
and with "-dark", "-narrow" or "-german". The mock service answers, with what fits the sample pictures, or the demo. For the
German ones, BUILD has to be configured with --prefix=BUILD/prefix and installed.
"""
import json
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TOOLS = HERE.parents[1] / 'tools'

if len(sys.argv) < 3:
    sys.exit(__doc__)
BUILD, FOLDER = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])

# Once more, inside a display, a bus and a keyring of its own.
if 'MOCK_SERVICE' not in os.environ:
    FOLDER.mkdir(parents=True, exist_ok=True)
    os.environ |= {'SURMISE': str(BUILD / 'src' / 'surmise'), 'MOCK_SERVICE': str(BUILD / 'tests' / 'support' / 'mock-service'),
                   'GSETTINGS_SCHEMA_DIR': str(BUILD / 'data'), 'GIO_USE_VFS': 'local', 'GTK_IM_MODULE': 'none',
                   'no_proxy': '*', 'SIZE': '1400x1000'}
    os.execv(TOOLS / 'with-display.sh', ['with-display.sh', TOOLS / 'with-keyring.sh', 'unlocked', sys.executable, *sys.argv])

# GNOME's own window buttons.
settings = pathlib.Path(os.environ['XDG_CONFIG_HOME']) / 'gtk-4.0' / 'settings.ini'
settings.parent.mkdir(exist_ok=True)
settings.write_text('[Settings]\ngtk-decoration-layout=appmenu:close\n')

from surmise_window import SAMPLES, Session, answer, catalogue as many_models, predict_answer, refusal, until  # noqa: E402

CONCEPTS = json.loads((HERE / 'shots.json').read_text())
OK = {'code': 10000, 'description': 'Ok'}
MODELS = {
    'general-image-recognition': ('General Image Recognition', 'visual-classifier'),
    'general-image-detection': ('General Image Detection', 'visual-detector'),
    'color-recognition': ('Color Recognition', 'color-classifier'),
    'food-item-recognition': ('Food Item Recognition', 'visual-classifier'),
    'face-detection': ('Face Detection', 'visual-detector'),
    'apparel-recognition': ('Apparel Recognition', 'visual-classifier'),
    'logo-detection-v2': ('Logo Detection', 'visual-detector'),
    'moderation-recognition': ('Moderation Recognition', 'visual-classifier'),
}
KINDS = {'visual-classifier': 'concepts', 'visual-detector': 'regions[...].data.concepts', 'color-classifier': 'colors'}


def model(name, title, kind, user='clarifai', app='main'):
    return {'id': name, 'name': title, 'user_id': user, 'app_id': app, 'model_type_id': kind, 'description': f'{title}.',
            'model_version': {'id': 'aa7f35c01e0642fda5cf400f543e7c40', 'status': {'code': 21100, 'description': 'Trained'}}}


def catalogue():
    """What the service says of its models."""
    public = [model(name, title, kind) for name, (title, kind) in MODELS.items()]
    own = [model('garden-birds', 'Garden Birds', 'visual-classifier', 'ada', 'garden'),
           model('leaves', 'Leaves of Trees', 'visual-classifier', 'ada', 'garden')]
    kinds = [{'id': kind, 'title': kind, 'input_fields': ['image'], 'output_fields': [field]} for kind, field in KINDS.items()]
    answers = [answer('/v2/models', body={'status': OK, 'models': public}),
               answer('/v2/users/ada/models', body={'status': OK, 'models': own}),
               answer('/v2/users/clarifai/models', body={'status': OK, 'models': public})]
    for one in public + own:
        path = f'/v2/users/{one["user_id"]}/apps/{one["app_id"]}/models/{one["id"]}'
        answers.append(answer(path, body={'status': OK, 'model': one}))
    for prefix in ('/v2/users/clarifai/apps/main/models/types', '/v2/models/types'):
        answers.append(answer(prefix, body={'status': OK, 'model_types': kinds}))
        answers += [answer(f'{prefix}/{kind["id"]}', body={'status': OK, 'model_type': kind}) for kind in kinds]
    return answers


def said_of(picture):
    values = CONCEPTS[picture]
    data = {'concepts': [{'id': f'ai_{i}', 'name': name, 'value': value} for i, (name, value) in enumerate(values.items())]}
    return predict_answer(outputs_for_each_input=data)


def save(app, name, window=None, frame=None):
    """The window alone, without the frame that GTK draws where nothing can be seen through."""
    last = None

    def look(node):
        value = node.accessible.get_value_iface()
        return node.role, node.name, value.get_current_value() if value else 0

    def at_rest():
        nonlocal last
        before, last = last, [look(node) for node in app.walk()]
        return before == last

    app.show()
    window = window or until(app.window_id, 'the window is on the screen')
    subprocess.run(['xdotool', 'mousemove', '1390', '990', 'windowfocus', '--sync', window], check=True)
    until(at_rest, 'the window has come to rest')
    target = FOLDER / f'{name}.png'
    pixels = None
    while True:  # bars grow, pages fade
        subprocess.run(['import', '-window', window, target], check=True)
        if target.read_bytes() == pixels:
            break
        pixels = target.read_bytes()
    edge = (app.width_of(window) - (frame or app.find_window('Surmise')).box().width) // 2
    subprocess.run(['convert', target, '-shave', f'{edge}x{edge}', '+repage', '-strip', target], check=True)
    print(target)


def save_other(app, name):
    """The window beside the main one."""
    frame = until(lambda: [node for node in app.walk() if len(node.path) == 1 and node.name not in ('', 'Surmise')], 'a window beside')[0]
    save(app, name, until(lambda: app.window_id(re.escape(frame.name)), f'{frame} is on the screen'), frame)


def start(session, *answers, **more):
    service = session.serve(*answers, *catalogue())
    return session.start_with_account(service=service, **more)


def add(session, app, *pictures):
    """One after the other, so that each gets its own answer."""
    app.show()
    for picture in pictures:
        session.start(SAMPLES / picture).wait()
        until(lambda picture=picture: app.find_all('image', picture), f'{picture} shows')
        until(app.bars, f'{picture} has bars')
        found = app.find_all('push button', re.compile('Got It|Verstanden'))
        if found:
            found[0].click()
    until(lambda: not app.find_all('push button', re.compile('Got It|Verstanden')), 'the bar is gone')


def welcome(session):
    save(session.start(), 'welcome')


def one(session):
    app = start(session, said_of('mountain-lake.jpg'))
    add(session, app, 'mountain-lake.jpg')
    save(app, 'one')


def several(session):
    app = start(session, *map(said_of, CONCEPTS))
    add(session, app, *CONCEPTS)
    save(app, 'several')
    app.key('ctrl+g')
    app.find('table', 'Pictures')
    save(app, 'grid')


def find_windows(app):
    return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(app.process.pid)], check=True, text=True,
                          stdout=subprocess.PIPE).stdout.split()


def find_place(window):
    said = subprocess.run(['xdotool', 'getwindowgeometry', window], check=True, text=True, stdout=subprocess.PIPE).stdout
    return [int(part) for part in re.search(r'Position: (-?\d+),(-?\d+)', said).groups()]


def save_with_popup(app, name, ready):
    """The window with what pops up from it: a window of its own, with black instead of a shadow where nothing can be seen through."""
    save(app, name)
    before, window = find_windows(app), app.window_id()
    app.key('ctrl+m')
    ready()

    target, popup = FOLDER / f'{name}.png', app.session.folder / 'popup.png'
    above = next(one for one in find_windows(app) if one not in before)
    subprocess.run(['import', '-window', above, popup], check=True)
    x, y = (a - b - 5 for a, b in zip(find_place(above), find_place(window)))
    like_black = '8%' if name.endswith('-dark') else '80%'
    subprocess.run(['convert', target, '(', popup, '-alpha', 'set', '-fuzz', like_black, '-fill', 'none',
                    '-draw', 'matte 0,0 floodfill', ')', '-geometry', f'{x:+d}{y:+d}',
                    '-composite', '-strip', target], check=True)


def chooser(session):
    def ready():
        app.find('list item', re.compile('Food Item Recognition'))
        until(lambda: app.find_all('label', 'boxes'), 'it is known what the models answer with')

    app = start(session, said_of('balloons.jpg'))
    add(session, app, 'balloons.jpg')
    save_with_popup(app, 'chooser', ready)


def accounts(session):
    service = session.serve(*catalogue())
    app = session.start(service=service)
    session.connect(app)
    app.find_label('Connected as ada')
    app.click('Main menu')
    app.click('Accounts…', 'menu item')
    app.find_window('Accounts')
    app.find('radio button', re.compile('ada'))
    target = FOLDER / 'accounts.png'
    window = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--name', '^Accounts$'], check=True, text=True,
                            stdout=subprocess.PIPE).stdout.split()[-1]
    subprocess.run(['import', '-window', window, target], check=True)
    subprocess.run(['convert', target, '-shave', '5x5', '+repage', '-strip', target], check=True)
    print(target)


def error(session):
    app = start(session, predict_answer(**refusal(401, 11009, 'API key not found')))
    app.show()
    session.start(SAMPLES / 'lighthouse.jpg').wait()
    app.find_label('Clarifai Refused This Token')
    save(app, 'error')


def dark(session):
    app = start(session, said_of('lighthouse.jpg'), ADW_DEBUG_COLOR_SCHEME='prefer-dark')
    add(session, app, 'lighthouse.jpg')
    save(app, 'dark')


def narrow(session):
    app = start(session, said_of('lemons.jpg'))
    add(session, app, 'lemons.jpg')
    subprocess.run(['xdotool', 'windowsize', '--sync', app.window_id(), '370', '720'], check=True)
    until(lambda: app.find_window('Surmise').box().width <= 362, 'the window is narrow')
    save(app, 'narrow')


def german(session):
    locales = session.folder / 'locales'
    subprocess.run([TOOLS / 'make-locales.sh', locales, 'de_DE.UTF-8'], check=True)
    app = start(session, said_of('balloons.jpg'), LOCPATH=str(locales), LC_ALL='de_DE.UTF-8', LANGUAGE='de')
    add(session, app, 'balloons.jpg')
    app.find_label(re.compile('^ab 50'))
    save(app, 'german')


# Each view in four variants: these get the variant's environment, and show the view in a window whose size is set.

def start_demo(session, model, picture, more):
    app = session.start('--demo', '--model', f'demo/on-device/{model}', SAMPLES / picture, **more)
    app.find('image', picture)
    until(lambda: app.find_all('image', picture) and not app.find_all(None, re.compile('Waiting|Warten')), 'there is an answer')
    return app


def start_many(session, more, *answers):
    service = session.serve(said_of('balloons.jpg'), *answers, many_models(10000, 300))
    app = session.start_with_account(SAMPLES / 'balloons.jpg', service=service, **more)
    until(app.bars, 'there are bars')
    return app


def search(app, text):
    entry = app.find('entry', re.compile('^(Search Models|Modelle suchen)$'))
    entry.accessible.get_editable_text_iface().set_text_contents(text)


def show_boxes(session, name, size, **more):
    app = start_demo(session, 'salient-region', 'balloons.jpg', more)
    app.resize(*size)
    save(app, name)


def show_colors(session, name, size, **more):
    app = start_demo(session, 'color-recognition', 'lemons.jpg', more)
    app.resize(*size)
    save(app, name)


def show_masks(session, name, size, **more):
    app = start_demo(session, 'color-segments', 'mountain-lake.jpg', more)
    app.resize(*size)
    save(app, name)


def show_words(session, name, size, **more):
    app = start_demo(session, 'color-question', 'balloons.jpg', more)
    app.resize(*size)
    prompt = app.find(None, None, lambda node: node.role == 'text' and node.has('EDITABLE'))
    prompt.accessible.get_editable_text_iface().set_text_contents('How much sky blue and sienna is there?')
    app.click(re.compile('^(Ask|Fragen)$'))
    app.find_label(re.compile('SkyBlue'))
    save(app, name)


def show_made(session, name, size, **more):
    app = start_demo(session, 'picture-filter', 'lighthouse.jpg', more)
    app.resize(*size)
    save(app, name)


def show_numbers(session, name, size, **more):
    app = start_demo(session, 'picture-signature', 'lighthouse.jpg', more)
    app.resize(*size)
    save(app, name)


def show_compare(session, name, size, **more):
    other = {'hot air balloon': 0.87, 'sky': 0.93, 'parachute': 0.64, 'desert': 0.58}
    data = {'concepts': [{'id': f'b{i}', 'name': one, 'value': value} for i, (one, value) in enumerate(other.items())]}
    app = start_many(session, more, predict_answer('/v2/users/clarifai/apps/main/models/general-image-detection/outputs',
                                                   outputs_for_each_input=data))
    app.resize(*size)
    app.key('ctrl+d')
    app.click(re.compile('^(Add Model|Modell hinzufügen)$'))
    search(app, 'clarifai/main/general-image-detection')
    app.find_label('General Image Detection, made up for tests: Visual Detector.')
    app.key('Return')
    app.find(None, re.compile(r' 2: General Image Detection\. .*4 '))
    save(app, name)


def show_find(session, name, size, **more):
    def ready():
        search(app, 'misty birds')
        app.find('list item', re.compile('^Misty Birds'))

    app = start_many(session, more)
    app.resize(*size)
    save_with_popup(app, name, ready)


def show_page(session, name, size, **more):
    app = start_many(session, more)
    app.key('ctrl+i')
    app.find_label('What it is')
    if size[0] < 400:
        subprocess.run(['xdotool', 'windowsize', '--sync', app.window_id('General Image Recognition'), *map(str, size)], check=True)
    save_other(app, name)


def show_code(session, name, size, **more):
    app = start_many(session, more)
    app.key('ctrl+shift+c')
    save_other(app, name)


def show_raw(session, name, size, **more):
    app = start_many(session, more)
    app.key('ctrl+u')
    save_other(app, name)


def show_presentation(session, name, size, **more):
    app = start_many(session, more)
    app.resize(*((1200, 700) if size[0] > 400 else size))
    app.key('F11')
    app.find(None, re.compile('^hot air balloon, 99'))
    save(app, name)


def make_shot(show, variant):
    def shot(session):
        more = {}
        if variant == '-dark':
            more['ADW_DEBUG_COLOR_SCHEME'] = 'prefer-dark'
        if variant == '-german':
            subprocess.run([TOOLS / 'make-locales.sh', session.folder / 'locales', 'de_DE.UTF-8'], check=True)
            more |= {'LOCPATH': str(session.folder / 'locales'), 'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'de'}
        show(session, shot.__name__, (370, 730) if variant == '-narrow' else (970, 650), **more)

    shot.__name__ = show.__name__.removeprefix('show_') + variant
    return shot


VIEWS = (show_boxes, show_colors, show_masks, show_words, show_made, show_numbers, show_compare, show_find, show_page, show_code,
         show_raw, show_presentation)
SHOTS = (welcome, one, several, chooser, accounts, error, dark, narrow, german,
         *(make_shot(show, variant) for show in VIEWS for variant in ('', '-dark', '-narrow', '-german')))


def draw(shot):
    session = Session()
    try:
        shot(session)
    except BaseException:
        session.report(f'failed-{shot.__name__}')
        raise
    finally:
        session.end()


chosen = [shot for shot in SHOTS if shot.__name__ in sys.argv[3:]]
if len(chosen) == 1:
    draw(chosen[0])
else:
    for shot in chosen or SHOTS:
        subprocess.run([sys.executable, *sys.argv[:3], shot.__name__], check=True)
