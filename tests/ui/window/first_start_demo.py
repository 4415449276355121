# first_start_demo.py – from the first start to bars in two clicks
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from surmise_window import equal, run


def welcome_says_what_it_is_for(session):
    app = session.start()

    app.find_label('See What Models See')
    app.find_label('Drop a picture anywhere in this window, and see what a model thinks is in it.')
    app.find('push button', 'Connect to Clarifai…')
    app.find('push button', 'Try the Demo')
    assert not app.bars()


def two_clicks_lead_to_bars(session):
    app = session.start()

    app.click('Try the Demo')
    app.click('Sample picture: balloons')

    bars = app.wait_for_bars()
    for name, description, value in bars:
        assert name, bars
        assert description.endswith(' percent'), bars
        assert 0 <= value <= 1, bars
        # rounded down: nothing reads more than it is
        shown = float(description.removesuffix(' percent'))
        assert shown <= value * 100 + 1e-6 < shown + 0.1 + 1e-6, bars
    values = [value for _, _, value in bars]
    assert values == sorted(values, reverse=True), bars
    assert values[-1] >= 0.5, bars
    equal(app.quit(), 0)


def bar_says_that_it_is_computed_here(session):
    app = session.start()

    app.click('Try the Demo')

    app.find_label('Demo: computed on this computer. Connect to Clarifai for real models.')


run(welcome_says_what_it_is_for, two_clicks_lead_to_bars, bar_says_that_it_is_computed_here)
