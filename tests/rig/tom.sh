#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A real TOM for the tests: TOM Toolkit on SQLite behind gunicorn, as its own set-up makes it when nothing is asked.
#   tom.sh fetch               both versions, once per machine; exit 77 with the reason when they cannot be had
#   tom.sh up FOLDER SITE      makes SITE in FOLDER, or takes what is there, and serves it until standard input ends; prints
#                              {"url": "http://127.0.0.1:PORT"}; $TOM_PORT says which, else any that is free
#   tom.sh manage FOLDER …     Django's manage.py of the site in FOLDER
# SITE is a file in tom/sites, which say what they are. People (tom/people.py): alice of Observers and SN, bob of no group, carol of SN,
# root, who may do all; their password is user-pw, their tokens are 40 times b, c, d, a. The packages live in $TOCSIN_RIG.
set -eu
here=$(cd "$(dirname "$0")" && pwd)/tom
rig=${TOCSIN_RIG:-${XDG_CACHE_HOME:-$HOME/.cache}/tocsin-rig}
versions="3.1.0 2.32.4"
export PYTHONDONTWRITEBYTECODE= # a start takes 2 s with it, 7 s without

unavailable() { echo "no TOM: $*" >&2; exit 77; }

fetch() { # VERSION: what was installed from another list goes
    dir=$rig/tom-$1
    cmp -s "$here/packages-$1.txt" "$dir/.complete" && return
    python3 -c 'import ensurepip' 2>/dev/null || unavailable "python3-venv is not installed"
    mkdir -p "$rig"
    exec 8>"$rig/.tom-$1.lock"
    flock 8 # several test programs may start on a new machine at once
    if ! cmp -s "$here/packages-$1.txt" "$dir/.complete"; then
        rm -rf "$dir"
        # --no-compile: what a TOM really imports is a small part of it.
        { python3 -m venv "$dir" && timeout 600 "$dir/bin/python" -m pip install -q --no-compile --disable-pip-version-check -r "$here/packages-$1.txt"; } \
            >"$rig/.tom-$1.log" 2>&1 8>&- || { grep -m 2 -i error "$rig/.tom-$1.log" >&2; rm -rf "$dir"; unavailable "TOM Toolkit $1 could not be installed"; }
        cp "$here/packages-$1.txt" "$dir/.complete"
    fi
    exec 8>&-
}

version_of() { sed -n 's/^# *TOM Toolkit \([0-9.]*[0-9]\).*/\1/p' "$here/sites/$1.py"; }

# A site takes 15 s to make, so one of each kind is kept and copied.
kept() { # SITE PYTHON: its folder
    site=$rig/tom-sites/$1-$(cat "$here"/*.py "$here/sites/common.inc" "$here/sites/$1.py" "$here/packages-$version.txt" | sha256sum | cut -c1-16)
    mkdir -p "$rig/tom-sites"
    exec 8>"$rig/tom-sites/.$1.lock"
    flock 8
    if [ ! -f "$site/.complete" ]; then
        rm -rf "$rig/tom-sites/$1-"*
        {
            "$2" "$here/makesite.py" "$site" "$here/sites/$1.py"
            cd "$site"
            export TMPDIR=$site/tmp
            "$2" manage.py makemigrations custom_code
            "$2" manage.py migrate --noinput
            "$2" manage.py shell <"$here/people.py"
        } >"$rig/tom-sites/$1.log" 2>&1 8>&- </dev/null || { tail -n 3 "$rig/tom-sites/$1.log" >&2; echo "the TOM $1 could not be made" >&2; exit 1; }
        touch "$site/.complete"
    fi
    exec 8>&-
}

case ${1:-} in
fetch)
    for version in $versions; do fetch "$version"; done ;;
up)
    version=$(version_of "$3")
    fetch "$version"
    python=$rig/tom-$version/bin/python
    if [ ! -f "$2/db.sqlite3" ]; then
        kept "$3" "$python"
        mkdir -p "$2"
        cp -r "$site/." "$2"
    fi
    cd "$2"
    echo "$python" >.python
    export TMPDIR=$PWD/tmp # the toolkit caches there: two TOMs would share it
    exec "$python" -m gunicorn -c "$here/gunicorn.conf.py" mytom.wsgi ;;
manage)
    cd "$2"
    shift 2
    export TMPDIR=$PWD/tmp
    exec "$(cat .python)" manage.py "$@" ;;
*) sed -n '3,9p' "$0"; exit 2 ;;
esac
