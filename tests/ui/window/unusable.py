# unusable.py – several things at once that nothing can come of
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from surmise_window import equal, predict_answer, run, until


def told(app):
    return '\n'.join(node.text for node in app.walk() if node.accessible.get_text_iface())


def one_toast_names_one_and_counts_the_others(session):
    service = session.serve(predict_answer())
    text = session.folder / 'notes & plans.txt'
    text.write_text('not a picture')
    broken = session.folder / 'cut.jpg'
    broken.write_bytes(session.picture().read_bytes()[:4000])

    app = session.start_with_account(text, session.folder / 'missing.jpg', 'ftp://pictures.invalid/lake.jpg', broken,
                                     service=service)

    toast = app.find_label(re.compile('^“.*”.*, and [0-9]+ more cannot be used$'))
    assert toast.name.endswith(', and 3 more cannot be used'), toast
    equal(len(app.find_all('label', re.compile('cannot be used'))), 1)
    app.find_label('Drop a Picture')
    equal(service.predictions(), [])

    app.click('Details')
    for part in ('“notes & plans.txt” is not a picture', '“missing.jpg” cannot be found',
                 '“cut.jpg” is damaged',
                 '“ftp://pictures.invalid/lake.jpg” is not an http or https address'):
        until(lambda part=part: part in told(app), f'{part} is told')


def the_good_one_among_them_is_asked_about(session):
    service = session.serve(predict_answer())
    text = session.folder / 'notes.txt'
    text.write_text('not a picture')

    app = session.start_with_account(text, session.picture(), service=service)

    app.wait_for_bars('train', 'railway')
    app.find_label('“notes.txt” is not a picture')
    equal(len(service.inputs()), 1)


run(one_toast_names_one_and_counts_the_others, the_good_one_among_them_is_asked_about)
