# keyring_locked_later.py – a kept token whose keyring was locked since
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from surmise_window import Keyring, equal, run


def account_is_there_and_says_what_it_needs(session):
    service = session.serve()
    app = session.start(service=service)
    session.connect(app)
    app.find_label('Drop a Picture')
    equal(app.quit(), 0)
    Keyring().lock()

    app = session.start(session.picture(), service=service)

    app.find_label('The keyring is locked, and the token with it.')
    app.find('push button', 'Unlock')
    equal(service.predictions(), [])


run(account_is_there_and_says_what_it_needs)
