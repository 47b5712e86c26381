#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tst_accessibility.sh PROGRAM FILLHOME: starts the real window on a screen, a session bus and an accessibility bus of its own, and drives
# it as a screen reader would (contract, section 7). What is checked stands in tst_accessibility.py.
set -u
here=$(cd "$(dirname "$0")" && pwd -P)
python=/usr/bin/python3 # Debian's own: it has the bindings
for tool in Xvfb openbox dbus-run-session /usr/libexec/at-spi-bus-launcher $python; do
    command -v "$tool" >/dev/null || { echo "SKIPPED: $tool is not installed"; exit 77; }
done
$python -c "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi" 2>/dev/null \
    || { echo "SKIPPED: python3-pyatspi or gir1.2-atspi-2.0 is not installed"; exit 77; }

work=$(mktemp -d)
started=()
finish() {
    [ ${#started[@]} -eq 0 ] || kill "${started[@]}" 2>/dev/null
    rm -rf "$work"
}
trap finish EXIT

# The server picks a free number and writes it when it is ready.
mkfifo "$work/screen"
Xvfb -displayfd 7 -screen 0 1600x1000x24 -nolisten tcp 7>"$work/screen" >"$work/xvfb.log" 2>&1 &
started+=($!)
read -r -t 30 screen <"$work/screen" || { cat "$work/xvfb.log"; echo "SKIPPED: no screen could be started"; exit 77; }
"$2" "$work/home" 300 || { echo "FAILED: the home could not be filled"; exit 1; }
export DISPLAY=:$screen QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 XDG_RUNTIME_DIR=$work/run LANG=C.UTF-8 LC_ALL=C.UTF-8
export GIO_USE_VFS=local GSETTINGS_BACKEND=memory
mkdir -m 700 "$work/run"
openbox >"$work/openbox.log" 2>&1 &
started+=($!)
dbus-run-session -- bash -c '/usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 & exec "$@"' _ \
    $python -W ignore "$here/tst_accessibility.py" "$1" "$work/home"
