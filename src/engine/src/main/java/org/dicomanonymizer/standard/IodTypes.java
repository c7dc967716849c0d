// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dicomanonymizer.dicom.ResourceLines;

/**
 * Which attributes of PS3.15 Table E.1-1 the IODs of PS3.3 (2025e) require, where. Only places matter at which the type
 * changes what is done: those of conditional codes, and those where an unconditional X or Z would break the object. Read at
 * first use, worked out once per SOP class, shared by threads.
 */
public final class IodTypes {
    private static final String ROOT = "1.2.840.10008.5.1.4.";

    private static final Map<String, IodNode> NODES = new ConcurrentHashMap<>();

    private IodTypes() {}

    /** A line of the table; classes is {@code ALL}, or short UIDs separated by blanks. */
    private record Requirement(int[] path, AttributeType type, String classes) {
        boolean holdsFor(String shortClass) {
            if (classes.equals("ALL")) return true;
            for (int at = classes.indexOf(shortClass); at >= 0; at = classes.indexOf(shortClass, at + 1)) {
                int end = at + shortClass.length();
                if (end == classes.length() || classes.charAt(end) == ' ') return true;
            }
            return false;
        }
    }

    private static final class Holder {
        static final List<Requirement> REQUIREMENTS = requirements();

        static final Set<String> CLASSES = classes();

        /** Of a class that the tables do not know, all that any class requires, so that it stays legal. */
        static final IodNode UNKNOWN = build(REQUIREMENTS);

        private static List<Requirement> requirements() {
            List<Requirement> requirements = new ArrayList<>();
            for (String[] row : ResourceLines.rows(IodTypes.class, "iod-types.tsv")) {
                AttributeType type = row[1].equals("1") ? AttributeType.TYPE_1 : AttributeType.TYPE_2;
                requirements.add(new Requirement(path(row[0]), type, row[2]));
            }
            return List.copyOf(requirements);
        }

        private static int[] path(String text) {
            String[] tags = text.split(">");
            int[] path = new int[tags.length];
            for (int i = 0; i < path.length; i++) path[i] = Integer.parseUnsignedInt(tags[i], 16);
            return path;
        }

        private static Set<String> classes() {
            Set<String> classes = new HashSet<>();
            for (String[] row : ResourceLines.rows(IodTypes.class, "iod-classes.tsv")) classes.add(row[0]);
            return classes;
        }
    }

    /**
     * The root of the objects of a SOP class. Of a class that the tables do not cover (private, retired, newer than they
     * are, or null), the strongest type that any class gives to a place.
     */
    public static IodNode root(String sopClassUid) {
        String shortClass = sopClassUid != null && sopClassUid.startsWith(ROOT)
                ? "~".concat(sopClassUid.substring(ROOT.length()))
                : "";
        if (!Holder.CLASSES.contains(shortClass)) return Holder.UNKNOWN;
        return NODES.computeIfAbsent(
                shortClass,
                known -> build(Holder.REQUIREMENTS.stream()
                        .filter(requirement -> requirement.holdsFor(known))
                        .toList()));
    }

    /** Whether the tables cover a SOP class. */
    public static boolean covers(String sopClassUid) {
        return root(sopClassUid) != Holder.UNKNOWN;
    }

    private static IodNode build(List<Requirement> requirements) {
        IodNode.Builder builder = new IodNode.Builder();
        for (Requirement requirement : requirements) builder.add(requirement.path, requirement.type);
        return builder.build();
    }
}
