# paste.py – everything that can be pasted
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import re
import subprocess

from surmise_window import equal, predict_answer, run

ADDRESS = 'https://pictures.invalid/metro-north.jpg'


def start(session):
    service = session.serve(predict_answer())
    app = session.start_with_account(service=service)
    app.find_label('Drop a Picture')
    return app, service


def picture(session):
    app, service = start(session)
    png = session.folder / 'pixels.png'
    subprocess.run(['convert', session.picture(), '-resize', '320x', png], check=True)
    session.clip(png.read_bytes(), 'image/png')

    app.key('ctrl+v')

    app.wait_for_bars('train', 'railway')
    app.find_label(re.compile('^Picture · 320×213 · '))
    equal(['base64' in one for one in service.inputs()], [True])


def address(session):
    app, service = start(session)
    session.clip(f'  {ADDRESS}\n')

    app.key('ctrl+v')

    app.wait_for_bars('train', 'railway')
    equal(service.inputs(), [{'url': ADDRESS}])


def copied_files(session):
    app, service = start(session)
    one, two = session.picture('one.jpg'), session.picture('with blank.jpg', 'lemons.jpg')
    session.clip(f'{one.as_uri()}\r\n{two.as_uri()}\r\n', 'text/uri-list')

    app.key('ctrl+v')

    app.find('list item', 'one.jpg: train 99.9 percent')
    app.find('list item', 'with blank.jpg: train 99.9 percent')
    equal(len(service.inputs()), 2)


def other_text_is_told(session):
    app, service = start(session)
    session.clip('what is this a picture of')

    app.key('ctrl+v')

    app.find_label('This text is not a web address')
    app.find_label('Drop a Picture')
    equal(service.predictions(), [])


run(picture, address, copied_files, other_text_is_told)
