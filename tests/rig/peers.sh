#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Python clients of the field, to compare with. Prints the interpreter; exit 77 with the reason when they cannot be had.
#   peers.sh        hop-client
#   peers.sh gcn    gcn-kafka
set -eu
case ${1:-} in
"") name=peers packages="hop-client==0.13.0 six" ;;
gcn) name=peers-gcn packages="gcn-kafka==0.3.4" ;;
*) sed -n '4,5p' "$0"; exit 2 ;;
esac
dir=${TOCSIN_RIG:-${XDG_CACHE_HOME:-$HOME/.cache}/tocsin-rig}/$name
if [ ! -x "$dir/bin/python" ] || [ ! -f "$dir/.complete" ]; then
    # shellcheck disable=SC2086 # words
    { python3 -m venv "$dir" && "$dir/bin/pip" install -q $packages && touch "$dir/.complete"; } >"${TMPDIR:-/tmp}/tocsin-$name.log" 2>&1 \
        || { echo "skipped: ${packages%% *} could not be installed: $(tail -n 1 "${TMPDIR:-/tmp}/tocsin-$name.log")" >&2; exit 77; }
fi
echo "$dir/bin/python"
