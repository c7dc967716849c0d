// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dicomanonymizer.dicom.ResourceLines;
import org.dicomanonymizer.dicom.TagMap;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.VR;

/**
 * Table E.1-1 of one edition of PS3.15. Editions are data: a folder of resources for each, and a line in the list of them.
 * Read at first use; immutable and shared by threads.
 */
public final class Edition {
    private static final Map<String, Edition> LOADED = new ConcurrentHashMap<>();

    private final String name;
    private final List<TableRow> rows;
    private final TagMap<TableRow> byTag;

    private Edition(String name) {
        this.name = name;
        List<String[]> lines = ResourceLines.rows(Edition.class, name.concat("/actions.tsv"));
        ActionColumns columns = new ActionColumns(lines.get(0));
        List<TableRow> read = new ArrayList<>();
        Map<TagMask, TableRow> index = new HashMap<>();
        for (String[] line : lines.subList(1, lines.size())) {
            TableRow row = row(columns, line);
            read.add(row);
            index.put(row.tag(), row);
        }
        if (!index.containsKey(TagMask.PRIVATE)) index.put(TagMask.PRIVATE, latest().row(TagMask.PRIVATE.value()));
        rows = List.copyOf(read);
        byTag = TagMap.of(index);
    }

    private static TableRow row(ActionColumns columns, String[] line) {
        String vr = columns.get(line, "VR");
        String flags = columns.get(line, "flags");
        return new TableRow(
                TagMask.parse(columns.get(line, "tag")),
                columns.get(line, "keyword"),
                vr.isEmpty() ? null : VR.valueOf(vr),
                columns.basic(line),
                columns.options(line),
                flags.contains("R"),
                flags.contains("I"));
    }

    /** The list of editions, newest first, with their other names. Small, and apart so that it is read once. */
    private static final class Index {
        static final Map<String, List<String>> OTHER_NAMES = read();

        private static Map<String, List<String>> read() {
            Map<String, List<String>> names = new LinkedHashMap<>();
            for (String[] row : ResourceLines.rows(Edition.class, "editions.tsv"))
                names.put(row[0], List.of(row[1].split(" ")));
            return names;
        }
    }

    /**
     * An edition by its name, such as {@code 2026d}, or by that of a table of other tools, such as {@code
     * dicomfields_2024b}.
     *
     * @throws IllegalArgumentException if it is not among {@link #names}
     */
    public static Edition of(String name) {
        for (Map.Entry<String, List<String>> edition : Index.OTHER_NAMES.entrySet()) {
            if (edition.getKey().equals(name) || edition.getValue().contains(name)) return load(edition.getKey());
        }
        List<String> legal = new ArrayList<>(names());
        Index.OTHER_NAMES.values().forEach(legal::addAll);
        throw new IllegalArgumentException(
                "Unknown DICOM anonymization database: " + name + "; expected one of " + String.join(", ", legal));
    }

    private static Edition load(String name) {
        Edition edition = LOADED.get(name);
        if (edition == null) {
            edition = new Edition(name);
            Edition earlier = LOADED.putIfAbsent(name, edition);
            if (earlier != null) edition = earlier;
        }
        return edition;
    }

    /** The newest edition. */
    public static Edition latest() {
        return load(names().get(0));
    }

    /** The names of all editions, newest first. */
    public static List<String> names() {
        return List.copyOf(Index.OTHER_NAMES.keySet());
    }

    /** The name, such as {@code 2026d}. */
    public String name() {
        return name;
    }

    /** The rows of the table, in the order of their tags. */
    public List<TableRow> rows() {
        return rows;
    }

    /**
     * The row that covers a tag, or null. Curves and overlays are covered in every even group 50xx and 60xx, private tags
     * by the row of private attributes.
     */
    public TableRow row(int tag) {
        return byTag.get(tag);
    }

    /** The code for a tag under these options, as {@link TableRow#code}; null if no row covers it. */
    public ActionCode code(int tag, Set<ProfileOption> active) {
        TableRow row = row(tag);
        return row == null ? null : row.code(active);
    }

    @Override
    public String toString() {
        return name;
    }
}
