# answers.py – every kind of answer has its own view
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from surmise_window import clipboard, concepts, equal, predict_answer, regions, run, until


def start(session, **data):
    service = session.serve(predict_answer(outputs_for_each_input=data))
    app = session.start_with_account(session.picture(), service=service)
    app.find('image', 'lake.jpg')
    return app


def still(app, node, frame):
    """What it looks like, when nothing moves any more."""
    last = None

    def same_as_before():
        nonlocal last
        before, last = last, app.pixels(node, frame)
        return before == last

    until(same_as_before, f'{node} stands still')
    return last


def boxes_and_their_list_light_each_other_up(session):
    app = start(session, **regions(person=(0.832, (0.25, 0.1, 0.75, 0.4)), boat=(0.61, (0.3, 0.5, 0.9, 0.85))))
    box, row = app.find('image', re.compile('^person')), app.find('list item', re.compile('^person, '))
    away, frame = app.find('label', re.compile('^lake.jpg · ')), app.find_frame()

    for under, lit in ((row, box), (box, row)):
        app.hover(away, frame)
        dark = still(app, lit, frame)

        app.hover(under, frame)
        until(lambda: app.pixels(lit, frame) != dark, f'{lit} lights up')

        light = still(app, lit, frame)
        app.hover(away, frame)
        until(lambda: app.pixels(lit, frame) != light, f'the light of {lit} goes out')


def colors_have_name_number_and_share(session):
    app = start(session, colors=[{'raw_hex': '#7298e2', 'w3c': {'hex': '#6495ed', 'name': 'CornflowerBlue'}, 'value': 0.61},
                                 {'raw_hex': '#1e181b', 'w3c': {'hex': '#000000', 'name': 'Black'}, 'value': 0.39}])

    app.find('list item', 'CornflowerBlue, #7298e2, 61.0 percent')
    app.find('list item', 'Black, #1e181b, 39.0 percent')
    equal([bar[2] for bar in app.bars()], [0.61, 0.39])


def words_can_be_copied(session):
    said = 'A lake between <b>mountains</b> & clouds.'
    app = start(session, text={'raw': said})

    app.find_label(said)
    app.key('ctrl+c')

    until(lambda: clipboard() == said, 'the words are in the clipboard')


def numbers_have_a_plot_and_are_copied(session):
    app = start(session, embeddings=[{'vector': [0.5, -0.25, 0.125], 'num_dimensions': 3}])

    app.find_label('3 Numbers')
    app.key('ctrl+c')

    until(lambda: '-0.25' in clipboard() and clipboard().startswith('['), 'the numbers are in the clipboard')


def raw_answer_is_searched(session):
    app = start(session, **concepts(train=0.9, railway=0.8))
    app.wait_for_bars('train', 'railway')

    app.key('ctrl+u')

    app.find_window('Raw Answer')
    text = until(lambda: next((node.text for node in app.find_all('text') if '"railway"' in node.text), None), 'the raw answer shows')
    assert '"value"' in text and 'base64' not in text, text


def kind_that_nobody_knows_is_shown_as_it_is(session):
    app = start(session, holograms=[{'angle': 42}])

    until(lambda: any('angle' in node.text for node in app.find_all('text')), 'the answer shows as it is')


run(boxes_and_their_list_light_each_other_up, colors_have_name_number_and_share, words_can_be_copied,
    numbers_have_a_plot_and_are_copied, raw_answer_is_searched, kind_that_nobody_knows_is_shown_as_it_is)
