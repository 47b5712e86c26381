#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# tst_deb.sh BUILD-FOLDER: the Debian package holds what it must, asks for what is loaded at run time, and its program starts.
set -eu
for tool in cpack dpkg-deb dpkg-shlibdeps file; do
    command -v "$tool" >/dev/null || { echo "SKIPPED: $tool is not installed"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
fail() { echo "FAILED: $*"; failures=$((failures + 1)); }

cpack --config "$1/CPackConfig.cmake" -G DEB -B "$work" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
package=$(echo "$work"/tocsin_*.deb)
[ -f "$package" ] || { ls "$work"; echo "FAILED: no package"; exit 1; }

dpkg-deb -c "$package" >"$work/list"
for path in bin/tocsin share/applications/tocsin.desktop share/icons/hicolor/scalable/apps/tocsin.svg share/metainfo/tocsin.metainfo.xml \
    share/man/man1/tocsin.1.gz share/doc/tocsin/copyright share/doc/tocsin/changelog.gz; do
    grep -q " \./usr/$path\$" "$work/list" || fail "usr/$path is not in the package"
done
awk '$2 != "root/root"' "$work/list" | grep -q . && fail "a file does not belong to root"
grep -vE ' \./(usr/.*)?$' "$work/list" | grep -q . && fail "something lies outside of /usr"

depends=$(dpkg-deb -f "$package" Depends)
for name in libqt6sql6-sqlite libqt6svg6 libsecret-1-0 fonts-roboto-unhinted fonts-noto-mono fonts-dejavu-core libqt6core6 librdkafka1 libc6; do
    grep -qE "(^|, )$name( |,|\$)" <<<"$depends" || fail "the package does not depend on $name"
done
grep -qE -- '-dev( |,|$)' <<<"$depends" && fail "the package depends on development files: $depends"
for field in Package:tocsin Section:science; do
    [ "$(dpkg-deb -f "$package" "${field%:*}")" = "${field#*:}" ] || fail "${field%:*} is not ${field#*:}"
done

dpkg-deb -x "$package" "$work/root"
version=$(dpkg-deb -f "$package" Version)
[ "$(env -i HOME="$work" "$work/root/usr/bin/tocsin" --version)" = "tocsin $version" ] || fail "the packed program does not tell version $version"
zcat "$work/root/usr/share/man/man1/tocsin.1.gz" | grep -q '^\.TH TOCSIN 1' || fail "the manual page is none"
grep -q "version=\"$version\"" "$work/root/usr/share/metainfo/tocsin.metainfo.xml" || fail "the metainfo does not know version $version"
objdump -h "$work/root/usr/bin/tocsin" | grep -q '\.debug_info' && fail "the program is not stripped"
objdump -p "$work/root/usr/bin/tocsin" | grep -qE 'R(UN)?PATH' && fail "the program looks for libraries in a build folder"
if command -v desktop-file-validate >/dev/null; then
    desktop-file-validate "$work/root/usr/share/applications/tocsin.desktop" || fail "the desktop file is not valid"
fi
if command -v appstreamcli >/dev/null; then
    appstreamcli validate --no-net "$work/root/usr/share/metainfo/tocsin.metainfo.xml" >"$work/appstream" || { cat "$work/appstream"; fail "the metainfo is not valid"; }
fi
[ $failures -eq 0 ]
