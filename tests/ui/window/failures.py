# failures.py – what goes wrong is told, and can be tried again
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from surmise_window import concepts, equal, predict_answer, refusal, run


def failed_picture_says_why_and_can_be_tried_again(session):
    service = session.serve(predict_answer(**refusal(404, 21200, 'Model does not exist')), predict_answer())
    app = session.start_with_account(session.picture(), service=service)

    app.find_label('There Is No Such Model')
    app.find_label('It may be gone, or private: this account may not see it. Choose another model.')
    app.find('push button', 'Choose Another Model')
    assert not app.bars()
    app.key('ctrl+r')

    app.wait_for_bars('train', 'railway')
    equal(len(service.predictions()), 2)


def try_again_asks_again(session):
    service = session.serve(predict_answer(**refusal(400, 21313, 'Model prediction failed')), predict_answer())
    app = session.start_with_account(session.picture(), service=service)

    app.find_label('The Model Failed')
    app.click('Try Again')

    app.wait_for_bars('train', 'railway')
    equal(len(service.predictions()), 2)


def starting_model_is_waited_for(session):
    service = session.serve(predict_answer(**refusal(503, 21351, 'Model is being deployed')), predict_answer())
    app = session.start_with_account(session.picture(), service=service)

    app.find_label(re.compile('^Waiting for the model to start…'))

    app.wait_for_bars('train', 'railway')


def refused_token_leaves_the_pictures_there(session):
    service = session.serve(predict_answer(**refusal(401, 11009, 'API key not found')))
    app = session.start_with_account(session.picture(), service=service)

    app.find_label('Clarifai Refused This Token')
    app.find('image', 'lake.jpg')


def half_an_answer_is_told(session):
    service = session.serve(predict_answer(text='<html>Sign in to the network</html>', content_type='text/html'))
    app = session.start_with_account(session.picture(), service=service)

    app.find_label('The Answer Makes No Sense')


def answer_without_concepts_is_told(session):
    service = session.serve(predict_answer(outputs_for_each_input=concepts()))
    app = session.start_with_account(session.picture(), service=service)

    app.find_label('No Concepts in This Answer')


run(failed_picture_says_why_and_can_be_tried_again, try_again_asks_again, starting_model_is_waited_for,
    refused_token_leaves_the_pictures_there, half_an_answer_is_told, answer_without_concepts_is_told)
