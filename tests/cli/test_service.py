# test_service.py – surmise tag with an account from the environment, at a scripted service
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import base64
import json

from command import MODEL, PREDICT, TOKEN, answer, concepts, ended, equal, run

BIRDS = answer(outputs_for_each_input=concepts(owl=0.9999, night_sky=0.29, wing=0.5))


def refusal(code, status):
    return answer(status=status, body={'status': {'code': code, 'description': 'No', 'details': f'invalid key({TOKEN})'}})


def request_is_as_the_service_wants_it(case):
    case.serve(BIRDS)
    ended(case.tag('--model', MODEL, 'red.png'), 0)
    request, = case.requests()
    equal((request['method'], request['path']), ('POST', PREDICT))
    equal(request['headers']['authorization'], f'Key {TOKEN}')
    sent = json.loads(request['body'])
    equal(base64.b64decode(sent['inputs'][0]['data']['image']['base64'])[:3], b'\xff\xd8\xff')


def version_is_asked_for(case):
    case.serve(answer('/v2/users/ada/apps/lab/models/birds/versions/v7/outputs', outputs_for_each_input=concepts(owl=1)))
    ended(case.tag('--model', f'{MODEL}/versions/v7', 'red.png'), 0)


def pasted_address_of_a_model(case):
    case.serve(BIRDS)
    ended(case.tag('--model', 'https://clarifai.com/ada/lab/models/birds?tab=overview', 'red.png'), 0)


def confidence_is_rounded_down(case):
    case.serve(BIRDS)
    result = ended(case.tag('--model', MODEL, '--min-confidence', '0', 'red.png'), 0)
    equal(result.stdout, f'{case.path("red.png")}\nowl 0.99\nwing 0.50\nnight sky 0.29\n')


def confidence_keeps_its_point(case):
    case.serve(BIRDS)
    result = ended(case.tag('--model', MODEL, 'red.png', LC_ALL='de_DE.UTF-8'), 0)
    assert 'owl 0.99\n' in result.stdout, result.stdout


def web_address_is_sent_as_one(case):
    case.serve(BIRDS)
    # Nothing is at its end: the preview is not to be had, and the service fetches for itself.
    address = 'http://pictures.invalid/owl.jpg'
    result = ended(case.tag('--model', MODEL, address), 0)
    equal(result.stdout.splitlines()[0], address)
    request, = case.requests()
    equal(json.loads(request['body'])['inputs'][0]['data']['image'], {'url': address})


def refused_token(case):
    case.serve(refusal(11009, 401))
    result = ended(case.tag('--model', MODEL, 'red.png'), 3)
    equal(result.stdout, '')
    assert f'{case.path("red.png")}: Clarifai Refused This Token.' in result.stderr, result.stderr


def unknown_model(case):
    case.serve(refusal(21200, 404))
    result = ended(case.tag('--model', MODEL, 'red.png'), 1)
    assert 'There Is No Such Model.' in result.stderr, result.stderr


def token_is_nowhere(case):
    for first, status in ((BIRDS, 0), (refusal(11009, 401), 3), (refusal(21200, 404), 1)):
        case.close()
        case.serve(first)
        for form in ('text', 'json'):
            result = ended(case.tag('--model', MODEL, '--format', form, 'red.png', G_MESSAGES_DEBUG='all'), status)
            assert 'DEBUG' in result.stderr + result.stdout, 'no debug messages'
            assert TOKEN not in result.stdout + result.stderr, result.stdout + result.stderr


def terminal_is_not_steered(case):
    case.serve(answer(outputs_for_each_input={'concepts': [{'id': 'a', 'name': 'o\033[2Jwl\n\u009b1', 'value': 0.9}]}))
    result = ended(case.tag('--model', MODEL, 'red.png'), 0)
    equal(len(result.stdout.splitlines()), 2)
    assert '\033' not in result.stdout and '\u009b' not in result.stdout, result.stdout


def one_line_for_a_caption(case):
    case.serve(answer(outputs_for_each_input={'text': {'raw': 'an owl\nat night'}}))
    result = ended(case.tag('--model', MODEL, 'red.png'), 0)
    equal(result.stdout, f'{case.path("red.png")}\nan owl at night\n')


def caption_in_json(case):
    case.serve(answer(outputs_for_each_input={'text': {'raw': 'an owl\nat night'}}))
    found = json.loads(ended(case.tag('--model', MODEL, '-f', 'json', 'red.png'), 0).stdout)
    equal(found[0]['text'], 'an owl\nat night')


def sent(case):
    request, = case.requests()
    return json.loads(request['body'])


def only_some_concepts_in_a_language(case):
    case.serve(BIRDS)
    ended(case.tag('--model', MODEL, '--language', 'de', '--concepts', 'owl,night sky', r'--concepts= owl\, snowy ,', 'red.png'), 0)
    config = sent(case)['model']['model_version']['output_info']['output_config']
    equal(config['language'], 'de')
    equal([concept['name'] for concept in config['select_concepts']], ['owl', 'night sky', 'owl, snowy'])


def words_beside_a_picture(case):
    case.serve(answer(outputs_for_each_input={'text': {'raw': 'an owl'}}))
    result = ended(case.tag('--model', MODEL, '--prompt', 'What is it?', 'red.png'), 0)
    equal(result.stdout, f'{case.path("red.png")}\nan owl\n')
    data = sent(case)['inputs'][0]['data']
    equal(data['text'], {'raw': 'What is it?'})
    equal(base64.b64decode(data['image']['base64'])[:3], b'\xff\xd8\xff')


def words_alone(case):
    case.serve(answer(outputs_for_each_input={'text': {'raw': 'an owl'}}))
    result = ended(case.tag('--model', MODEL, '--prompt', 'Name a bird.'), 0)
    equal(result.stdout, 'Name a bird.\nan owl\n')
    equal(sent(case)['inputs'][0]['data'], {'text': {'raw': 'Name a bird.'}})


def demo_sends_nothing_to_the_service(case):
    case.serve(BIRDS)
    ended(case.tag('--demo', 'red.png'), 0)
    equal(case.requests(), [])


run([request_is_as_the_service_wants_it, version_is_asked_for, pasted_address_of_a_model, confidence_is_rounded_down,
     confidence_keeps_its_point, web_address_is_sent_as_one, refused_token, unknown_model, token_is_nowhere,
     terminal_is_not_steered, one_line_for_a_caption, caption_in_json, only_some_concepts_in_a_language,
     words_beside_a_picture, words_alone, demo_sends_nothing_to_the_service])
