# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by ./run, ./test, installer/build-deb and tests/fuzz/run.sh: installs what is missing and builds.
# Everything it says goes to standard error.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# With paths relative to the checkout, a second one finds what the first compiled.
export CCACHE_BASEDIR=$root

say() { echo "tocsin: $*" >&2; }

packages() { # SECTION…: the names in these sections of the list
    local section='' wanted=" $* " line
    while read -r line || [ -n "$line" ]; do
        line=${line%%#*}
        case $line in
        \[*) section=${line#[} section=${section%]*} ;;
        ?*) case $wanted in *" $section "*) printf '%s\n' $line ;; esac ;;
        esac
    done <"$root/installer/packages" | sort -u
}

missing_packages() { # SECTION…
    local names
    names=$(packages "$@")
    # A package that dpkg never heard of is not in its answer, so what is there is taken away from what is wanted. Another
    # package may bring it: the Node of its makers holds npm, and stands against the package of that name.
    comm -23 <(echo "$names") <(dpkg-query -W -f '${db:Status-Status} ${Package} ${Provides}\n' | sed -n 's/^installed //p' | tr -s ', ' '\n' | sort -u)
}

# SECTION…: true when everything is there in the end. Asks for nothing and touches nothing when nothing is missing.
install_missing() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "this is not Debian or one of its like: nothing is installed; installer/packages lists what Tocsin needs"
        return 0
    fi
    local missing become=()
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -n "$missing" ] || return 0
    say "installing these Debian packages: $missing"
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "this account is not root and there is no sudo; as root, run: apt-get install $missing"
            return 1
        fi
        become=(sudo)
    fi
    local apt=("${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300)
    "${apt[@]}" update >&2 || say "the package lists could not be renewed; going on with the old ones"
    "${apt[@]}" install -y --no-install-recommends $missing >&2 && return 0
    say "not everything could be installed. Is there a network? By hand: apt-get install $missing"
    return 1
}

# Shows ninja's lines: on a terminal one line that changes, else one every quarter of a minute; with the time that is left.
# Whatever is no step (a warning, a failure) passes as it is.
show_progress() {
    local line step finished total left width shown=$SECONDS started=$SECONDS
    width=$(tput cols 2>/dev/null || echo 80)
    while IFS= read -r line; do
        if [[ $line == "ninja: Entering"* || $line == "ninja: no work"* || $line == "-- "* ]]; then
            continue
        elif [[ $line != $'\x1f'* ]]; then
            [ -t 2 ] && printf '\r\033[K' >&2
            printf '%s\n' "$line" >&2
            continue
        fi
        read -r finished total step <<<"${line#?}"
        left=''
        if [ $((SECONDS - started)) -ge 5 ] && [ "$finished" -gt 0 ]; then
            left=$(((SECONDS - started) * (total - finished) / finished))
            left=$([ $left -lt 90 ] && echo ", about $left s left" || echo ", about $(((left + 30) / 60)) min left")
        fi
        if [ -t 2 ]; then
            printf -v step '%s of %s%s: %s' "$finished" "$total" "$left" "$step"
            printf '\r\033[K%s' "${step:0:$((width - 1))}" >&2
        elif [ $((SECONDS - shown)) -ge 15 ] && [ "$total" -gt 20 ]; then
            say "$finished of $total$left"
            shown=$SECONDS
        fi
    done
    [ -t 2 ] && printf '\r\033[K' >&2
    return 0
}

# PRESET TARGET… [-- CMAKE-ARGUMENT…]: configures when it must, builds the targets (all without any).
build() {
    local preset=$1 targets=() arguments=() folder log
    shift
    while [ $# -gt 0 ] && [ "$1" != -- ]; do targets+=("$1"); shift; done
    [ $# -gt 0 ] && shift
    folder=$root/build/$preset
    # The same for every script, so that none undoes the work of another: a changed flag compiles everything again.
    arguments=("-DTOCSIN_WERROR=$([ -n "${CI-}" ] && echo ON || echo OFF)"
        "-DTOCSIN_TIMEOUT_FACTOR=$([ -n "${TOCSIN_NIGHTLY-}" ] && echo 100 || echo 1)" "$@")
    mkdir -p "$folder"
    exec 9>"$root/build/.lock"
    flock --nonblock 9 || { say "waiting for another build in this folder"; flock 9; }
    if [ -f "$folder/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        say "the project has moved; building anew"
        rm -rf "$folder"
        mkdir -p "$folder"
    fi
    # Ninja itself asks CMake again when a CMakeLists.txt changed.
    if [ ! -f "$folder/build.ninja" ] || [ "$(cat "$folder/arguments" 2>/dev/null)" != "${arguments[*]}" ]; then
        say "configuring ($preset)"
        log=$folder/configure.log
        if ! (cd "$root" && cmake --preset "$preset" "${arguments[@]}") >"$log" 2>&1 9>&-; then
            tail -25 "$log" >&2
            say "the build could not be configured; the whole story is in $log"
            return 1
        fi
        echo "${arguments[*]}" >"$folder/arguments"
    fi
    if ! (set -o pipefail; NINJA_STATUS=$'\x1f%f %t ' ninja -C "$folder" "${targets[@]}" 2>&1 9>&- | show_progress); then
        say "the build failed ($preset)"
        return 1
    fi
    exec 9>&-
}
