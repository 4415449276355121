# keyring_dismissed.py – the keyring's own question is closed without an answer
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import subprocess

from surmise_window import TOKEN, Keyring, equal, predict_answer, run, until


def find_prompt():
    return subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', 'gcr-prompter'], stdout=subprocess.PIPE,
                          text=True).stdout.split()


def token_can_be_used_for_the_session(session):
    service = session.serve(predict_answer())
    app = session.start(service=service)

    session.connect(app)
    prompt = until(find_prompt, 'the keyring asks for its password')[-1]
    subprocess.run(['xdotool', 'windowfocus', '--sync', prompt, 'key', 'Escape'], check=True)

    app.find_label('The Keyring Stayed Locked')
    app.click('Use for This Session Only')
    app.find_label('Drop a Picture')
    app.click('Sample picture: balloons')
    app.wait_for_bars('train', 'railway')
    equal(service.predictions()[0]['headers']['authorization'], f'Key {TOKEN}')
    equal(Keyring().search(), ([], []))


run(token_can_be_used_for_the_session)
