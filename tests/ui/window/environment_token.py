# environment_token.py – an account from CLARIFAI_PAT, and what the command line can say
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from surmise_window import TOKEN, equal, predict_answer, run

OTHER = '/v2/users/ada/apps/garden/models/flowers'


def token_from_the_environment_works_without_a_keyring(session):
    service = session.serve(predict_answer())
    app = session.start(session.picture('one.jpg'), session.picture('two.jpg', 'lemons.jpg'), service=service, token=TOKEN)

    app.wait_for_bars('train', 'railway')

    app.find('list item', 'one.jpg: train 99.9 percent')
    app.find('list item', 'two.jpg: train 99.9 percent')
    equal(len(service.inputs()), 2)
    for request in service.predictions():
        equal(request['headers']['authorization'], f'Key {TOKEN}')


def named_model_is_asked(session):
    service = session.serve(predict_answer(f'{OTHER}/versions/abc123/outputs'))
    app = session.start('--model', 'ada/garden/flowers/versions/abc123', session.picture(), service=service, token=TOKEN)

    app.wait_for_bars('train', 'railway')

    equal([request['path'] for request in service.predictions()], [f'{OTHER}/versions/abc123/outputs'])
    assert app.find_all('label', 'ada / garden, version abc123') or app.find_all('label', 'ada / garden')


def first_picture_with_an_account_says_what_leaves_the_computer(session):
    service = session.serve(predict_answer())
    app = session.start(session.picture(), service=service, token=TOKEN)

    app.find_label('A small, clean copy of each picture goes to Clarifai, without place and camera data. Calls may cost money.')
    app.click('Got It')

    app.wait_gone('push button', 'Got It')


def name_of_no_model_is_told_on_the_command_line(session):
    app = session.start('--model', 'nonsense', service=session.serve(), token=TOKEN)

    equal(app.wait(), 2)
    assert 'nonsense: This Names No Model' in app.said(), app.said()
    session.apps.remove(app)


run(token_from_the_environment_works_without_a_keyring, named_model_is_asked,
    first_picture_with_an_account_says_what_leaves_the_computer, name_of_no_model_is_told_on_the_command_line)
