// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.date.TemporalText;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;

/** The day that an object is of: what it told before anything was changed, judged only if anybody asks. */
final class ObjectDate {
    /** That of the study comes first, so that all objects of a study agree. */
    private static final int[] DATES = {Tags.STUDY_DATE, Tags.SERIES_DATE, Tags.ACQUISITION_DATE, Tags.CONTENT_DATE};

    private final List<String> told = new ArrayList<>(DATES.length);

    /** Of an object that has not been treated yet. */
    ObjectDate(DataSet root) {
        for (int tag : DATES) {
            String date = root.string(tag);
            if (date != null) told.add(date);
        }
    }

    /** The first date of VR DA that a root data set tells; empty if it tells none. */
    static String of(DataSet root) {
        return new ObjectDate(root).day();
    }

    /** The first date of VR DA; empty if there is none. */
    String day() {
        for (String date : told) if (!date.isBlank() && TemporalText.isDate(date)) return date;
        return "";
    }
}
