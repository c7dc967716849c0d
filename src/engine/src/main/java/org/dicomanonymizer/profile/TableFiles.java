// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dicomanonymizer.action.LookupTable;
import org.dicomanonymizer.action.LookupTable.Entry;
import org.dicomanonymizer.action.TableReader;
import org.dicomanonymizer.rule.ConfigurationException;

/** Reads tables from files, each only once. What is wrong is told by file and line, never by what stands there. */
final class TableFiles implements TableReader {
    private static final int TOLD_FAULTS = 10;

    private final Map<Reference, LookupTable> tables = new HashMap<>();

    @Override
    public LookupTable read(Reference reference) {
        LookupTable known = tables.get(reference);
        if (known != null) return known;
        LookupTable table = table(reference, path(reference.file()));
        tables.put(reference, table);
        return table;
    }

    private static Path path(String name) {
        try {
            return ProfileReader.resolve(Path.of(""), name);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    private static LookupTable table(Reference reference, Path file) {
        String name = String.valueOf(file.getFileName());
        Problems problems = new Problems(name);
        Map<String, Entry> entries = new HashMap<>();
        char delimiter = delimiter(reference, name);
        List<String> columns = names(reference);
        try {
            List<CsvTable.Row> rows = new CsvTable(delimiter, problems).read(Files.readString(file), columns);
            int[] pair = rows.isEmpty() ? null : pair(reference, rows.get(0));
            for (CsvTable.Row row : rows) add(row, pair, entries, problems);
            if (rows.isEmpty() && problems.found().isEmpty()) throw new ConfigurationException(name + " has no rows");
        } catch (IOException e) {
            throw new ConfigurationException(ProfileReader.unreadable(file, e));
        }
        if (!problems.found().isEmpty()) throw new ConfigurationException(told(problems.found()));
        return new LookupTable(name, entries);
    }

    private static char delimiter(Reference reference, String name) {
        String given = reference.delimiter();
        String lower = name.toLowerCase(Locale.ROOT);
        if (given == null) return lower.endsWith(".tsv") || lower.endsWith(".tab") ? '\t' : ',';
        if (given.equals("tab")) return '\t';
        if (given.length() == 1 && given.charAt(0) != '"') return given.charAt(0);
        throw new ConfigurationException("\"delimiter\" has to be one character other than a quote, or \"tab\"");
    }

    /** The names of both columns in lower case; none if they go by their numbers. */
    private static List<String> names(Reference reference) {
        if ((reference.from() == null) != (reference.to() == null))
            throw new ConfigurationException("needs both \"from\" and \"to\", or neither");
        if (reference.from() == null || isNumber(reference.from()) && isNumber(reference.to())) return List.of();
        return List.of(
                reference.from().strip().toLowerCase(Locale.ROOT),
                reference.to().strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isNumber(String column) {
        return column.matches("[1-9]\\d{0,3}");
    }

    /** The places of both columns in a row. */
    private static int[] pair(Reference reference, CsvTable.Row row) {
        int size = row.fields().size();
        if (!row.columns().isEmpty()) {
            List<String> names = names(reference);
            return new int[] {row.columns().indexOf(names.get(0)), row.columns().indexOf(names.get(1))};
        }
        if (reference.from() == null) {
            if (size == 2) return new int[] {0, 1};
            throw new ConfigurationException("the table has " + size + (size == 1 ? " column" : " columns")
                    + ", not two; name them by \"from\" and \"to\", or what divides them by \"delimiter\"");
        }
        int from = Integer.parseInt(reference.from());
        int to = Integer.parseInt(reference.to());
        if (Math.max(from, to) > size)
            throw new ConfigurationException("the table has only " + size + (size == 1 ? " column" : " columns"));
        return new int[] {from - 1, to - 1};
    }

    private static void add(CsvTable.Row row, int[] pair, Map<String, Entry> entries, Problems problems) {
        String from = row.fields().get(pair[0]);
        Entry to = new Entry(row.fields().get(pair[1]), row.place().line());
        if (from.isEmpty() || to.value().isEmpty()) {
            problems.add(ProblemCode.BAD_VALUE, row.place(), "lacks the original or what takes its place");
            return;
        }
        Entry earlier = entries.putIfAbsent(from, to);
        if (earlier != null && !earlier.value().equals(to.value()))
            problems.add(
                    ProblemCode.BAD_VALUE,
                    row.place(),
                    "has the original of line " + earlier.line() + ", but another value for it; leave one");
    }

    private static List<String> told(List<Problem> faults) {
        List<String> told = new ArrayList<>();
        faults.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .limit(TOLD_FAULTS)
                .forEach(fault -> told.add(fault.file() + " line " + fault.line() + ": " + fault.message()));
        if (faults.size() > TOLD_FAULTS)
            told.add(faults.get(0).file() + " has " + (faults.size() - TOLD_FAULTS) + " more such faults");
        return told;
    }
}
