// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dicomanonymizer.date.DateSettings;
import org.dicomanonymizer.date.DateShift;
import org.dicomanonymizer.date.ShiftRange;
import org.dicomanonymizer.date.TimesMode;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.VR;

/**
 * Moves dates and times by the patient's own shift, so that intervals stay (PS3.15 E.3.6). A value that is none is never
 * passed through: it gets the code of the Basic Profile.
 */
public final class ShiftDate implements ElementAction {
    /** By the range of the profile. */
    public static final ElementAction DEFAULT = new ShiftDate(null, null);

    static final ActionFactory FACTORY = new ActionFactory() {
        @Override
        public String name() {
            return "shift_date";
        }

        @Override
        public String description() {
            return "Moves dates by the patient's own keyed number of days, the same in all objects of the patient;"
                    + " what is no date is treated as in the Basic Profile.";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    new Parameter(
                            "days",
                            "Range of the shift in days, such as \"" + ShiftRange.DEFAULT
                                    + "\"; by default that of the profile.",
                            false),
                    new Parameter(
                            "times",
                            "\"keep\" leaves times of day as they are, \"shift\" moves them too;"
                                    + " by default as in the profile.",
                            false));
        }

        @Override
        public ElementAction create(Parameters parameters) {
            String days = parameters.text("days", null);
            String times = parameters.text("times", null);
            try {
                ShiftRange range = days == null ? null : ShiftRange.parse(days);
                TimesMode mode = times == null ? null : TimesMode.parse(times);
                if (range != null && mode != null) new DateSettings(range, mode, Optional.empty());
                return new ShiftDate(range, mode);
            } catch (IllegalArgumentException e) {
                throw parameters.problem(e.getMessage());
            }
        }
    };

    private final ShiftRange range;
    private final TimesMode times;

    /** Of what is null, that of the profile counts. */
    private ShiftDate(ShiftRange range, TimesMode times) {
        this.range = range;
        this.times = times;
    }

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        List<String> originals = element.strings();
        if (originals.isEmpty() && element.isEmpty()) return Effect.KEPT;
        DateShift shift = shift(context);
        List<String> values = new ArrayList<>(originals.size());
        for (int i = 0; i < originals.size(); i++) {
            Optional<String> moved = moved(shift, dataSet, element, originals.get(i), i);
            if (moved.isEmpty()) break;
            values.add(moved.get());
        }
        if (values.isEmpty() || values.size() < originals.size())
            return BasicCode.INSTANCE.apply(dataSet, element, context);
        if (values.equals(originals)) return Effect.KEPT;
        element.set(values);
        return Effect.SHIFTED;
    }

    /** The shift of the patient whom the element's data set is about. */
    private DateShift shift(Context context) {
        DateSettings settings = context.dates();
        ShiftRange days = range == null ? settings.shift() : range;
        TimesMode mode = times == null ? settings.times() : times;
        return days.shift(
                mode, (purpose, min, max) -> context.subject().number(context.pseudonymizer(), purpose, min, max));
    }

    private static Optional<String> moved(DateShift shift, DataSet set, Element element, String value, int index) {
        return switch (element.vr()) {
            case DA -> shift.date(value, timeOf(shift, set, element.tag(), index));
            case TM -> shift.time(value);
            case DT -> shift.dateTime(value);
            default -> Optional.empty();
        };
    }

    /** The time that belongs to a date, as it was before the shift; empty if there is none. */
    private static String timeOf(DateShift shift, DataSet set, int dateTag, int index) {
        int timeTag = timeTag(dateTag);
        List<String> times = timeTag != 0 && set.vr(timeTag) == VR.TM ? set.strings(timeTag) : List.of();
        if (index >= times.size()) return "";
        // Elements are treated in the order of their tags, so the time of a lower tag has been moved already.
        boolean moved = Integer.compareUnsigned(timeTag, dateTag) < 0;
        return moved ? shift.timeBefore(times.get(index)).orElse("") : times.get(index);
    }

    /** The tag of the time that tells the same moment as a date: Study Date and Study Time; 0 if there is none. */
    private static int timeTag(int dateTag) {
        String keyword = Dictionary.standard().keyword(dateTag);
        int date = keyword == null ? -1 : keyword.lastIndexOf("Date");
        if (date < 0) return 0;
        return Dictionary.standard()
                .maskOf(keyword.substring(0, date) + "Time" + keyword.substring(date + "Date".length()))
                .map(TagMask::value)
                .orElse(0);
    }

    @Override
    public boolean supports(VR vr) {
        return vr == VR.DA || vr == VR.TM || vr == VR.DT;
    }
}
