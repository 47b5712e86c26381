# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./run, ./test and installer/build-deb: installs what is missing and builds. Everything it says goes to
# standard error.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { echo "tocsin: $*" >&2; }

packages() { # SECTION…: the names of these sections
    local section wanted=" $* " line
    while read -r line; do
        line=${line%%#*}
        case $line in
        \[*) section=${line#[} section=${section%]*} ;;
        *) case $wanted in *" $section "*) printf '%s\n' $line ;; esac ;;
        esac
    done <"$root/installer/packages"
}

install_missing() { # SECTION…
    local missing=() name
    command -v dpkg-query >/dev/null || { say "this is no Debian system; install by hand what installer/packages lists"; return; }
    for name in $(packages "$@"); do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q ' installed$' || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return
    say "installing ${missing[*]}"
    local become=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { say "neither root nor sudo: ask an administrator for these packages"; exit 1; }
        become=(sudo)
    fi
    "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2 || say "the package lists could not be renewed; trying with the old ones"
    "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2 || {
        say "these packages could not be installed; is there a network?"
        exit 1
    }
}

# PRESET TARGET… [-- CMAKE-ARGUMENT…]
build() {
    local preset=$1 targets=() arguments=() stamp
    shift
    while [ $# -gt 0 ] && [ "$1" != -- ]; do targets+=("$1"); shift; done
    [ $# -gt 0 ] && shift && arguments=("$@")
    # Configured anew only when the lists of files or the arguments changed; ninja itself sees changed CMakeLists.txt.
    stamp="$root/build/$preset/arguments"
    if [ ! -f "$root/build/$preset/build.ninja" ] || [ "$(cat "$stamp" 2>/dev/null)" != "${arguments[*]-}" ]; then
        say "configuring ($preset)"
        (cd "$root" && cmake --preset "$preset" "${arguments[@]}") >"${TMPDIR:-/tmp}/tocsin-configure.$$" 2>&1 || {
            tail -20 "${TMPDIR:-/tmp}/tocsin-configure.$$" >&2
            say "the build could not be configured"
            exit 1
        }
        rm -f "${TMPDIR:-/tmp}/tocsin-configure.$$"
        echo "${arguments[*]-}" >"$stamp"
    fi
    # With an estimate of the time that is left.
    NINJA_STATUS="[%f/%t, %p, %es] " ninja -C "$root/build/$preset" "${targets[@]}" >&2 || { say "the build failed"; exit 1; }
}
