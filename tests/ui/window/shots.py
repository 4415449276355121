#!/usr/bin/python3
# shots.py – pictures of the window, as a person with an account sees it
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""shots.py BUILD FOLDER [SHOT…]

Draws each page of the window in BUILD, or those named, into FOLDER as PNG files. The mock service answers, with what fits
the sample pictures. For the German one, BUILD has to be configured with --prefix=BUILD/prefix and installed.
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

from surmise_window import SAMPLES, Session, answer, predict_answer, refusal, until  # noqa: E402

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


def save(app, name):
    """The window alone, without the frame that GTK draws where nothing can be seen through."""
    last = None

    def at_rest():
        nonlocal last
        before, last = last, [(node.role, node.name, node.value if node.role == 'level bar' else 0) for node in app.walk()]
        return before == last

    app.show()
    window = until(app.window_id, 'the window is on the screen')
    subprocess.run(['xdotool', 'mousemove', '1390', '990', 'windowfocus', '--sync', window], check=True)
    until(at_rest, 'the window has come to rest')
    target = FOLDER / f'{name}.png'
    pixels = None
    while True:  # bars grow, pages fade
        subprocess.run(['import', '-window', window, target], check=True)
        if target.read_bytes() == pixels:
            break
        pixels = target.read_bytes()
    outer = re.search(r'Geometry: (\d+)x', subprocess.run(['xdotool', 'getwindowgeometry', window], check=True, text=True,
                                                          stdout=subprocess.PIPE).stdout)
    edge = (int(outer[1]) - app.find_window('Surmise').box().width) // 2
    subprocess.run(['convert', target, '-shave', f'{edge}x{edge}', '+repage', '-strip', target], check=True)
    print(target)


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


def chooser(session):
    app = start(session, said_of('balloons.jpg'))
    add(session, app, 'balloons.jpg')
    save(app, 'chooser')
    before, window = find_windows(app), app.window_id()
    app.key('ctrl+m')
    app.find('list item', re.compile('Food Item Recognition'))
    until(lambda: app.find_all('label', 'boxes'), 'it is known what the models answer with')

    # What pops up is a window of its own, with black instead of a shadow where nothing can be seen through.
    target, popup = FOLDER / 'chooser.png', session.folder / 'popup.png'
    above = next(one for one in find_windows(app) if one not in before)
    subprocess.run(['import', '-window', above, popup], check=True)
    x, y = (a - b - 5 for a, b in zip(find_place(above), find_place(window)))
    subprocess.run(['convert', target, '(', popup, '-alpha', 'set', '-fuzz', '80%', '-fill', 'none',
                    '-draw', 'matte 0,0 floodfill', ')', '-geometry', f'{x:+d}{y:+d}',
                    '-composite', '-strip', target], check=True)


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


SHOTS = (welcome, one, several, chooser, accounts, error, dark, narrow, german)


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
