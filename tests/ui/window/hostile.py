# hostile.py – answers and models that make no sense, or mean harm
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from surmise_window import answer, catalogue, equal, predict_answer, refusal, run, until

MODEL = '/v2/users/clarifai/apps/main/models/general-image-recognition'
MARKUP = '<b>bold</b> & <i>x'
NAMES = [MARKUP, 'two\nlines\r\n', '\u202eright to left', 'x' * 100000, '', None, 5, {}, '</span>', '%s%n', '\u2028', '🙂' * 5000]
VALUES = [0.9, -1, 7, 'NaN', None, {}, [], True, '0.7', 1000000.0]


def concepts():
    odd = [None, 1, 'x', [], {'value': 0.95}, {'id': [], 'name': {}, 'value': 0.9}]
    return [{'id': f'c{i}', 'name': NAMES[i % len(NAMES)], 'value': VALUES[i % len(VALUES)]} for i in range(60)] + odd


def regions():
    def region(box, name='box'):
        return {'id': 'r', 'value': 0.9, 'region_info': {'bounding_box': box}, 'data': {'concepts': [{'id': 'a', 'name': name, 'value': 0.9}]}}

    def edges(*numbers):
        return dict(zip(('top_row', 'left_col', 'bottom_row', 'right_col'), numbers))

    grid = [region(edges(i // 10 / 6, i % 10 / 10, i // 10 / 6 + 0.15, i % 10 / 10 + 0.09), NAMES[i % len(NAMES)]) for i in range(60)]
    odd = [edges('x', None, {}, []), edges('NaN', 0, 1, 1), edges(-1e5, -1e5, 1e5, 1e5), edges(0.9, 0.9, 0.1, 0.1), edges(0.5, 0.5, 0.5, 0.5), 5]
    masks = [{'id': 'm', 'region_info': {'mask': {'image': image}}, 'value': 0.9, 'data': {'concepts': [{'id': 'a', 'name': 'mask', 'value': 0.9}]}}
             for image in (5, {'base64': 'not base64!'}, {'base64': 'AAAA'}, {'url': 'file:///etc/passwd'})]
    return grid + [region(box) for box in odd] + masks + [None, 5, [], {}, {'region_info': None}]


def start(session, **data):
    app = session.start_with_account(session.picture(), service=session.serve(predict_answer(outputs_for_each_input=data), catalogue(30)))
    app.wait_for_bars()
    return app


def check_unhurt(app):
    """It has said nothing of trouble, and ends as it should."""
    equal(app.quit(), 0)
    assert 'CRITICAL' not in app.said() and 'WARNING' not in app.said(), app.said()


def concepts_of_any_kind_are_shown_everywhere(session):
    app = start(session, concepts=concepts())
    until(lambda: MARKUP in app.labels(), 'markup stands as it is')
    for name, _, value in app.bars():
        assert 0 <= value <= 1 and len(name) <= 1001 and '\n' not in name and '\u202e' not in name, (name, value)

    app.key('F11')
    app.find(None, re.compile('^' + re.escape(MARKUP)))
    app.key('F11')
    app.key('ctrl+d')
    app.find('list item', re.compile('^' + re.escape(MARKUP)))
    app.key('ctrl+d', 'ctrl+u')
    app.find_window('Raw Answer')
    app.key('Escape', window='Raw Answer')
    check_unhurt(app)


def boxes_of_any_kind_stay_on_the_picture(session):
    app = start(session, regions=regions())
    picture = app.find('image', 'lake.jpg').box()
    boxes = app.find_all('image', re.compile(', 90.0 percent$'))
    assert len(boxes) >= 40, boxes
    for node in boxes:
        box = node.box()
        assert picture.x - 1 <= box.x and box.x + box.width <= picture.x + picture.width + 1, f'{node} is beside the picture'

    app.key('F11')
    app.wait_gone('push button', 'Main menu')
    app.key('F11')
    check_unhurt(app)


def page_of_any_model_is_shown_and_outlives_it(session):
    gone = refusal(404, 21200, 'Model does not exist')
    model = {'id': 'general-image-recognition', 'name': MARKUP + '\n\u202e' + 'z' * 100000, 'user_id': 'clarifai', 'app_id': 'main',
             'model_type_id': 'hologram-caster', 'description': '<a href="x">d</a> ' * 110000, 'star_count': -5, 'license_type': [],
             'notes': f'# {MARKUP}\n[l](javascript:1) ' + '> ' * 500 + '- ' * 300 + '`' * 30000 + '[' * 20000, 'created_at': 'yesterday',
             'languages_full': [None, 5, {'id': MARKUP, 'name': 'x' * 100000}], 'visibility': {'gettable': 'PUBLIC'},
             'model_version': {'id': 'a' + 'ä' * 100000, 'status': {'code': 'MODEL_TRAINED'}, 'active_concept_count': 2**62, 'license': MARKUP}}
    versions = [None, 5, {}, {'id': 'a' + 'ä' * 9, 'description': f'\u202e{MARKUP}', 'status': {'code': 'MODEL_TRAINED'}, 'created_at': {}}]
    service = session.serve(answer(MODEL, body={'status': {'code': 10000}, 'model': model}), predict_answer(once=True), predict_answer(**gone),
                            answer(f'{MODEL}/versions', body={'status': {'code': 10000}, 'model_versions': versions}),
                            answer(f'{MODEL}/concepts', **gone), catalogue(30))
    app = session.start_with_account(session.picture(), service=service)
    app.wait_for_bars('train', 'railway')
    app.key('ctrl+i')

    app.find_label(re.compile('^' + re.escape(MARKUP) + ' z+…$'))
    app.find_label(re.compile('^<a href="x">d</a> '))
    app.click('Versions', 'page tab')
    row = app.find('list item', re.compile(re.escape(MARKUP)))
    assert '\u202e' not in row.name, row  # the rest of the line would be read from its end
    app.click('Concepts', 'page tab')
    app.find_label(re.compile('^There Is No Such Model'))
    app.click('Close', where=lambda node: node.path[1].name != 'Surmise')
    app.wait_gone('page tab', 'Concepts')

    app.key('ctrl+r')
    app.find_label('There Is No Such Model')
    check_unhurt(app)


run(concepts_of_any_kind_are_shown_everywhere, boxes_of_any_kind_stay_on_the_picture, page_of_any_model_is_shown_and_outlives_it)
