"""Runs the Python tests of a folder and writes a report: python_tests.py <folder> <report>"""

import sys
import unittest
import xml.etree.ElementTree as ElementTree


class Recorder(unittest.TextTestResult):
    """Also writes down each test as a JUnit report has it."""

    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.suite = ElementTree.Element("testsuite")

    def _record(self, test, outcome=None):
        owner, _, name = test.id().rpartition(".")
        case = ElementTree.SubElement(self.suite, "testcase", classname=owner, name=name)
        if outcome:
            ElementTree.SubElement(case, outcome)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._record(test)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._record(test, "failure")

    def addError(self, test, err):
        super().addError(test, err)
        self._record(test, "error")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._record(test, "skipped")


def main(folder, report):
    tests = unittest.defaultTestLoader.discover(folder)
    result = unittest.TextTestRunner(resultclass=Recorder).run(tests)
    ElementTree.ElementTree(result.suite).write(report)
    return 0 if result.wasSuccessful() and result.testsRun else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
