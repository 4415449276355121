# drags.py – everything that can be dragged onto the window, with a real pointer
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import re
import subprocess

from surmise_window import equal, predict_answer, run, until

ADDRESS = 'https://pictures.invalid/metro-north.jpg'


def start(session):
    service = session.serve(predict_answer())
    app = session.start_with_account(service=service)
    app.find_label('Drop a Picture')
    return app, service


def files_from_a_file_manager(session):
    app, service = start(session)

    assert session.drag('files', session.picture('one.jpg'), session.picture('two.jpg', 'lemons.jpg'))

    app.wait_for_bars('train', 'railway')
    app.find('list item', 'one.jpg: train 99.9 percent')
    app.find('list item', 'two.jpg: train 99.9 percent')
    equal(['base64' in one for one in service.inputs()], [True, True])


def pixels_from_a_web_page(session):
    app, service = start(session)
    png = session.folder / 'pixels.png'
    subprocess.run(['convert', session.picture(), '-resize', '320x', png], check=True)

    assert session.drag('image', png)

    app.wait_for_bars('train', 'railway')
    app.find_label(re.compile('^Picture · 320×213 · '))
    equal(['base64' in one for one in service.inputs()], [True])


def link_is_sent_as_an_address(session):
    app, service = start(session)

    assert session.drag('uri', ADDRESS)

    app.wait_for_bars('train', 'railway')
    equal(service.inputs(), [{'url': ADDRESS}])


def text_that_is_an_address_is_sent_as_one(session):
    app, service = start(session)

    assert session.drag('text', ADDRESS)

    app.wait_for_bars('train', 'railway')
    equal(service.inputs(), [{'url': ADDRESS}])


def pictures_in_a_folder(session):
    app, service = start(session)
    session.picture('album/one.jpg')
    session.picture('album/day/two.jpg', 'lemons.jpg')
    (session.folder / 'album' / 'notes.txt').write_text('not a picture')

    assert session.drag('files', session.folder / 'album')

    app.find('list item', 'one.jpg: train 99.9 percent')
    app.find('list item', 'two.jpg: train 99.9 percent')
    equal(len(service.inputs()), 2)


def text_that_is_no_address_is_told(session):
    app, service = start(session)

    session.drag('text', 'what is this a picture of')

    app.find_label('This text is not a web address')
    app.find_label('Drop a Picture')
    equal(service.predictions(), [])


def window_says_what_a_drop_will_do(session):
    app, _ = start(session)
    seen = session.folder / 'seen'

    drag = session.start_drag('files', session.picture(), WHILE_OVER=f'until [ -e {seen} ]; do sleep 0.05; done')
    app.find_label('Drop to see what General Image Recognition sees')
    seen.touch()

    until(lambda: drag.poll() == 0, 'the drag is over')
    app.wait_for_bars('train', 'railway')


run(files_from_a_file_manager, pixels_from_a_web_page, link_is_sent_as_an_address, text_that_is_an_address_is_sent_as_one,
    pictures_in_a_folder, text_that_is_no_address_is_told, window_says_what_a_drop_will_do)
