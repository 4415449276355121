# pictures.py – pictures come, are looked through, and go
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from surmise_window import equal, predict_answer, run, until


def start(session, *answers):
    """With three pictures, each of which has its own answer."""
    service = session.serve(*(answers or [predict_answer()]))
    names = [session.picture('one.jpg'), session.picture('two.jpg', 'lemons.jpg'), session.picture('three.jpg', 'balloons.jpg')]
    app = session.start_with_account(*names, service=service)
    for path in names:
        app.find('list item', f'{path.name}: train 99.9 percent')
    return app, service


def shown(app):
    return [node.name for node in app.walk() if node.role == 'image' and node.name.endswith('.jpg')]


def keys_go_through_them(session):
    app, _ = start(session)
    until(lambda: shown(app) == ['one.jpg'], 'the first one shows')

    app.key('Next')
    until(lambda: shown(app) == ['two.jpg'], 'the second one shows')
    app.key('Next', 'Next')
    until(lambda: shown(app) == ['three.jpg'], 'the last one shows')
    app.key('Prior')
    until(lambda: shown(app) == ['two.jpg'], 'the second one shows again')


def grid_shows_all(session):
    app, _ = start(session)

    app.click('All pictures')
    app.find('table', 'Pictures')
    app.find('table cell', 'two.jpg: train 99.9 percent')
    until(lambda: not app.bars(), 'the single one has gone')

    app.key('ctrl+g')
    app.wait_for_bars('train', 'railway')


def delete_removes_and_undo_brings_back(session):
    app, service = start(session)

    app.key('Delete')
    app.wait_gone('list item', 'one.jpg: train 99.9 percent')
    app.find_label('Removed “one.jpg”')
    app.click('Undo')

    app.find('list item', 'one.jpg: train 99.9 percent')
    app.wait_for_bars('train', 'railway')
    equal(len(service.inputs()), 3)


def last_one_removed_leaves_the_page_to_drop_on(session):
    service = session.serve(predict_answer())
    app = session.start_with_account(session.picture(), service=service)
    app.wait_for_bars('train', 'railway')

    app.key('Delete')

    app.find_label('Drop a Picture')


def escape_cancels(session):
    service = session.serve(predict_answer(stall=True), predict_answer())
    app = session.start_with_account(session.picture(), service=service)
    service.wait_for_predictions(1)

    app.key('Escape')
    app.find_label('Cancelled')
    app.find_label('The model was not asked to the end.')
    app.click('Ask Again')

    app.wait_for_bars('train', 'railway')


run(keys_go_through_them, grid_shows_all, delete_removes_and_undo_brings_back, last_one_removed_leaves_the_page_to_drop_on,
    escape_cancels)
