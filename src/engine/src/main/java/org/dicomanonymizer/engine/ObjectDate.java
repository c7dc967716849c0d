// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.List;
import org.dicomanonymizer.date.TemporalText;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;

/** The day that an object is of. */
final class ObjectDate {
    /** That of the study comes first, so that all objects of a study agree. */
    private static final List<Integer> DATES =
            List.of(Tags.STUDY_DATE, Tags.SERIES_DATE, Tags.ACQUISITION_DATE, Tags.CONTENT_DATE);

    private ObjectDate() {}

    /** The first date of VR DA that a root data set tells; empty if it tells none. */
    static String of(DataSet root) {
        for (int tag : DATES) {
            String date = root.string(tag);
            if (date != null && !date.isBlank() && TemporalText.isDate(date)) return date;
        }
        return "";
    }
}
