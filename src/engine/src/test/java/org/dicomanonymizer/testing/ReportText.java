// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.VR;

/**
 * The content tree of a structured report as text, one content item a line, indented by two for each level:
 *
 * <pre>
 * CONTAINER 18748-4|LN|Diagnostic imaging report
 *   HAS OBS CONTEXT: PNAME 121008|DCM|Person Observer Name = Doe^Jane
 *   CONTAINS: NUM 410668003|SCT|Length = 12 mm
 *     INFERRED FROM: IMAGE = 1.2.840.10008.5.1.4.1.1.2 1.2.3.4
 *     INFERRED FROM: 1/2
 * </pre>
 *
 * A code is value, scheme and meaning; a number is followed by its unit of UCUM, coordinates by their kind; the line without a
 * value type refers to another item by its position.
 */
public final class ReportText {
    private static final Map<String, String> VALUES = Map.of(
            "TEXT", "TextValue",
            "PNAME", "PersonName",
            "DATE", "Date",
            "TIME", "Time",
            "DATETIME", "DateTime",
            "UIDREF", "UID");

    private ReportText() {}

    /** Reads a tree into the root of a report, with the list of the instances that it refers to. */
    public static DicomDataSet parse(DicomDataSet root, String text) {
        List<DataSet> open = new ArrayList<>();
        List<String[]> references = new ArrayList<>();
        for (String line : text.lines().toList()) {
            int depth = (line.length() - line.stripLeading().length()) / 2;
            while (open.size() > depth) open.remove(open.size() - 1);
            DataSet item = depth == 0 ? root : open.get(depth - 1).addItem(tag("ContentSequence"));
            open.add(item);
            fill(item, line.strip(), references);
        }
        references.stream().map(List::of).distinct().forEach(reference -> addEvidence(root, reference));
        return root;
    }

    private static void fill(DataSet item, String line, List<String[]> references) {
        int relation = line.indexOf(": ");
        if (relation > 0) set(item, "RelationshipType", line.substring(0, relation));
        String rest = relation > 0 ? line.substring(relation + 2) : line;
        if (Character.isDigit(rest.charAt(0))) {
            item.setStrings(tag("ReferencedContentItemIdentifier"), VR.UL, List.of(rest.split("/")));
            return;
        }
        int equals = rest.indexOf(" = ");
        String value = equals < 0 ? "" : rest.substring(equals + 3);
        String[] head = (equals < 0 ? rest : rest.substring(0, equals)).split(" ", 2);
        set(item, "ValueType", head[0]);
        if (head.length > 1) setCode(item, "ConceptNameCodeSequence", head[1]);
        setValue(item, head[0], value, references);
    }

    private static void setValue(DataSet item, String type, String value, List<String[]> references) {
        switch (type) {
            case "CONTAINER" -> set(item, "ContinuityOfContent", "SEPARATE");
            case "CODE" -> setCode(item, "ConceptCodeSequence", value);
            case "NUM" -> {
                String[] parts = value.split(" ");
                DataSet measured = item.addItem(tag("MeasuredValueSequence"));
                set(measured, "NumericValue", parts[0]);
                setCode(measured, "MeasurementUnitsCodeSequence", parts[1] + "|UCUM|" + parts[1]);
            }
            case "IMAGE", "COMPOSITE", "WAVEFORM" -> {
                String[] parts = value.split(" ");
                references.add(parts);
                DataSet reference = item.addItem(tag("ReferencedSOPSequence"));
                set(reference, "ReferencedSOPClassUID", parts[0]);
                set(reference, "ReferencedSOPInstanceUID", parts[1]);
            }
            case "SCOORD" -> {
                set(item, "GraphicType", "POINT");
                item.setStrings(tag("GraphicData"), VR.FL, List.of(value.split(" ")));
            }
            default -> set(item, VALUES.get(type), value);
        }
    }

    private static void addEvidence(DicomDataSet root, List<String> reference) {
        DataSet study = root.items(tag("CurrentRequestedProcedureEvidenceSequence")).stream()
                .findFirst()
                .orElseGet(() -> root.addItem(tag("CurrentRequestedProcedureEvidenceSequence")));
        set(study, "StudyInstanceUID", "1.2.826.0.1.4711.1");
        DataSet series = study.items(tag("ReferencedSeriesSequence")).stream()
                .findFirst()
                .orElseGet(() -> study.addItem(tag("ReferencedSeriesSequence")));
        set(series, "SeriesInstanceUID", "1.2.826.0.1.4711.2");
        DataSet instance = series.addItem(tag("ReferencedSOPSequence"));
        set(instance, "ReferencedSOPClassUID", reference.get(0));
        set(instance, "ReferencedSOPInstanceUID", reference.get(1));
    }

    private static void setCode(DataSet item, String keyword, String code) {
        String[] parts = code.split("\\|");
        DataSet set = item.addItem(tag(keyword));
        set(set, "CodeValue", parts[0]);
        set(set, "CodingSchemeDesignator", parts[1]);
        set(set, "CodeMeaning", parts[2]);
    }

    private static void set(DataSet set, String keyword, String value) {
        set.setString(tag(keyword), Dictionary.standard().vr(tag(keyword)), value);
    }

    private static int tag(String keyword) {
        return Dictionary.standard().maskOf(keyword).orElseThrow().value();
    }

    public static String print(DataSet root) {
        StringBuilder text = new StringBuilder();
        print(root, "", text);
        return text.toString();
    }

    private static void print(DataSet item, String indent, StringBuilder text) {
        text.append(indent);
        String relation = item.string(tag("RelationshipType"));
        if (relation != null) text.append(relation).append(": ");
        String type = item.string(tag("ValueType"));
        if (type == null) {
            text.append(String.join("/", item.strings(tag("ReferencedContentItemIdentifier"))));
        } else {
            text.append(type);
            for (DataSet name : item.items(tag("ConceptNameCodeSequence")))
                text.append(' ').append(code(name));
            String value = value(item, type);
            if (!value.isEmpty()) text.append(" = ").append(value);
        }
        text.append('\n');
        for (DataSet child : item.items(tag("ContentSequence"))) print(child, indent + "  ", text);
    }

    private static String value(DataSet item, String type) {
        return switch (type) {
            case "CONTAINER" -> "";
            case "CODE" -> code(item.items(tag("ConceptCodeSequence")).get(0));
            case "NUM" -> {
                DataSet measured = item.items(tag("MeasuredValueSequence")).get(0);
                yield measured.string(tag("NumericValue")) + " "
                        + measured.items(tag("MeasurementUnitsCodeSequence"))
                                .get(0)
                                .string(tag("CodeValue"));
            }
            case "IMAGE", "COMPOSITE", "WAVEFORM" -> {
                DataSet reference = item.items(tag("ReferencedSOPSequence")).get(0);
                yield reference.string(tag("ReferencedSOPClassUID")) + " "
                        + reference.string(tag("ReferencedSOPInstanceUID"));
            }
            case "SCOORD" -> String.join(" ", item.strings(tag("GraphicData")));
            default -> item.string(tag(VALUES.get(type)));
        };
    }

    private static String code(DataSet item) {
        return item.string(tag("CodeValue")) + "|" + item.string(tag("CodingSchemeDesignator")) + "|"
                + item.string(tag("CodeMeaning"));
    }
}
