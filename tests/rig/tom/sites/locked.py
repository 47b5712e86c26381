# SPDX-License-Identifier: GPL-3.0-or-later
# TOM Toolkit 3.1.0 that nobody sees without its own sign-in page: an empty 403 for every token.
AUTH_STRATEGY = "LOCKED"
