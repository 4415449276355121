# keyring_slow.py – a keyring that does not answer for a while
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from surmise_window import TOKEN, Keyring, equal, predict_answer, run


def window_can_be_used_at_once(session):
    Keyring.hold(True)
    try:
        app = session.start()
        app.click('Try the Demo')
        app.click('Sample picture: balloons')
        app.wait_for_bars()
    finally:
        Keyring.hold(False)


def picture_waits_for_the_token(session):
    service = session.serve(predict_answer())
    app = session.start(service=service)
    session.connect(app)
    app.find_label('Drop a Picture')
    equal(app.quit(), 0)

    Keyring.hold(True)
    try:
        app = session.start(session.picture(), service=service)
        app.find_label('Waiting for the keyring, where your tokens are…')
        equal(service.predictions(), [])
    finally:
        Keyring.hold(False)

    app.wait_for_bars('train', 'railway')
    equal(service.predictions()[0]['headers']['authorization'], f'Key {TOKEN}')
    app.wait_gone('label', 'Waiting for the keyring, where your tokens are…')


run(window_can_be_used_at_once, picture_waits_for_the_token)
