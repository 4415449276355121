# names.py – every control has a name
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import re

from surmise_window import equal, predict_answer, run

CONTROLS = {'push button', 'toggle button', 'check box', 'radio button', 'switch', 'entry', 'password text', 'text', 'slider',
            'list item', 'table cell', 'menu item', 'check menu item', 'link', 'combo box', 'spin button', 'level bar'}


def is_toolkit(node, everything):
    """What libadwaita makes inside its own rows and gives no name: an expander's row around its header's row, which has one,
    and the button in a password's row, which says in its description what it does."""
    if node.role == 'list item':
        return any(node in other.path and other.role == 'list item' and other.name for other in everything)
    return node.role == 'push button' and any(other.role == 'text' for other in node.path) and node.description


def check(app):
    """All that can be used on what shows now."""
    everything = list(app.walk())
    controls = [node for node in everything
                if node.role in CONTROLS and (node.has('FOCUSABLE') or node.actions or node.role == 'level bar')
                and (node.name or not is_toolkit(node, everything))]
    nameless = [' › '.join(repr(one) for one in (*node.path[-4:], node)) + f' {node.description!r}'
                for node in controls if not node.name.strip()]
    equal(nameless, [])
    return controls


def start(session, *pictures):
    app = session.start_with_account(*pictures, service=session.serve(predict_answer()))
    app.show()
    return app


def welcome_page(session):
    app = session.start()
    app.find('push button', 'Try the Demo')

    assert len(check(app)) >= 4


def connect_page(session):
    app = session.start()
    app.click('Connect to Clarifai…')
    app.find_label('Personal Access Token')

    check(app)


def empty_page(session):
    app = start(session)
    app.find('push button', 'Sample picture: balloons')

    assert len(check(app)) >= 8


def one_picture(session):
    app = start(session, session.picture())
    app.wait_for_bars('train', 'railway')
    app.key('ctrl+f')
    app.find('entry', 'Filter concepts')

    check(app)


def several_pictures(session):
    app = start(session, session.picture('one.jpg'), session.picture('two.jpg'))
    app.find('list item', 'two.jpg: train 99.9 percent')

    check(app)

    app.key('ctrl+g')
    app.find('table cell', 'two.jpg: train 99.9 percent')
    check(app)


def failed_picture(session):
    service = session.serve(predict_answer(text='nonsense'))
    app = session.start_with_account(session.picture(), service=service)
    app.find_label('The Answer Makes No Sense')

    check(app)


def model_chooser(session):
    app = start(session)
    app.key('ctrl+m')
    app.find('entry', 'Search Models')
    app.find('list item', 'Recent')

    check(app)


def accounts_window(session):
    app = start(session)
    app.click('Main menu')
    app.find('menu item', 'Accounts…')
    check(app)
    app.click('Accounts…', role='menu item')
    app.find_window('Accounts')
    app.find('radio button', re.compile('environment'))

    check(app)


def address_window(session):
    app = start(session)
    app.key('ctrl+l')
    app.find_window('Add Web Address')

    check(app)


run(welcome_page, connect_page, empty_page, one_picture, several_pictures, failed_picture, model_chooser, accounts_window,
    address_window)
