#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A real OpenID provider for the tests (oidc/provider.mjs, which says what it offers), and somebody with a browser.
#   oidc.sh fetch              oidc-provider, once per machine; exit 77 with the reason when it cannot be had
#   oidc.sh up FOLDER          runs it until its standard input ends; prints {"issuer": "http://127.0.0.1:PORT"}
#   oidc.sh person ADDRESS …   signs in as alice and consents (oidc/person.mjs)
#   oidc.sh browser ADDRESS …  the same in headless Chromium (oidc/browser.mjs); exit 77 when there is none
# The packages live in $TOCSIN_RIG.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
dir=${TOCSIN_RIG:-${XDG_CACHE_HOME:-$HOME/.cache}/tocsin-rig}/oidc-8.8.1

unavailable() { echo "no OpenID provider: $*" >&2; exit 77; }

fetch() {
    command -v node >/dev/null || unavailable "node is not installed"
    [ -f "$dir/.complete" ] && return
    command -v npm >/dev/null || unavailable "npm is not installed"
    mkdir -p "$dir"
    exec 8>"$dir/.lock"
    flock 8 # several test programs may start on a new machine at once
    if [ ! -f "$dir/.complete" ]; then
        cp "$here/oidc/package.json" "$here/oidc/package-lock.json" "$dir"
        (cd "$dir" && timeout 300 npm ci --ignore-scripts --no-audit --no-fund) >"$dir/log" 2>&1 8>&- \
            || { grep -m 2 -i err "$dir/log" >&2; unavailable "npm could not fetch oidc-provider"; }
        touch "$dir/.complete"
    fi
    exec 8>&-
}

case ${1:-} in
fetch) fetch ;;
up)
    fetch
    OIDC_NODE_MODULES=$dir/node_modules exec node "$here/oidc/provider.mjs" "$2" ;;
person)
    shift
    exec node "$here/oidc/person.mjs" "$@" ;;
browser)
    shift
    command -v chromium >/dev/null || unavailable "chromium is not installed"
    exec node "$here/oidc/browser.mjs" "$@" ;;
*) sed -n '3,8p' "$0"; exit 2 ;;
esac
