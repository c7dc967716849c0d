// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.rule.SelectorParser;

/**
 * Reads a site's list of safe private elements: a JSON list of selectors, {@code ["(0019,\"ACME\",0C)"]}, or a CSV table with
 * the columns {@code group}, {@code creator} and {@code element}, and others that do not matter.
 */
final class SafeList {
    private static final List<String> COLUMNS = List.of("group", "creator", "element");
    private static final String FORM = "write (gggg,\"CREATOR\",ee), or xx for all elements of the creator";

    private final Problems problems;

    SafeList(Problems problems) {
        this.problems = problems;
    }

    /** The elements of a file; what is wrong with it is noted. */
    static List<Selector.OfPrivate> read(Path file, Json.Place reference, Problems problems) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            problems.add(ProblemCode.NOT_READABLE, reference, ProfileReader.unreadable(file, e));
            return List.of();
        }
        SafeList list = new SafeList(problems.in(file.getFileName().toString()));
        boolean json = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
        return json ? list.json(text) : list.csv(text);
    }

    private List<Selector.OfPrivate> json(String text) {
        List<Selector.OfPrivate> elements = new ArrayList<>();
        Json value = Json.read(text, problems);
        if (!(value instanceof Json.Arr list)) {
            if (value != null)
                problems.add(ProblemCode.WRONG_TYPE, value.place(), "is " + value.kind() + ", has to be a list [...]");
            return elements;
        }
        for (Json element : list.values()) {
            if (element instanceof Json.Text selector)
                parse(selector.value(), selector.place()).ifPresent(elements::add);
            else problems.add(ProblemCode.WRONG_TYPE, element.place(), "is " + element.kind() + "; " + FORM);
        }
        return elements;
    }

    private List<Selector.OfPrivate> csv(String text) {
        List<Selector.OfPrivate> elements = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.read(text, COLUMNS, problems))
            parse(String.format("(%s,\"%s\",%s)", COLUMNS.stream().map(row::get).toArray()), row.place())
                    .ifPresent(elements::add);
        return elements;
    }

    /** One element, or nothing if the text is none, which is noted. */
    Optional<Selector.OfPrivate> parse(String text, Json.Place place) {
        try {
            if (SelectorParser.parse(text) instanceof Selector.OfPrivate element) return Optional.of(element);
        } catch (ConfigurationException e) {
            // told below, with the one form that fits here
        }
        problems.add(ProblemCode.BAD_TAG, place, "\"" + text + "\" is no private element; " + FORM);
        return Optional.empty();
    }
}
