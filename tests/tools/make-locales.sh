#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# make-locales.sh FOLDER LOCALE...   Makes locales such as de_DE.UTF-8 in FOLDER, for LOCPATH=FOLDER: a fresh machine has
# none but C and POSIX. What is there already is kept.
set -eu
folder=$1
shift
mkdir -p "$folder"
for locale; do
  [ ! -f "$folder/$locale/LC_CTYPE" ] || continue
  localedef --no-archive -i "${locale%%.*}" -f "${locale#*.}" "$folder/$locale"
done
