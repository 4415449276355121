# code.py – the question as code, to be asked elsewhere
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import subprocess

from surmise_window import TOKEN, clipboard, equal, predict_answer, run, until


def read(app, what):
    """The code, as soon as it has that in it."""
    return until(lambda: next((node.text for node in app.find_all('text', 'Code') if what in node.text), None), f'{what!r} is in the code')


def show(app):
    app.key('ctrl+shift+c')
    app.find_window('Copy as Code')


def code_never_has_the_token(session):
    service = session.serve(predict_answer())
    app = session.start_with_account(session.picture(), service=service)
    app.wait_for_bars('train', 'railway')
    show(app)

    code = read(app, 'curl')
    assert 'base64 -w0' in code and '--data-binary @-' in code and '$CLARIFAI_PAT' in code, code
    assert f'{service.base}/v2/users/clarifai/apps/main/models/general-image-recognition/outputs' in code, code
    app.choose('Programming language', *['Down'] * 4, window='Copy as Code')
    command = read(app, 'surmise tag')
    assert TOKEN not in code + command
    app.click('Copy')
    until(lambda: clipboard() == command, 'the code is in the clipboard')


def curl_gets_the_same_concepts(session):
    service = session.serve(predict_answer())
    app = session.start_with_account('https://samples.example/train.jpg', service=service)
    app.wait_for_bars('train', 'railway')
    show(app)

    code = read(app, 'curl')
    said = subprocess.run(['sh', '-c', code], env=session.environment(token=TOKEN), check=True, stdout=subprocess.PIPE, text=True).stdout

    assert 'railway' in said, said
    equal([request['headers']['authorization'] for request in service.predictions()], [f'Key {TOKEN}'] * 2)
    bodies = [json.loads(request['body']) for request in service.predictions()]
    for body in bodies:
        for one in body['inputs']:
            one.pop('id', None)  # it only helps to tell answers apart
    equal(*bodies)


run(code_never_has_the_token, curl_gets_the_same_concepts)
