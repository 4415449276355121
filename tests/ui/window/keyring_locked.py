# keyring_locked.py – a token in a keyring that is locked
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from surmise_window import TOKEN, Keyring, equal, predict_answer, run


def locked_keyring_offers_the_session(session):
    Keyring().lock()
    service = session.serve(predict_answer())
    app = session.start(service=service)

    session.connect(app)
    app.click('Use for This Session Only')

    app.find_label('Drop a Picture')
    app.click('Sample picture: balloons')
    app.wait_for_bars('train', 'railway')
    equal(service.predictions()[0]['headers']['authorization'], f'Key {TOKEN}')
    equal(Keyring().search(), ([], []))


run(locked_keyring_offers_the_session)
