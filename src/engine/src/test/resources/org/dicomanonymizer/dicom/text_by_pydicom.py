# SPDX-License-Identifier: Apache-2.0
# Prints every public text of the data sets named on the command line: file, path of tags and values, separated by tabs.
import os
import sys

import pydicom


def walk(data_set, path, name):
    for element in data_set:
        tag = "%08X" % element.tag
        if element.VR == "SQ":
            for index, item in enumerate(element.value):
                walk(item, "%s%s[%d]." % (path, tag, index), name)
        elif element.VR in ("PN", "LO", "SH", "LT", "ST", "UT", "UC") and element.value and not element.tag.is_private:
            values = element.value if element.VM > 1 else [element.value]
            text = "\\".join(str(value) for value in values)
            print("\t".join((name, path + tag, text.encode("utf-8").hex())))


for file in sys.argv[1:]:
    data_set = pydicom.dcmread(file, force=True)
    data_set.decode()
    walk(data_set, "", os.path.basename(file))
