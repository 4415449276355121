# test_demo.py – surmise tag with the demo: what it prints, and how it ends
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import re
import subprocess

from command import SURMISE, ended, equal, png, red, run

COLORS = ['--demo', '--model', 'demo/on-device/color-recognition']
LINE = re.compile(r'^.+ [01]\.\d\d$')


def text_is_name_then_concepts(case):
    result = ended(case.tag(*COLORS, 'red.png', 'blue.png'), 0)
    equal(result.stdout.lower(), f'{case.path("red.png")}\nred 1.00\n{case.path("blue.png")}\nblue 1.00\n'.lower())
    equal(result.stderr, '')


def own_model_without_an_option(case):
    result = ended(case.tag('--demo', '--min-confidence', '0', 'red.png'), 0)
    lines = result.stdout.splitlines()
    equal(lines[0], case.path('red.png'))
    assert len(lines) > 1 and all(LINE.match(line) for line in lines[1:]), result.stdout


def json_has_everything(case):
    found = json.loads(ended(case.tag(*COLORS, '--format', 'json', 'red.png', 'blue.png'), 0).stdout)
    equal([picture['picture'] for picture in found], [case.path('red.png'), case.path('blue.png')])
    assert found[0]['model'].startswith('demo/on-device/color-recognition'), found
    equal(found[0]['concepts'][0]['name'].lower(), 'red')
    assert 0.99 < found[0]['concepts'][0]['confidence'] <= 1, found


def json_has_failures_in_words(case):
    found = json.loads(ended(case.tag(*COLORS, '--format=json', 'missing.png', 'red.png'), 1).stdout)
    equal(found[0]['picture'], case.path('missing.png'))
    assert found[0]['error'].startswith('The File Cannot Be Found.'), found
    assert 'concepts' not in found[0] and 'error' not in found[1], found


def json_in_a_locale_without_letters(case):
    case.write('K\u00e4se.png', png(8, 8, red))
    result = ended(case.tag(*COLORS, '--format=json', 'K\u00e4se.png', LC_ALL='C.UTF-8'), 0)
    plain = ended(case.tag(*COLORS, '--format=json', 'K\u00e4se.png', LC_ALL='C'), 0)
    assert json.loads(result.stdout)[0]['picture'].endswith('/K\u00e4se.png')
    equal(json.loads(plain.stdout)[0]['concepts'], json.loads(result.stdout)[0]['concepts'])


def regions_in_json(case):
    def spot(x, y):
        return (255, 0, 0) if 20 <= x < 40 and 20 <= y < 40 else (255, 255, 255)
    case.write('spot.png', png(120, 90, spot))
    found = json.loads(ended(case.tag('--demo', '-m', 'demo/on-device/salient-region', '--min-confidence=0', '-f', 'json',
                                      'spot.png'), 0).stdout)
    box = found[0]['regions'][0]['box']
    assert len(box) == 4 and 0 <= box[0] < box[2] <= 1 and 0 <= box[1] < box[3] <= 1, found


def folder_stands_for_its_pictures(case):
    case.write('album/b.png', png(8, 8, red))
    case.write('album/a.png', png(8, 8, red))
    case.write('album/more/c.png', png(8, 8, red))
    case.write('album/notes.txt', b'text')
    result = ended(case.tag(*COLORS, 'album'), 0)
    equal([line for line in result.stdout.splitlines() if '/' in line],
          [case.path('album/a.png'), case.path('album/b.png'), case.path('album/more/c.png')])


def empty_folder_says_so(case):
    os.mkdir(case.path('album'))
    result = ended(case.tag(*COLORS, 'album'), 0)
    equal(result.stdout, '')
    equal(result.stderr, 'surmise: There are no pictures in it.\n')
    equal(json.loads(ended(case.tag(*COLORS, '-f', 'json', 'album'), 0).stdout), [])


def missing_file_is_named_and_others_tagged(case):
    case.write('text.png', b'this is text')
    result = ended(case.tag(*COLORS, 'missing.png', 'red.png', 'text.png', 'blue.png'), 1)
    assert f'surmise: {case.path("missing.png")}: The File Cannot Be Found.' in result.stderr, result.stderr
    assert f'surmise: {case.path("text.png")}: This Is Not a Picture.' in result.stderr, result.stderr
    equal(len(result.stderr.splitlines()), 2)
    equal([line for line in result.stdout.splitlines() if '/' in line], [case.path('red.png'), case.path('blue.png')])


def odd_names(case):
    for name in ('10:30.png', '-dash.png', 'two words.png', 'line\nbreak.png', 'esc\033[2J.png'):
        case.write(name, png(8, 8, red))
    result = ended(case.tag(*COLORS, '--', '10:30.png', '-dash.png', 'two words.png', 'line\nbreak.png', 'esc\033[2J.png'), 0)
    assert '\033' not in result.stdout
    equal(len(result.stdout.splitlines()), 10)


def steering_characters_stay_out_of_errors(case):
    result = ended(case.tag(*COLORS, 'gone\033[2J\x9b.png'), 1)
    assert '\033' not in result.stderr and '\x9b' not in result.stderr, result.stderr


def wrong_addresses_are_named(case):
    result = ended(case.tag(*COLORS, 'https://user:pass@example.com/a.png', 'http://192.168.0.1/a.png', 'nonsense://x/a.png'), 1)
    assert 'The Address Holds a Login.' in result.stderr, result.stderr
    assert 'http://192.168.0.1/a.png: The Address Leads Into a Private Network.' in result.stderr, result.stderr
    assert 'nonsense://x/a.png' in result.stderr, result.stderr
    equal(result.stdout, '')


def at_least_so_sure(case):
    def shown(*arguments):
        lines = ended(case.tag('--demo', '--model=demo/on-device/picture-properties', *arguments, 'red.png'), 0).stdout.splitlines()
        return lines[1:]
    everything = shown('--min-confidence', '0', '--max-concepts', '200')
    values = [float(line.rsplit(' ', 1)[1]) for line in everything]
    equal(values, sorted(values, reverse=True))
    some = shown('--min-confidence', '0.5')
    equal(some, [line for line, value in zip(everything, values) if value >= 0.5][:20])
    assert 0 < len(some) < len(everything), everything
    equal(shown('--min-confidence', '0', '--max-concepts', '2'), everything[:2])
    equal(shown(), some)


def one_request_at_a_time(case):
    result = ended(case.tag(*COLORS, '--jobs', '1', 'red.png', 'blue.png'), 0)
    equal([line for line in result.stdout.splitlines() if '/' in line], [case.path('red.png'), case.path('blue.png')])


def usage_errors(case):
    for arguments in (['--nonsense', 'red.png'], [], ['--demo'], ['--demo', '--format', 'xml', 'red.png'],
                      ['--demo', '--model', 'nothing', 'red.png'], ['--demo', '--min-confidence', '1.5', 'red.png'],
                      ['--demo', '--min-confidence', 'nan', 'red.png'], ['--demo', '--min-confidence', 'much', 'red.png'],
                      ['--demo', '--max-concepts', '0', 'red.png'], ['--demo', '--max-concepts', '201', 'red.png'],
                      ['--demo', '--jobs', '0', 'red.png'], ['--demo', '--jobs', '-1', 'red.png'],
                      ['--demo', '--jobs', '17', 'red.png'], ['--demo', '--prompt', '', 'red.png'],
                      ['--demo', '--language', '', 'red.png'], ['--demo', '--concepts', '', 'red.png'],
                      ['--demo', '--concepts', ' , ,', 'red.png']):
        result = ended(case.tag(*arguments), 2)
        equal(result.stdout, '')
        assert result.stderr.startswith('surmise tag: '), result.stderr


def no_account(case):
    result = ended(case.tag('red.png'), 3)
    equal(result.stdout, '')
    assert 'There is no account.' in result.stderr and '--demo' in result.stderr, result.stderr


def unusable_token_is_told(case):
    result = ended(case.tag('red.png', CLARIFAI_PAT='two words'), 3)
    assert 'A Token Has No Blanks' in result.stderr and 'two words' not in result.stderr, result.stderr


def unusable_server_is_told(case):
    result = ended(case.tag('red.png', CLARIFAI_PAT='a' * 32, CLARIFAI_API_BASE='http://example.com'), 3)
    assert 'The Server Address Is Not Secure' in result.stderr, result.stderr


def demo_in_spite_of_the_environment(case):
    ended(case.tag(*COLORS, 'red.png', CLARIFAI_PAT='two words'), 0)


def help_names_every_option(case):
    result = ended(case.tag('--help'), 0)
    for option in ('--model', '--demo', '--format', '--min-confidence', '--max-concepts', '--language', '--concepts', '--prompt',
                   '--jobs', 'FILE|FOLDER|URL'):
        assert option in result.stdout, result.stdout


def full_disk_is_no_success(case):
    with open('/dev/full', 'w', encoding='utf-8') as full:
        environment = {**os.environ, 'HOME': str(case.folder)}
        result = subprocess.run([SURMISE, 'tag', *COLORS, 'red.png'], cwd=case.folder, env=environment, stdout=full,
                                stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=60, check=False)
    equal(result.returncode, 1)


run([text_is_name_then_concepts, own_model_without_an_option, json_has_everything, json_has_failures_in_words,
     json_in_a_locale_without_letters, regions_in_json, folder_stands_for_its_pictures, empty_folder_says_so,
     missing_file_is_named_and_others_tagged, odd_names, steering_characters_stay_out_of_errors, wrong_addresses_are_named,
     at_least_so_sure, one_request_at_a_time, usage_errors, no_account, unusable_token_is_told, unusable_server_is_told,
     demo_in_spite_of_the_environment, help_names_every_option, full_disk_is_no_success])
