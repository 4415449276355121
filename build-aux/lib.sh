# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2154
# Shared by run and test, which set $top to the tree's folder first.

. "$top/build-aux/packages"
unset DESTDIR MAKEFLAGS

say () {
  printf '%s\n' "$*" >&2
}

die () {
  say "$*"
  exit 1
}

# quietly LOG COMMAND...: what COMMAND says goes into LOG, and is shown only when it fails.
quietly () {
  quietly_log=$1
  shift
  "$@" </dev/null >"$quietly_log" 2>&1 && return 0
  quietly_status=$?
  cat "$quietly_log" >&2
  return "$quietly_status"
}

# missing_packages NAME...: those that are not there, one a line. A package is there when one is installed under its name
# or provides it; so a library that was renamed is found as well.
missing_packages () {
  dpkg-query -W -f '${db:Status-Status}\t${Package}\t${Provides}\n' | awk -v wanted="$*" '
    BEGIN { FS = "\t" }
    $1 == "installed" {
      there[$2] = 1
      n = split ($3, provided, /, */)
      for (i = 1; i <= n; i++) {
        sub (/[ (:].*/, "", provided[i])
        there[provided[i]] = 1
      }
    }
    END {
      n = split (wanted, names, /[ \n]+/)
      for (i = 1; i <= n; i++) {
        if (names[i] == "")
          continue
        found = 0
        m = split (names[i], either, /\|/)
        for (j = 1; j <= m; j++)
          found = found || (either[j] in there)
        if (!found && !(either[1] in said))
          print either[1]
        said[either[1]] = 1
      }
    }'
}

# Somebody is there to answer.
on_terminal () {
  [ -z "${CI:-}" ] && [ -t 0 ] && [ -t 2 ]
}

# as_root COMMAND...
as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif on_terminal; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

can_be_root () {
  [ "$(id -u)" -eq 0 ] && return 0
  command -v sudo >/dev/null 2>&1 || return 1
  on_terminal || sudo -n true </dev/null >/dev/null 2>&1
}

# install_missing NAME...: gets what is not there, and asks first where somebody can answer.
install_missing () {
  if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
    command -v meson >/dev/null 2>&1 ||
      die "This is not Debian. Surmise needs what these Debian packages hold; please install them: $*"
    say "This is not Debian: going on with what is there. Debian's names of what Surmise needs: $*"
    return 0
  fi

  missing=$(missing_packages "$@" | tr '\n' ' ')
  missing=${missing% }
  [ -n "$missing" ] || return 0

  by_hand="apt-get update && apt-get install --no-install-recommends $missing"
  if ! can_be_root; then
    say "Some packages are missing, and only root can install them. As root, please run:"
    die "  $by_hand"
  fi
  if on_terminal; then
    say "Some packages are missing: $missing"
    printf 'Install them now? [Y/n] ' >&2
    read -r answer || answer=n
    case $answer in
      ''|[Yy]*) ;;
      *) say "Nothing was installed. To do it yourself, run this as root:"; die "  $by_hand" ;;
    esac
  else
    say "Installing: $missing"
  fi
  # shellcheck disable=SC2086
  if ! { as_root apt-get -q update &&
         as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends $missing; } </dev/null >&2; then
    say "They could not be installed. As root, please run:"
    die "  $by_hand"
  fi
}

# set_up FOLDER OPTION...: configures a build, unless it is configured like this already.
set_up () {
  build=$1
  shift
  stamp=$(printf '%s\n' "$top" "$@")
  if [ -f "$build/build.ninja" ] && [ "$(cat "$build/.set-up" 2>/dev/null)" = "$stamp" ]; then
    return 0
  fi
  # A stamp that differs is from another place or other options.
  [ ! -f "$build/.set-up" ] || rm -rf "$build"
  mkdir -p "$build"
  if [ -f "$build/build.ninja" ]; then
    set -- --reconfigure "$@"
  fi
  say "Configuring ${build##*/}"
  quietly "$build/set-up.log" meson setup "$build" "$top" "$@" || return
  printf '%s\n' "$stamp" >"$build/.set-up"
}

# compile FOLDER: silent when there is nothing to do.
compile () {
  case $(ninja -n -C "$1" </dev/null 2>&1 | tail -n 1) in
    *'no work to do.') return 0 ;;
  esac
  say "Building ${1##*/}"
  ninja --quiet -C "$1" </dev/null >&2
}
