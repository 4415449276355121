# leaks.py – a token is nowhere but in the keyring
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import pathlib

from surmise_window import Keyring, equal, predict_answer, refusal, run, user_answer

CANARY = 'c4na7y9e2b4a6188c1d0e7f2b3a495cafe'
FOLDERS = ('HOME', 'XDG_RUNTIME_DIR', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME')


def find_leaks(session, keyring):
    """The files that have the token in them, besides the keyring's and those of the test."""
    found = []
    for folder in [pathlib.Path(os.environ[name]) for name in FOLDERS]:
        for path in folder.rglob('*'):
            if path.is_file() and keyring not in path.parents and CANARY.encode() in path.read_bytes():
                found.append(path)
    return found + [app.output for app in session.apps if CANARY in app.said()]


def whole_session_leaves_no_token(session):
    refused = predict_answer(**refusal(401, 11009, 'API key not found', f'API key {CANARY} was not found'))
    service = session.serve(predict_answer(), refused, predict_answer(), user=user_answer())
    app = session.start(service=service, GSETTINGS_BACKEND='keyfile', G_MESSAGES_DEBUG='all')

    session.connect(app, CANARY)
    app.find_label('Drop a Picture')
    app.click('Sample picture: balloons')
    app.wait_for_bars('train', 'railway')
    app.key('ctrl+r')
    app.find_label('Clarifai Refused This Token')
    app.key('ctrl+r')
    app.wait_for_bars('train', 'railway')
    app.key('ctrl+m')
    app.type('Search Models', 'ada/garden/flowers')
    app.find_label('There is no such model, or this account may not see it.')
    app.key('Escape')
    app.key('ctrl+c')
    app.find_label('Copied 2 concepts')
    equal(Keyring().tokens(), [CANARY])
    equal(app.quit(), 0)

    assert any(CANARY in request['headers'].get('authorization', '') for request in service.requests())
    assert 'DEBUG' in app.said(), 'nothing was logged, so that nothing is proved'
    equal(find_leaks(session, pathlib.Path(os.environ['XDG_DATA_HOME']) / 'keyrings'), [])


run(whole_session_leaves_no_token)
