# compare.py – several models on the same picture
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from surmise_window import catalogue, clipboard, concepts, equal, predict_answer, refusal, run, until

DETECTION = '/v2/users/clarifai/apps/main/models/general-image-detection/outputs'
COLORS = '/v2/users/clarifai/apps/main/models/color-recognition/outputs'


def start(session, *answers):
    service = session.serve(predict_answer(), *answers, catalogue(50))
    app = session.start_with_account(session.picture(), service=service)
    app.wait_for_bars('train', 'railway')
    return app


def add_model(app, name):
    """One more model, chosen in the chooser."""
    app.click('Add Model')
    app.type('Search Models', f'clarifai/main/{name}')
    app.find('push button', 'Use This Model')
    app.key('Return')


def find_row(app, name):
    return app.find('list item', re.compile(f'^{name}[.:,]'))


def three_models_of_which_one_fails(session):
    app = start(session, predict_answer(DETECTION, outputs_for_each_input=concepts(train=0.9, tree=0.8)),
                predict_answer(COLORS, **refusal(400, 21313, 'Model prediction failed')))
    app.key('ctrl+d')
    add_model(app, 'general-image-detection')
    add_model(app, 'color-recognition')

    app.find(None, re.compile('^Model 3: .*The Model Failed'))
    app.find(None, re.compile('^Model 1: .*3 concepts'))
    app.find(None, re.compile('^Model 2: .*2 concepts'))
    row = find_row(app, 'train')
    assert '99.9 percent' in row.name and '90.0 percent' in row.name, row
    assert 'Only' in find_row(app, 'tree').name  # what one model alone says is marked
    equal(len(session.services[0].predictions()), 3)  # the first answer was there already


def comparison_is_copied_as_a_table(session):
    app = start(session, predict_answer(DETECTION, outputs_for_each_input=concepts(train=0.9, tree=0.8)))
    app.key('ctrl+d')
    add_model(app, 'general-image-detection')
    find_row(app, 'tree')

    app.key('ctrl+c')

    until(lambda: 'tree' in clipboard(), 'the comparison is in the clipboard')
    lines = [line.split('\t') for line in clipboard().splitlines()]
    assert all(len(line) == len(lines[0]) >= 3 for line in lines), lines
    equal(lines[1][0], 'train')
    app.find_label('Copied the comparison as a table')


def next_picture_is_compared_too(session):
    app = start(session, predict_answer(DETECTION, outputs_for_each_input=concepts(train=0.9, tree=0.8)))
    app.key('ctrl+d')
    add_model(app, 'general-image-detection')
    find_row(app, 'tree')

    session.start(session.picture('b.jpg', 'balloons.jpg')).wait()
    app.find('image', 'b.jpg')

    session.services[0].wait_for_predictions(4)
    find_row(app, 'tree')
    equal(sorted(request['path'] for request in session.services[0].predictions())[:2], [DETECTION] * 2)


run(three_models_of_which_one_fails, comparison_is_copied_as_a_table, next_picture_is_compared_too)
