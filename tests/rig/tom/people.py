# SPDX-License-Identifier: GPL-3.0-or-later
"""For manage.py shell: groups, people, and tokens that tests can know."""
from django.contrib.auth.models import Group, User
from rest_framework.authtoken.models import Token

groups = {name: Group.objects.get_or_create(name=name)[0] for name in ("Observers", "SN", "Secret")}

people = (("root", "a", ("Observers", "SN", "Secret")), ("alice", "b", ("Observers", "SN")), ("bob", "c", ()), ("carol", "d", ("SN",)))

for name, letter, member in people:
    make = User.objects.create_superuser if name == "root" else User.objects.create_user
    user = make(name, name + "@example.org", "user-pw")
    user.groups.add(*[groups[each] for each in member])
    Token.objects.filter(user=user).delete()
    Token.objects.create(user=user, key=40 * letter)

