// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.engine.ProfileExplanation.Line;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.standard.Code;
import org.dicomanonymizer.standard.ContentRow;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.standard.StructuredContentTable;

/**
 * What a profile with Clean Structured Content does to the content items that PS3.15 Table E.3.4-1 lists, found out by treating
 * an item of each concept and value type.
 */
final class ContentExplanation {
    private static final int REFERENCED_SOP_SEQUENCE = 0x00081199;
    private static final int MEASURED_VALUE_SEQUENCE = 0x0040A300;

    /** Where the value of an item stands, by its value type, or what else tells that the item stays. */
    private static final Map<String, List<Integer>> PLACES = Map.of(
            "CONTAINER", List.of(Tags.VALUE_TYPE),
            "TEXT", List.of(Tags.TEXT_VALUE),
            "PNAME", List.of(Tags.PERSON_NAME),
            "UIDREF", List.of(Tags.UID),
            "DATE", List.of(0x0040A121),
            "TIME", List.of(0x0040A122),
            "DATETIME", List.of(0x0040A120),
            "CODE", List.of(Tags.CONCEPT_CODE_SEQUENCE),
            "NUM", List.of(MEASURED_VALUE_SEQUENCE, Tags.NUMERIC_VALUE));

    private ContentExplanation() {}

    /** The lines, in the order of the table; none if the profile goes by another one. */
    static List<Line> lines(Profile profile, SampleObject samples) {
        List<Line> lines = new ArrayList<>();
        if (!profile.options().contains(ProfileOption.CLEAN_STRUCTURED_CONTENT)) return lines;
        for (ContentRow row : StructuredContentTable.standard().rows()) lines.add(line(row, samples));
        return lines;
    }

    private static Line line(ContentRow row, SampleObject samples) {
        Code concept = row.concept();
        List<Integer> place = PLACES.getOrDefault(row.valueType(), List.of(REFERENCED_SOP_SEQUENCE));
        SampleObject.Outcome outcome = samples.treatContent(concept, row.valueType(), place);
        VR vr = Dictionary.standard().vr(place.get(place.size() - 1));
        String effect = outcome == null ? "item removed" : ProfileExplanation.effect(outcome, vr);
        String reason = outcome == null ? "E.3.4-1 X" : outcome.reason();
        return new Line(
                "",
                concept.meaning() + " (" + concept.value() + ", " + concept.scheme() + ") " + row.valueType(),
                "",
                "",
                "",
                effect,
                reason);
    }
}
