# prompt.py – words for models that take them
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import re

from surmise_window import catalogue, equal, predict_answer, run, until

MULTIMODAL = 'openai/chat-completion/gpt-4o'
PYTHONIC = 'meta/segment-anything/sam2_1-hiera-base-plus'
WORDS_ONLY = 'tests/words/echo'


def path_of(model):
    user, app, name = model.split('/')
    return f'/v2/users/{user}/apps/{app}/models/{name}'


def says(text):
    return {'text': {'raw': text}}


def start(session, model, *pictures, **reply):
    service = session.serve(predict_answer(f'{path_of(model)}/outputs', **reply), *words_only(), catalogue(20))
    return session.start_with_account('--model', model, *pictures, service=service)


def words_only():
    """A model of words alone, which the catalogue does not have under a name that is known."""
    ok = {'code': 10000, 'description': 'Ok'}
    model = {'id': 'echo', 'name': 'Echo', 'user_id': 'tests', 'app_id': 'words', 'model_type_id': 'text-to-text',
             'model_version': {'id': 'e1', 'status': {'code': 21100, 'description': 'Trained'}}}
    return [{'path': path_of(WORDS_ONLY), 'body': {'status': ok, 'model': model}}]


def last_input(session):
    return json.loads(session.services[0].predictions()[-1]['body'])['inputs'][0]['data']


def find_prompt(app):
    return app.find('text', re.compile('^Ask |^Words|^Prompt'), lambda node: node.has('EDITABLE'))


def words_beside_the_picture(session):
    app = start(session, MULTIMODAL, session.picture(), outputs_for_each_input=says('A lake between mountains.'))
    app.find(None, None, lambda node: node.role in ('text', 'label') and 'A lake' in (node.name if node.role == 'label' else node.text))

    find_prompt(app).accessible.get_editable_text_iface().set_text_contents('How deep is it?')
    app.click('Ask')

    session.services[0].wait_for_predictions(2)
    equal(last_input(session)['text']['raw'], 'How deep is it?')
    assert last_input(session)['image']['base64']


def words_without_a_picture(session):
    app = start(session, WORDS_ONLY, outputs_for_each_input=says('Hello yourself.'))

    find_prompt(app).accessible.get_editable_text_iface().set_text_contents('Hello')
    app.click('Ask')

    session.services[0].wait_for_predictions(1)
    equal(last_input(session), {'text': {'raw': 'Hello'}})
    until(lambda: any('Hello yourself.' in (node.text if node.role == 'text' else node.name) for node in app.walk()), 'the answer shows')


def form_from_the_method(session):
    app = start(session, PYTHONIC, session.picture(), outputs_for_each_input={'parts': [{'id': 'return', 'data': {'string_value': 'It is deep.'}}]})

    find_prompt(app).accessible.get_editable_text_iface().set_text_contents('How deep is it?')
    app.click('Ask')

    until(lambda: session.services[0].predictions() and 'How deep' in str(last_input(session)), 'the words were sent')
    parts = {part['id']: part['data'] for part in last_input(session)['parts']}
    equal(parts['prompt']['string_value'], 'How deep is it?')
    assert parts['image']['image']['base64']
    until(lambda: any('It is deep.' in (node.text if node.role == 'text' else node.name) for node in app.walk()), 'the answer shows')


run(words_beside_the_picture, words_without_a_picture, form_from_the_method)
