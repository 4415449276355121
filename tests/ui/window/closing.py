# closing.py – a window goes, whatever it was about to do
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from surmise_window import catalogue, concepts, equal, predict_answer, run, until

DETECTION = '/v2/users/clarifai/apps/main/models/general-image-detection/outputs'


def start(session, *pictures, **later):
    service = session.serve(predict_answer(), predict_answer(DETECTION, outputs_for_each_input=concepts(tree=0.9), **later),
                            catalogue(30))
    app = session.start_with_account(*pictures or [session.picture()], service=service)
    app.wait_for_bars('train', 'railway')
    return app


def comparison_is_broken_off(session):
    app = start(session, delay_ms=20000)
    app.key('ctrl+d')
    app.click('Add Model')
    app.type('Search Models', 'clarifai/main/general-image-detection')
    app.find('push button', 'Use This Model')
    app.key('Return')
    app.find(None, re.compile('^Model 2: '))

    equal(app.quit(), 0)


def presentation_keeps_the_keys_that_it_needs(session):
    app = start(session, session.picture('a.jpg'), session.picture('b.jpg', 'balloons.jpg'))
    app.key('F11')
    app.find_label('1 of 2')

    # What these lead to elsewhere is covered, and must not take the focus with it.
    app.key('ctrl+f', 'ctrl+m', 'ctrl+d', 'ctrl+g', 'Right')

    app.find_label('2 of 2')
    app.key('Escape')
    app.find('push button', 'Main menu')
    until(lambda: not app.find_all('push button', 'Add Model'), 'nothing else has changed')
    app.wait_for_bars('train', 'railway')


run(comparison_is_broken_off, presentation_keeps_the_keys_that_it_needs)
