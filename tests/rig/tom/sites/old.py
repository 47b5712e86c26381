# SPDX-License-Identifier: GPL-3.0-or-later
# TOM Toolkit 2.32.4 as it is set up when nothing is asked, as most sites are: tokens are ignored, "not permitted" is a 302.
