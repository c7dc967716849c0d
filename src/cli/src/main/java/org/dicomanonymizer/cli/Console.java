// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** Where the command talks to its user: results to standard output, everything else to standard error, line by line. */
record Console(PrintWriter out, PrintWriter err) {

    void result(String line) {
        out.println(printable(line));
    }

    void notice(String line) {
        err.println(printable(line));
    }

    void error(String line) {
        err.println("dicom-anonymizer: " + printable(line));
    }

    /** Names of files may hold anything: a line stays a line, and no terminal obeys it. */
    private static String printable(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n') line.append("\\n");
            else if (Character.isISOControl(c)) line.append(String.format(Locale.ROOT, "\\x%02x", c));
            else line.appendCodePoint(c);
        });
        return line.toString();
    }
}
