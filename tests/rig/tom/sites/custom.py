# SPDX-License-Identifier: GPL-3.0-or-later
# TOM Toolkit 3.1.0 in production with a target model of its own, one of whose fields is required; open to everybody by default.
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
TARGET_MODEL_CLASS = "custom_code.models.SurveyTarget"
TARGET_DEFAULT_PERMISSION = "OPEN"
_ = """models.py
from django.db import models
from tom_targets.base_models import BaseTarget


class SurveyTarget(BaseTarget):
    kind = models.CharField(max_length=40, verbose_name="Kind of object")
    priority = models.IntegerField(default=3, choices=[(1, "now"), (2, "tonight"), (3, "whenever")])
    remark = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        verbose_name = "target"
        permissions = (("view_target", "View Target"), ("add_target", "Add Target"),
                       ("change_target", "Change Target"), ("delete_target", "Delete Target"))
"""
