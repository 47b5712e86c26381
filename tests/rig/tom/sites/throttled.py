# SPDX-License-Identifier: GPL-3.0-or-later
# TOM Toolkit 3.1.0 that takes three targets in ten seconds; then 429 with Retry-After.
_ = """throttle.py
from rest_framework.throttling import UserRateThrottle


class FewTargets(UserRateThrottle):
    scope = "targets"
    THROTTLE_RATES = {"targets": "any"}

    def parse_rate(self, rate):
        return 3, 10

    def allow_request(self, request, view):
        return request.method != "POST" or super().allow_request(request, view)
"""
REST_FRAMEWORK = {"DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
                  "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
                  "DEFAULT_THROTTLE_CLASSES": ["custom_code.throttle.FewTargets"],
                  "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.LimitOffsetPagination", "PAGE_SIZE": 100}
