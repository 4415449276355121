# boxes.py – the boxes that a model draws stand where it says
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from surmise_window import equal, predict_answer, regions, run, until

BOXES = {'person': (0.832, (0.25, 0.1, 0.75, 0.4)), 'boat': (0.61, (0.3, 0.35, 0.9, 0.85)), 'bird': (0.2, (0.05, 0.7, 0.15, 0.8))}


def start(session, boxes):
    service = session.serve(predict_answer(outputs_for_each_input=regions(**boxes)))
    return session.start_with_account(session.picture(), service=service)


def find_box(app, name):
    return app.find('image', re.compile(f'^{name}, '))


def check(app, name, edges):
    """Each edge of the box on the screen against the number in the answer, within a pixel."""
    picture, box = app.find('image', 'lake.jpg').box(), find_box(app, name).box()
    top, left, bottom, right = edges
    wanted = (picture.x + left * picture.width, picture.y + top * picture.height,
              picture.x + right * picture.width, picture.y + bottom * picture.height)
    got = (box.x, box.y, box.x + box.width, box.y + box.height)
    assert all(abs(a - b) <= 1.01 for a, b in zip(got, wanted)), f'{name} is at {got}, not {wanted}'


def check_all(app):
    picture = app.find('image', 'lake.jpg').box()
    assert abs(picture.height - picture.width * 1067 / 1600) <= 1, f'the picture is {picture.width} × {picture.height}'
    for name in ('person', 'boat'):
        check(app, name, BOXES[name][1])


def boxes_stand_where_the_answer_says_at_any_size(session):
    app = start(session, BOXES)
    equal(find_box(app, 'person').name, 'person, 83.2 percent')
    assert not app.find_all('image', re.compile('^bird'))  # it is below the threshold
    check_all(app)

    before = app.find('image', 'lake.jpg').box().width
    app.resize(700, 520)
    until(lambda: app.find('image', 'lake.jpg').box().width < before, 'the picture is smaller')
    check_all(app)

    app.resize(1200, 860)
    until(lambda: app.find('image', 'lake.jpg').box().width > before, 'the picture is larger')
    check_all(app)


def boxes_follow_when_zoomed(session):
    app = start(session, BOXES)
    find_box(app, 'person')
    before = app.find('image', 'lake.jpg').box().width

    app.click('Zoom in')

    until(lambda: app.find('image', 'lake.jpg').box().width > before, 'the picture is larger')
    for name in ('person', 'boat'):
        check(app, name, BOXES[name][1])
    app.click('Show the whole picture')
    until(lambda: app.find('image', 'lake.jpg').box().width == before, 'the picture is as before')


def boxes_are_under_the_same_threshold(session):
    app = start(session, BOXES)
    find_box(app, 'boat')

    app.find('slider', 'Least confidence shown').accessible.get_value_iface().set_current_value(0.7)
    app.wait_gone('image', re.compile('^boat'))
    find_box(app, 'person')

    app.find('slider', 'Least confidence shown').accessible.get_value_iface().set_current_value(0.1)
    check(app, 'bird', BOXES['bird'][1])
    equal(len(session.services[0].predictions()), 1)


def boxes_that_make_no_sense_do_no_harm(session):
    boxes = {'outside': (0.9, (-0.5, -0.25, 1.5, 1.25)), 'inverted': (0.9, (0.75, 0.5, 0.25, 0.25)), 'nothing': (0.9, (0.5, 0.5, 0.5, 0.5)),
             'good': (0.9, (0.1, 0.1, 0.2, 0.2))}
    app = start(session, boxes)

    check(app, 'good', boxes['good'][1])
    picture = app.find('image', 'lake.jpg').box()
    for node in app.find_all('image', re.compile(', 90.0 percent$')):
        box = node.box()
        assert picture.x - 1 <= box.x and box.x + box.width <= picture.x + picture.width + 1, f'{node} is beside the picture'
        assert picture.y - 1 <= box.y and box.y + box.height <= picture.y + picture.height + 1, f'{node} is beside the picture'


run(boxes_stand_where_the_answer_says_at_any_size, boxes_follow_when_zoomed, boxes_are_under_the_same_threshold,
    boxes_that_make_no_sense_do_no_harm)
