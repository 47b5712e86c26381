# SPDX-License-Identifier: GPL-3.0-or-later
"""makesite.py FOLDER SITE.py: what the toolkit's own `tom_setup` writes when every question gets its first answer, from the
templates of the installed version. Its settings end with what `local_settings` says: the rig's common ones and the site's."""
import pathlib
import sys

import django
import tom_setup
from django.template import Context, Engine

folder, site = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
own = site.read_text()
templates = pathlib.Path(tom_setup.__file__).parent / "templates/tom_setup"
answers = Context({
    "DJANGO_VERSION": django.get_version(), "CREATE_DATE": "today", "PROJECT_NAME": "mytom", "CUSTOM_CODE_APP_NAME": "custom_code",
    "SECRET_KEY": "for-tests-only-" + "0123456789" * 5, "TARGET_TYPE": "SIDEREAL", "HINTS_ENABLED": False, "TARGET_PERMISSIONS_ONLY": True})


def put(name, text=""):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def filled(name):
    return Engine().from_string((templates / name).read_text()).render(answers)


for name in ("data", "static", "templates", "tmp"):
    put(name + "/.keep")
for name in ("mytom", "custom_code", "custom_code/migrations"):
    put(name + "/__init__.py")
put("mytom/settings.py", filled("settings.tmpl"))
put("mytom/urls.py", filled("urls.tmpl"))
begin = 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "mytom.settings")\n'
put("mytom/wsgi.py", begin + "from django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n")
put("manage.py", begin + "import sys\nfrom django.core.management import execute_from_command_line\n\nexecute_from_command_line(sys.argv)\n")
put("local_settings.py", (site.parent / "common.inc").read_text() + own)
# Code that a site's settings name stands in them as a text that begins with the name of its file.
for name in ("models.py", "throttle.py"):
    put("custom_code/" + name, own.partition('"""' + name + "\n")[2].partition('"""')[0])
