#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# shoot.sh SHOT.png COMMAND...   (inside with-display.sh) starts COMMAND, waits until its window shows and has come to rest,
# writes what the screen shows into SHOT.png, and ends COMMAND. What COMMAND says goes into the file $SAID, where set.
set -eu
[ -z "${SAID:-}" ] || exec >"$SAID" 2>&1
tools=$(cd "$(dirname "$0")" && pwd -P)
shot=$1
shift
rm -f "$shot"

"$@" &
app=$!
trap 'kill "$app" 2>/dev/null || :; wait "$app" 2>/dev/null || :' EXIT
trap 'exit 143' INT TERM

alive () {
  kill -0 "$app" 2>/dev/null && return 0
  status=0
  wait "$app" || status=$?
  echo "${1##*/} ended with status $status before its window showed" >&2
  exit 1
}

tries=0
until xdotool search --onlyvisible --pid "$app" >/dev/null 2>&1; do
  alive "$@"
  tries=$((tries + 1))
  [ "$tries" -lt 600 ] || { echo "no window after 30 seconds" >&2; exit 1; }
  sleep 0.05
done

# Pictures were given: results are bars.
for argument; do :; done
case $argument in
  -*|"$1") ;;
  *) "$tools/a11y.py" "${1##*/}" role 'level bar' 30 >/dev/null || echo "no result after 30 seconds" >&2 ;;
esac
"$tools/a11y.py" "${1##*/}" rest 10 >/dev/null || :
alive "$@"
import -window root "$shot"
