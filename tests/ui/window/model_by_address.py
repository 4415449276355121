# model_by_address.py – another model, by the address of its page
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from surmise_window import answer, concepts, equal, predict_answer, refusal, run, until

PAGE = 'https://clarifai.com/clarifai/main/models/food-item-recognition'
MODEL = '/v2/users/clarifai/apps/main/models/food-item-recognition'


def model_answer():
    model = {'id': 'food-item-recognition', 'name': 'Food Recognition', 'user_id': 'clarifai', 'app_id': 'main',
             'model_type_id': 'visual-classifier', 'description': 'Identifies food items in pictures.',
             'model_version': {'id': '1d5fd481e0cf4826aa72ec3ff049e044',
                               'status': {'code': 21100, 'description': 'Model is trained and ready'}}}
    kind = {'id': 'visual-classifier', 'title': 'Visual Classifier', 'input_fields': ['image'], 'output_fields': ['concepts']}
    return [answer(MODEL, body={'status': {'code': 10000, 'description': 'Ok'}, 'model': model}),
            answer('/v2/users/clarifai/apps/main/models/types/visual-classifier',
                   body={'status': {'code': 10000, 'description': 'Ok'}, 'model_type': kind}),
            answer('/v2/models/types/visual-classifier',
                   body={'status': {'code': 10000, 'description': 'Ok'}, 'model_type': kind})]


def choose(app, text):
    app.key('ctrl+m')
    app.type('Search Models', text)


def pasted_address_is_described_and_used(session):
    service = session.serve(*model_answer(), predict_answer(),
                            predict_answer(f'{MODEL}/outputs', outputs_for_each_input=concepts(cake=0.98)))
    app = session.start_with_account(session.picture(), service=service)
    app.wait_for_bars('train', 'railway')

    choose(app, PAGE)
    app.find_label('Identifies food items in pictures.')
    app.find_label('Food Recognition')
    app.find('push button', 'Use This Model')
    app.key('Return')

    app.wait_for_bars('cake')
    app.find('push button', 'Model: Food Recognition')
    equal(service.predictions()[-1]['path'], f'{MODEL}/outputs')


def reason_is_told_where_it_cannot_be_used(session):
    gone = answer(MODEL, **refusal(404, 21200, 'Model does not exist'))
    service = session.serve(gone, predict_answer())
    app = session.start_with_account(session.picture(), service=service)
    app.wait_for_bars('train', 'railway')

    choose(app, PAGE)

    app.find_label('There is no such model, or this account may not see it.')
    app.key('Return')
    app.key('Escape')
    app.wait_gone('entry', 'Search Models')
    app.find('push button', 'Model: General Image Recognition')
    equal(len(service.predictions()), 1)


def what_is_no_address_of_a_model_is_told(session):
    app = session.start_with_account(service=session.serve())
    app.find_label('Drop a Picture')

    choose(app, 'https://example.com/clarifai/main')

    until(lambda: [label for label in app.labels() if 'user/app/model' in label], 'what is expected is told')


run(pasted_address_is_described_and_used, reason_is_told_where_it_cannot_be_used, what_is_no_address_of_a_model_is_told)
