# find.py – looking for a model among ten thousand
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import re
import urllib.parse

from surmise_window import answer, catalogue, concepts, equal, predict_answer, refusal, run, until

BIRDS = '/v2/users/delta/apps/traffic/models/misty-birds/outputs'


def open_chooser(session, *answers, models=10000):
    service = session.serve(*answers, predict_answer(), catalogue(models))
    app = session.start_with_account(session.picture(), service=service)
    app.wait_for_bars('train', 'railway')
    app.key('ctrl+m')
    app.find('entry', 'Search Models')
    return app


def searches(session):
    """The words that the service was asked for, in order."""
    queries = [urllib.parse.parse_qs(request['query'] or '') for request in session.services[0].requests('GET', '/v2/models')]
    return [query['search'][0] for query in queries if 'search' in query]


def own_models_are_there_before_the_user_is_known(session):
    app = open_chooser(session, models=20)

    app.find('list item', 'Yours')
    app.find('list item', re.compile('^Garden Birds, ada / garden'))
    assert not session.services[0].requests('GET', '/v2/users/me')


def words_find_a_public_model_that_is_then_used(session):
    app = open_chooser(session, predict_answer(BIRDS, outputs_for_each_input=concepts(robin=0.97)))

    app.type('Search Models', 'misty birds')
    app.find('list item', re.compile('^Misty Birds, delta / traffic'))
    app.key('Return')

    app.wait_for_bars('robin')
    app.find('push button', 'Model: Misty Birds')
    equal(session.services[0].predictions()[-1]['path'], BIRDS)


def quick_letters_ask_once_and_old_answers_do_not_come_back(session):
    late = answer('/v2/models', query='search=tidal', delay_ms=1500, body={'status': {'code': 10000}, 'models': []})
    app = open_chooser(session, late)

    entry = app.find(None, 'Search Models', lambda node: node.has('EDITABLE'))
    for text in ('t', 'ti', 'tid', 'tida', 'tidal'):
        entry.accessible.get_editable_text_iface().set_text_contents(text)
    until(lambda: 'tidal' in searches(session), 'the words were asked for')
    app.type('Search Models', 'misty trains')

    app.find('list item', re.compile('^Misty Trains'))
    asked = searches(session)
    assert len(asked) <= 3, asked  # and not once a letter
    app.find('list item', re.compile('^Misty Trains'))
    assert not app.find_all('list item', 'No public model fits.')


def what_comes_back_is_filtered(session):
    app = open_chooser(session)
    app.type('Search Models', 'misty birds')  # few, as each row costs time to look at
    app.find('list item', re.compile('concepts$'))

    app.choose('What comes back', 'Down', 'Down')

    until(lambda: app.find_all('list item', re.compile('Birds.* boxes$')) and not app.find_all('list item', re.compile('Birds.* concepts$')),
          'models that draw boxes are listed, and no others')


def failed_page_can_be_tried_again_in_place(session):
    app = open_chooser(session, answer('/v2/models', query='search=lunar boats', once=True, **refusal(400, 21203, 'Invalid request')))

    app.type('Search Models', 'lunar boats')
    app.click('Try Again')

    app.find('list item', re.compile('^Lunar Boats'))
    app.wait_gone('push button', 'Try Again')


def favourites_are_there_without_a_network(session):
    app = open_chooser(session, models=50)
    app.type('Search Models', 'color recognition')
    app.click('Favourite: Color Recognition', where=lambda node: not node.has('CHECKED'))
    app.key('Escape')

    session.services[0].stop()
    app.key('ctrl+m')

    app.find('list item', 'Favourites')
    app.find('list item', re.compile('^Color Recognition, clarifai / main'))
    app.find('list item', 'Recent')


run(own_models_are_there_before_the_user_is_known, words_find_a_public_model_that_is_then_used,
    quick_letters_ask_once_and_old_answers_do_not_come_back, what_comes_back_is_filtered,
    failed_page_can_be_tried_again_in_place, favourites_are_there_without_a_network)
