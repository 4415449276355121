# model_page.py – looking into a model
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from surmise_window import answer, catalogue, equal, predict_answer, refusal, run, until

MODEL = '/v2/users/clarifai/apps/main/models/general-image-recognition'


def start(session, *answers, names=300):
    service = session.serve(*answers, predict_answer(), catalogue(30, names))
    app = session.start_with_account(session.picture(), service=service)
    app.wait_for_bars('train', 'railway')
    app.key('ctrl+i')
    return app


def everything_that_is_known_is_there(session):
    app = start(session)
    app.find_window('General Image Recognition')

    app.find_label('General Image Recognition, made up for tests: Visual Classifier.')
    for fact in ('Visual Classifier Kind', 'clarifai / main Owner', 'Apache-2.0 Licence', '0 Stars', '300 Concepts', '3 Versions',
                 'English, German, Japanese Languages', '12 December 2022 Added'):
        app.find_label(fact)  # GTK 4.8 names a label after its text and after what labels it
    app.find_label('What it is')
    app.find_label(re.compile('^A model that is made up for tests. It knows nothing of .*markup.* & says so.$'))
    app.find_label('Read how it was made or do not.')


def another_version_is_picked_and_used(session):
    older = f'{MODEL}/versions/{VERSION}/outputs'
    app = start(session, predict_answer(older, outputs_for_each_input={'concepts': [{'id': 'a', 'name': 'older', 'value': 0.9}]}))
    app.click('Versions', 'page tab')

    app.find('list item', re.compile('not trained$'))
    app.press(app.find('list item', re.compile('^27 October 2023, .* trained$')), 'General Image Recognition')
    app.find('list item', re.compile('^27 October 2023, .* chosen$'))
    app.click('Use This Model')

    app.wait_for_bars('older')
    equal(session.services[0].predictions()[-1]['path'], older)


def concepts_are_searched_in_the_service(session):
    app = start(session, names=11000)
    app.click('Concepts', 'page tab')
    app.find('list item', 'alpine birds')

    app.type('Search concepts', 'misty bird')

    app.find('list item', 'misty birds')
    app.wait_gone('list item', 'alpine birds')
    assert [one for one in session.services[0].requests('GET', f'{MODEL}/concepts') if 'search=misty' in (one['query'] or '')]


def model_that_has_gone_is_told(session):
    app = start(session, answer(MODEL, **refusal(404, 21200, 'Model does not exist')))

    app.find_label('There is no such model, or this account may not see it.')


VERSION = '592e86c10002'

run(everything_that_is_known_is_there, another_version_is_picked_and_used, concepts_are_searched_in_the_service, model_that_has_gone_is_told)
