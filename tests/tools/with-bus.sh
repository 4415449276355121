#!/bin/sh
# SPDX-FileCopyrightText: The Surmise contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: with-bus.sh COMMAND...   Runs COMMAND with a private session bus on which nothing can be started on demand, and
# private XDG folders. No display: see with-display.sh for that.
set -eu
root=$(mktemp -d "${TMPDIR:-/tmp}/bus.XXXXXX")
export HOME="$root/home" XDG_RUNTIME_DIR="$root/run" XDG_DATA_HOME="$root/data" XDG_CONFIG_HOME="$root/config" \
       XDG_CACHE_HOME="$root/cache" XDG_STATE_HOME="$root/state"
mkdir -m 700 -p "$HOME" "$XDG_RUNTIME_DIR" "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME" "$XDG_STATE_HOME"
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
bpid=
cleanup() {
  [ -z "$bpid" ] || { kill "$bpid" 2>/dev/null || :; wait "$bpid" 2>/dev/null || :; }
  rm -rf "$root"
}
trap cleanup EXIT
trap 'exit 143' INT TERM
cat >"$root/bus.conf" <<X
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir=$XDG_RUNTIME_DIR</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
X
dbus-run-session --config-file="$root/bus.conf" -- "$@" &
bpid=$!
rc=0; wait "$bpid" || rc=$?
bpid=
exit $rc
