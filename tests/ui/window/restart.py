# restart.py – what is remembered from one start to the next
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import subprocess

from surmise_window import answer, concepts, equal, predict_answer, run, until

MODEL = '/v2/users/ada/apps/garden/models/flowers'


def size(app):
    box = app.find_window('Surmise').box()
    return box.width, box.height


def model_threshold_and_size_are_kept(session):
    model = {'id': 'flowers', 'name': 'Flowers', 'user_id': 'ada', 'app_id': 'garden', 'model_type_id': 'visual-classifier'}
    service = session.serve(answer(MODEL, body={'status': {'code': 10000, 'description': 'Ok'}, 'model': model}),
                            predict_answer(),
                            predict_answer(f'{MODEL}/outputs', outputs_for_each_input=concepts(rose=0.85, tulip=0.75)))
    app = session.start_with_account(session.picture(), service=service, GSETTINGS_BACKEND='keyfile')
    app.wait_for_bars('train', 'railway')
    app.key('ctrl+m')
    app.type('Search Models', 'ada/garden/flowers')
    app.find('push button', 'Use This Model')
    app.key('Return')
    app.wait_for_bars('rose', 'tulip')
    app.find('slider', 'Least confidence shown').accessible.get_value_iface().set_current_value(0.8)
    app.wait_for_bars('rose')
    before = size(app)
    subprocess.run(['xdotool', 'windowsize', app.window_id(), '1100', '700'], check=True)
    until(lambda: size(app) != before, 'the window has another size')
    until(lambda: size(app) == size(app), 'the window has come to rest')
    after = size(app)
    equal(app.quit(), 0)

    app = session.start_with_account(session.picture(), service=service, GSETTINGS_BACKEND='keyfile')

    app.wait_for_bars('rose')
    app.find('push button', 'Model: Flowers')
    app.find_label('at least 80\u00a0%')
    equal(size(app), after)
    equal(service.predictions()[-1]['path'], f'{MODEL}/outputs')


run(model_threshold_and_size_are_kept)
