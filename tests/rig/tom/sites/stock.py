# SPDX-License-Identifier: GPL-3.0-or-later
# TOM Toolkit 3.1.0 as it is set up when nothing is asked: token, session and Basic; making targets needs no sign-in.
