# second_start.py – a second start, a file manager's call, and the end
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import socket

from surmise_window import TOKEN, Gio, GLib, equal, predict_answer, run

NAME = 'io.github.surmise.Surmise'


def second_start_opens_into_the_first_window(session):
    service = session.serve(predict_answer())
    app = session.start_with_account(service=service)
    app.find_label('Drop a Picture')

    equal(session.start(session.picture()).wait(), 0)

    app.wait_for_bars('train', 'railway')
    equal(len(app.find_all(where=lambda node: len(node.path) == 1)), 1)


def relative_name_is_that_of_the_second_start(session):
    service = session.serve(predict_answer())
    app = session.start_with_account(service=service)
    app.find_label('Drop a Picture')
    session.picture('here.jpg')

    second = session.start('here.jpg')  # every one is started in the session's folder
    equal(second.wait(), 0)

    app.find('image', 'here.jpg')


def file_manager_opens_by_the_bus(session):
    service = session.serve(predict_answer())
    app = session.start_with_account(service=service)
    app.find_label('Drop a Picture')

    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    bus.call_sync(NAME, f'/{NAME.replace(".", "/")}', 'org.freedesktop.Application', 'Open',
                  GLib.Variant('(asa{sv})', ([session.picture().as_uri()], {})), None, Gio.DBusCallFlags.NONE, 10000, None)

    app.wait_for_bars('train', 'railway')


def accept_prediction(server):
    """The model itself is asked about first, and gets no answer."""
    waiting = []
    while True:
        connection, _ = server.accept()
        connection.settimeout(20)
        if connection.recv(4096).startswith(b'POST '):
            return connection
        waiting.append(connection)


def closing_breaks_off_what_is_under_way(session):
    with socket.create_server(('127.0.0.1', 0)) as server:
        server.settimeout(20)
        app = session.start(session.picture(), token=TOKEN, CLARIFAI_API_BASE=f'http://127.0.0.1:{server.getsockname()[1]}')
        connection = accept_prediction(server)
        with connection:
            equal(app.quit(), 0)

            try:
                while connection.recv(65536):
                    pass
            except ConnectionResetError:
                pass
    equal(app.said(), '')


run(second_start_opens_into_the_first_window, relative_name_is_that_of_the_second_start, file_manager_opens_by_the_bus,
    closing_breaks_off_what_is_under_way)
