# add_token.py – an account is added, kept and used
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
from surmise_window import TOKEN, Keyring, answer, equal, predict_answer, refusal, run, until


def pasted_token_is_checked_kept_and_used(session):
    service = session.serve(predict_answer())
    app = session.start(service=service)

    session.connect(app, f'  \n{TOKEN} \n')

    app.find_label('Connected as ada')
    app.find_label('Drop a Picture')
    me = service.requests('GET', '/v2/users/me')[0]
    equal(me['headers']['authorization'], f'Key {TOKEN}')
    equal(Keyring().tokens(), [TOKEN])

    equal(session.start(session.picture()).wait(), 0)

    bars = app.wait_for_bars('train', 'railway')
    equal(bars[0][1], '99.9 percent')
    assert abs(bars[0][2] - 0.9996) < 0.0001, bars
    equal(service.predictions()[0]['headers']['authorization'], f'Key {TOKEN}')
    assert 'base64' in service.inputs()[0], service.inputs()


def token_of_last_time_is_used_again(session):
    service = session.serve(predict_answer())
    app = session.start(service=service)
    session.connect(app)
    app.find_label('Drop a Picture')
    equal(app.quit(), 0)

    app = session.start(session.picture(), service=service)

    app.wait_for_bars('train', 'railway')
    equal(service.predictions()[0]['headers']['authorization'], f'Key {TOKEN}')


def refuse_without_asking(session, token, sentence):
    service = session.serve()
    app = session.start(service=service)

    session.connect(app, token)

    app.find_label(sentence)
    equal(service.requests(), [])
    equal(Keyring().tokens(), [])


def blank_inside_is_told(session):
    refuse_without_asking(session, f'{TOKEN[:16]} {TOKEN[16:]}', 'A Token Has No Blanks or Line Breaks Inside')


def letter_that_no_token_has_is_told(session):
    refuse_without_asking(session, f'{TOKEN[:-1]}ä', 'A Token Has Only Plain Letters and Digits')


def refused_token_is_neither_kept_nor_shown(session):
    refused = answer('/v2/users/me', **refusal(401, 11009, 'API key not found', f'API key {TOKEN} was not found'))
    app = session.start(service=session.serve(user=refused))

    session.connect(app)

    app.find_label('Clarifai Refused This Token')
    app.find_label('It may have been deleted. Your pictures are still here. Replace the token, or use another account.')
    equal(Keyring().tokens(), [])
    expander = app.find_all(name='Details', where=lambda node: 'activate' in node.actions)
    if expander:
        expander[0].click()
        until(lambda: [label for label in app.labels() if '11009' in label or 'not found' in label], 'the details show')
    for node in app.walk():
        # in the entry stands what was pasted, to be mended
        text = node.text if node.accessible.get_text_iface() and not node.has('EDITABLE') else ''
        shown = f'{node.name} {node.description} {text}'
        assert TOKEN not in shown, f'{node} shows the token'
    app.click('Cancel')
    app.find_label('See What Models See')


run(pasted_token_is_checked_kept_and_used, token_of_last_time_is_used_again, blank_inside_is_told,
    letter_that_no_token_has_is_told, refused_token_is_neither_kept_nor_shown)
