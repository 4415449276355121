# concepts.py – what can be done with what the model said
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from surmise_window import clipboard, equal, predict_answer, run, until


def start(session):
    app = session.start_with_account(session.picture(), service=session.serve(predict_answer()))
    app.wait_for_bars('train', 'railway')
    return app


def set_threshold(app, value):
    app.find('slider', 'Least confidence shown').accessible.get_value_iface().set_current_value(value)


def threshold_decides_what_is_shown_without_asking_again(session):
    app = start(session)

    set_threshold(app, 0.3)
    bars = app.wait_for_bars('train', 'railway', 'cloud')
    equal(bars[2][1:], ('31.0 percent', 0.31))
    app.find_label('at least 30\u00a0%')

    set_threshold(app, 0.9995)
    app.wait_for_bars('train')
    equal(len(session.services[0].predictions()), 1)


def nothing_above_the_threshold_names_the_best_guess(session):
    app = start(session)

    set_threshold(app, 1)
    app.find_label('Nothing Above 100\u00a0%')
    app.find_label('The best guess is train, 99.9\u00a0%.')
    app.click('Lower the Threshold')

    bars = app.wait_for_bars()
    equal(bars[0][0], 'train')


def filter_finds_by_letters(session):
    app = start(session)

    app.key('ctrl+f')
    app.type('Filter concepts', 'rail')
    app.wait_for_bars('railway')

    app.type('Filter concepts', 'zebra')
    app.find_label('No Concept Has These Letters')

    app.key('Escape')
    app.wait_for_bars('train', 'railway')


def copy_takes_what_is_shown(session):
    app = start(session)

    app.key('ctrl+c')

    until(lambda: 'train' in clipboard(), 'the concepts are in the clipboard')
    equal(clipboard(), 'train\t99.9\u00a0%\nrailway\t99.9\u00a0%\n')
    app.find_label('Copied 2 concepts')


run(threshold_decides_what_is_shown_without_asking_again, nothing_above_the_threshold_names_the_best_guess,
    filter_finds_by_letters, copy_takes_what_is_shown)
