# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as an outsider meets it: everything by role and English name, read and pressed over the accessibility bus.

tst_accessibility.py PROGRAM HOME, inside of tst_accessibility.sh. Ends with 0 when every check holds."""
import os
import re
import signal
import subprocess
import sys
import time
import traceback

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM, HOME = sys.argv[1:3]
COUNT = 300  # known rows of HOME, made by fillhome
EVENT = "S260914a"  # of each tenth row
OF_EVENT = COUNT // 10
NIGHT = ["--seed", "1", "--count", "200", "--speed", "30"]  # of the demo
PATIENCE = 30  # seconds, for anything

EDITORS = ("text", "password text", "spin button", "combo box", "check box", "radio button", "slider", "entry")
CONTROLS = EDITORS + ("push button", "toggle button", "menu item", "page tab", "list", "table", "tree", "tree table")


class Missing(AssertionError):
    pass


def check(condition, what):
    if not condition:
        raise AssertionError(what)


def wait(what, condition, seconds=PATIENCE):
    """The first true answer; nodes may go while they are asked."""
    end = time.monotonic() + seconds
    while True:
        try:
            answer = condition()
        except GLib.Error:
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise Missing(f"within {seconds} s: {what}")
        time.sleep(0.05)


def has(node, state):
    node.clear_cache_single() if hasattr(node, "clear_cache_single") else node.clear_cache()
    return node.get_state_set().contains(state)


def children(node):
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child:
            yield child


def walk(node):
    """Every node below that can be seen; the cells of tables are read through the table."""
    yield node
    if node.get_role_name() not in ("table", "tree", "tree table"):
        for child in children(node):
            yield from walk(child)


def text_of(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, -1) if text else node.get_name()


class Window:
    def __init__(self, *arguments):
        self.program = subprocess.Popen([PROGRAM, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

        def frame():
            desktop = Atspi.get_desktop(0)
            for app in children(desktop):
                if app.get_process_id() == self.program.pid:
                    self.app = app
                    for top in children(app):
                        if top.get_name().startswith("Tocsin") and has(top, Atspi.StateType.SHOWING):
                            return top
            return None

        try:
            self.frame = wait("a window whose title starts with Tocsin", frame)
        except Missing:
            self.program.kill()
            raise

    def look(self, name, role=None, top=None, showing=True):
        for node in walk(top or self.frame):
            plain = node.get_name().rstrip("…")
            if plain == name and (role is None or node.get_role_name() in ((role,) if isinstance(role, str) else role)):
                if not showing or has(node, Atspi.StateType.SHOWING):
                    return node
        return None

    def find(self, name, role=None, top=None, showing=True):
        return wait(f"{role or 'something'} named “{name}”", lambda: self.look(name, role, top, showing))

    def dialog(self, name):
        def opened():
            for top in children(self.app):
                if top.get_name() == name and top.get_role_name() in ("dialog", "frame") and has(top, Atspi.StateType.SHOWING):
                    return top
            return self.look(name, "dialog")

        return wait(f"a dialog named “{name}”", opened)

    def press(self, name, role=("push button", "toggle button", "check box"), top=None):
        node = self.find(name, role, top)
        check(node.get_action_iface().do_action(0), f"“{name}” cannot be pressed")
        return node

    def choose(self, name):
        """An entry of a menu."""
        check(self.find(name, "menu item", showing=False).get_action_iface().do_action(0), f"the entry “{name}” cannot be chosen")

    def write(self, name, text, top=None):
        node = self.find(name, "text", top)
        check(node.get_editable_text_iface().set_text_contents(text), f"nothing can be written into “{name}”")
        return node

    def alerts(self):
        return self.find("Alerts", "table").get_table_iface()

    def rows(self):
        return self.alerts().get_n_rows()

    def end(self):
        self.program.send_signal(signal.SIGTERM)
        try:
            self.program.wait(10)
        except subprocess.TimeoutExpired:
            self.program.kill()
            raise


def titles_of(table):
    return [table.get_column_description(i) or table.get_column_header(i).get_name() for i in range(table.get_n_columns())]


def cell(table, row, column):
    """Its text, as soon as the row is read from the archive."""
    return wait(f"text in row {row}, column {column}", lambda: read(table, row, column))


def read(table, row, column):
    text = table.get_accessible_at(row, column).get_name()
    return text if text and text != "…" else None


def table_is_readable(window):
    table = window.alerts()
    wait(f"{COUNT} rows", lambda: table.get_n_rows() == COUNT)
    titles = titles_of(table)
    for title in ("Time UT", "Name", "Class", "Mag", "Score", "RA °", "Dec °", "Error", "Stream"):
        check(title in titles, f"no column “{title}” among {titles}")
    check(all(titles), f"a column without a title: {titles}")
    for row in [*range(0, COUNT, 41), COUNT - 1]:
        number = row + 1
        hour, minute = divmod(number, 60)
        expected = {"Name": EVENT if number % 10 == 4 else f"SN2026-{number}", "Class": "SN 0.50", "Mag": f"{15 + number / 100:.2f} r",
                    "Score": "0.75", "RA °": f"{number / 2:.1f}", "Dec °": f"−{number / 4:.1f}"[:4], "Stream": "known",
                    "Time UT": f"{hour + 3:02}:{minute:02}"}
        for title, text in expected.items():
            got = cell(table, row, titles.index(title))
            check(text in got, f"row {row}, {title}: “{got}” instead of “{text}”")


def main_parts_have_their_names(window):
    check(window.frame.get_name().startswith("Tocsin"), window.frame.get_name())
    window.find("Streams", "list")
    window.find("Filter", "text")
    for pane in ("Alert", "Fields", "Raw", "Hex", "Headers"):
        window.find(pane, showing=False)
    for button in ("Add stream", "Start", "Stop", "Mark", "Export"):
        window.find(button, "push button")
    for switch in ("Pause view", "Follow"):
        window.find(switch, ("check box", "toggle button"))
    for entry in ("Add stream", "Edit stream", "Find", "Find next", "Go to", "Back", "Forward", "Next unseen", "Previous unseen", "Keys"):
        window.find(entry, "menu item", showing=False)


def every_control_has_a_name(window, top=None):
    nameless = []
    for node in walk(top or window.frame):
        if node.get_role_name() in CONTROLS and has(node, Atspi.StateType.SHOWING) and not node.get_name().strip():
            nameless.append(f"{node.get_role_name()} in {node.get_parent().get_role_name()} “{node.get_parent().get_name()}”")
    check(not nameless, f"without a name: {nameless}")


def switches_can_be_pressed(window):
    for name in ("Pause view", "Follow"):
        switch = window.find(name, ("check box", "toggle button"))
        before = has(switch, Atspi.StateType.CHECKED)
        for expected in (not before, before):
            window.press(name)
            wait(f"“{name}” is {'on' if expected else 'off'}", lambda e=expected: has(switch, Atspi.StateType.CHECKED) == e)


def alert_message(window):
    for node in walk(window.frame):
        if node.get_role_name() in ("alert", "notification") and node.get_name() and has(node, Atspi.StateType.SHOWING):
            return node.get_name()
    return None


def filter_narrows_the_table(window):
    window.write("Filter", f'name = "{EVENT}"')
    wait(f"{OF_EVENT} rows", lambda: window.rows() == OF_EVENT)
    window.find(f"{OF_EVENT} of {COUNT}", "label")
    window.write("Filter", "mag < < 19")
    message = wait("what is wrong, as an alert", lambda: alert_message(window))
    check(len(message) > 15 and "<" in message, message)
    check(window.rows() == OF_EVENT, "a wrong filter changed the rows")
    window.write("Filter", "")
    wait(f"{COUNT} rows", lambda: window.rows() == COUNT)


def selected_row_is_shown_in_the_pane(window):
    table = window.alerts()
    titles = titles_of(table)
    row = 122
    check(table.add_row_selection(row), "no row can be selected")
    name = cell(table, row, titles.index("Name"))
    pane = window.find("Alert", ("filler", "panel"))

    def value(label):
        for node in walk(pane):
            if node.get_role_name() == "label" and node.get_name() == label and has(node, Atspi.StateType.SHOWING):
                if node.get_description():
                    return node.get_description()
        return None

    wait(f"the name {name} in the pane", lambda: value("Name") == name)
    wait("the ID 123 in the pane", lambda: value("ID") == "123")
    for label in ("ID", "RA", "Dec", "Time", "Magnitude", "Score"):
        wait(f"a value of “{label}”", lambda each=label: value(each))
    check(read(table, row, titles.index("Mag"))[:4] in value("Magnitude"), value("Magnitude"))
    for tab in ("Raw", "Hex"):
        window.press(tab, "page tab")
        page = window.find(tab, "text")
        wait(f"bytes in “{tab}”", lambda: len(text_of(page)) > 40)
    window.press("Headers", "page tab")
    window.find("Headers", ("tree", "tree table", "table"))
    window.press("Fields", "page tab")
    window.find("Fields", ("tree", "tree table"))


def text_is_found(window):
    table = window.alerts()
    titles = titles_of(table)
    window.choose("Find")
    window.write("Find", EVENT.lower())
    wait("how many rows have it", lambda: any(re.match(rf"{OF_EVENT} row|\d+ of {OF_EVENT}$", text_of(n)) for n in walk(window.frame)
                                              if n.get_role_name() == "label" and has(n, Atspi.StateType.SHOWING)))
    window.press("Find next", "push button")

    def found():
        rows = table.get_selected_rows()
        return len(rows) == 1 and read(table, rows[0], titles.index("Name")) == EVENT

    wait(f"a selected row with {EVENT}", found)
    window.press("Close the find bar", "push button")
    wait("the find bar is gone", lambda: not window.look("Find", "text"))


def places_are_gone_to(window):
    window.choose("Go to")
    dialog = window.dialog("Go to")
    every_control_has_a_name(window, dialog)
    window.write("Time, ID, name or row", "#17", dialog)
    go = window.find("Go", "push button", dialog)
    wait("row 17 is known", lambda: any(text_of(n).startswith("Row 17:") for n in walk(dialog) if n.get_role_name() == "label"))
    check(go.get_action_iface().do_action(0), "“Go” cannot be pressed")
    wait("row 17 is selected", lambda: list(window.alerts().get_selected_rows()) == [16])


def dialogs_name_their_editors(window):
    window.press("Add stream", "push button")
    dialog = window.dialog("Add stream")
    every_control_has_a_name(window, dialog)
    for editor in ("Name", "Servers", "Topics"):
        window.find(editor, EDITORS, dialog)
    window.press("Add stream", "push button", dialog)
    wait("a sentence about what is missing", lambda: any(text_of(n).endswith(".") and has(n, Atspi.StateType.SHOWING)
                                                         and "erver" in text_of(n) for n in walk(dialog) if n.get_role_name() in ("label", "alert")))
    window.press("Cancel", "push button", dialog)
    wait("the dialog is gone", lambda: not has(dialog, Atspi.StateType.SHOWING))


def added_stream_can_be_driven(window):
    window.press("Add stream", "push button")
    dialog = window.dialog("Add stream")
    window.write("Name", "nobody", dialog)
    window.write("Servers", "127.0.0.1:9", dialog)
    window.write("Topics", "alerts", dialog)
    window.press("Add stream", "push button", dialog)
    streams = window.find("Streams", "list")
    item = wait("the stream in the list", lambda: next((i for i in children(streams) if i.get_name().startswith("nobody")), None))
    window.press("Stop", "push button")
    wait("it says Stopped", lambda: "Stopped" in item.get_name() or item.clear_cache())
    window.press("Start", "push button")
    wait("it says Connecting", lambda: "Stopped" not in item.get_name() or item.clear_cache())


def demo_is_listed_and_arrives(window):
    streams = window.find("Streams", "list")
    wait("the demo in the list of streams", lambda: any(item.get_name().startswith("Demo") for item in children(streams)))
    wait("rows that arrive", lambda: window.rows() > 20)
    table = window.alerts()
    for row in range(20):
        check(cell(table, row, titles_of(table).index("Name")), f"row {row} has no name")


def picture(name):
    """Of the whole screen, to be looked at, where TOCSIN_LOOK_DIR says so."""
    if folder := os.environ.get("TOCSIN_LOOK_DIR"):
        subprocess.run(["import", "-window", "root", os.path.join(folder, name.replace(" ", "-") + ".png")], check=False)


def run(window, *checks):
    failures = 0
    for each in checks:
        name = each.__name__.replace("_", " ")
        try:
            each(window)
            print(f"passed  {name}", flush=True)
        except (AssertionError, GLib.Error, AttributeError) as error:
            failures += 1
            picture(name)
            where = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.name == each.__name__][-1]
            print(f"FAILED  {name}: {error} (line {where})", flush=True)
    window.end()
    return failures


def main():
    failures = run(Window("--home", HOME), table_is_readable, main_parts_have_their_names, every_control_has_a_name, switches_can_be_pressed,
                   filter_narrows_the_table, selected_row_is_shown_in_the_pane, text_is_found, places_are_gone_to, dialogs_name_their_editors,
                   added_stream_can_be_driven)
    failures += run(Window("demo", *NIGHT), demo_is_listed_and_arrives, every_control_has_a_name)
    return 1 if failures else 0


sys.exit(main())
