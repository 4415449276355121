# options.py – how precisely a model is asked
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from surmise_window import equal, run, until

MODEL = 'demo/on-device/picture-properties'


def start(session):
    app = session.start('--demo', '--model', MODEL, session.picture(), GSETTINGS_BACKEND='keyfile')
    app.wait_for_bars()
    return app


def open_options(app):
    app.focus_window()
    app.click('Ask Precisely')


def most(app):
    return app.find('spin button', 'Most Concepts').accessible.get_value_iface()


def fewer_concepts_are_asked_for_and_remembered(session):
    app = start(session)
    assert len(app.bars()) > 2, app.bars()
    names = [bar[0] for bar in app.bars()][:2]

    open_options(app)
    equal(most(app).get_current_value(), 200)
    most(app).set_current_value(2)

    app.wait_for_bars(*names)
    equal(app.quit(), 0)

    app = start(session)
    app.wait_for_bars(*names)
    open_options(app)
    equal(most(app).get_current_value(), 2)
    app.click('Reset')
    until(lambda: len(app.bars()) > 2, 'all of them are asked for again')


run(fewer_concepts_are_asked_for_and_remembered)
