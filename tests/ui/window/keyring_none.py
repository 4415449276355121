# keyring_none.py – a token on a computer that has no keyring
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from surmise_window import TOKEN, equal, predict_answer, run


def token_can_be_used_for_the_session(session):
    service = session.serve(predict_answer())
    app = session.start(service=service)

    session.connect(app)
    app.find_label('There Is No Keyring')
    app.find_label('This computer runs no service that keeps passwords. You can use the token for this session only.')
    app.click('Use for This Session Only')

    app.find_label('Drop a Picture')
    app.click('Sample picture: balloons')
    app.wait_for_bars('train', 'railway')
    equal(service.predictions()[0]['headers']['authorization'], f'Key {TOKEN}')


def nothing_of_it_is_left(session):
    service = session.serve()
    app = session.start(service=service, GSETTINGS_BACKEND='keyfile')
    session.connect(app)
    app.click('Use for This Session Only')
    app.find_label('Drop a Picture')
    equal(app.quit(), 0)

    app = session.start(service=service, GSETTINGS_BACKEND='keyfile')

    app.find_label('See What Models See')


run(token_can_be_used_for_the_session, nothing_of_it_is_left)
