# SPDX-License-Identifier: GPL-3.0-or-later
# TOM Toolkit 3.1.0 in production: tokens end after a day and want a second factor; short error pages.
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]
TOM_API_TOKEN_EXPIRY_DAYS = 1
TOM_API_TOKEN_REQUIRES_MFA = True
