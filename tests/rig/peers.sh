#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Python clients of the field, to compare with. Prints the interpreter; exit 77 with the reason when they cannot be had.
set -eu
dir=${TOCSIN_RIG:-${XDG_CACHE_HOME:-$HOME/.cache}/tocsin-rig}/peers
if [ ! -x "$dir/bin/python" ] || [ ! -f "$dir/.complete" ]; then
    { python3 -m venv "$dir" && "$dir/bin/pip" install -q hop-client==0.13.0 six && touch "$dir/.complete"; } >"${TMPDIR:-/tmp}/tocsin-peers.log" 2>&1 \
        || { echo "skipped: hop-client could not be installed: $(tail -1 "${TMPDIR:-/tmp}/tocsin-peers.log")" >&2; exit 77; }
fi
echo "$dir/bin/python"
