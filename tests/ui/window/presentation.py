# presentation.py – pictures and answers for a whole room
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from surmise_window import concepts, equal, predict_answer, run, until


def start(session, *pictures):
    service = session.serve(predict_answer(outputs_for_each_input=concepts(mountain=0.98, lake=0.95, sky=0.7)))
    app = session.start_with_account(*pictures, service=service)
    app.wait_for_bars('mountain', 'lake', 'sky')
    return app


def picture_and_big_bars_without_anything_else(session):
    app = start(session, session.picture())
    small = app.find('label', 'mountain').box().height

    app.key('F11')

    app.find(None, re.compile('^mountain, 98.0 percent'))
    app.wait_gone('push button', 'Main menu')
    app.wait_gone('slider', 'Least confidence shown')
    bar = app.find(None, re.compile('^mountain, 98.0 percent')).box()
    assert bar.height > 1.5 * small, f'{bar.height} is not much more than {small}'
    app.key('Escape')
    app.find('push button', 'Main menu')
    app.wait_for_bars('mountain', 'lake', 'sky')


def arrows_go_from_picture_to_picture(session):
    app = start(session, session.picture('a.jpg'), session.picture('b.jpg', 'balloons.jpg'))
    app.key('F11')
    app.find_label('1 of 2')

    app.key('Right')
    app.find_label('2 of 2')
    app.key('Page_Up')
    app.find_label('1 of 2')

    app.key('F11')
    app.find('push button', 'Main menu')


def next_picture_takes_the_place_of_the_last(session):
    app = start(session, session.picture('a.jpg'))
    app.key('F11')
    app.find(None, re.compile('^mountain, '))

    session.start(session.picture('b.jpg', 'balloons.jpg')).wait()

    app.find_label('2 of 2')
    app.find('image', 'b.jpg')
    equal(len(session.services[0].inputs()), 2)


run(picture_and_big_bars_without_anything_else, arrows_go_from_picture_to_picture, next_picture_takes_the_place_of_the_last)
