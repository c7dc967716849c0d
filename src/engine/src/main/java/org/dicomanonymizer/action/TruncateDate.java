// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dicomanonymizer.date.Ages;
import org.dicomanonymizer.date.Truncation;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;

/**
 * Makes dates coarser: the Safe Harbor method of HIPAA allows years, and no age over 89 (45 CFR 164.514(b)(2)(i)(C)). A value
 * that is no date, time or age is never passed through: it gets the code of the Basic Profile.
 */
public final class TruncateDate implements ElementAction {
    static final ActionFactory FACTORY = new ActionFactory() {
        @Override
        public String name() {
            return "truncate_date";
        }

        @Override
        public String description() {
            return "Cuts dates to the first day of their year or month, times to midnight; birth dates and ages of those over"
                    + " 89 become that of 90 (HIPAA Safe Harbor); what is no date is treated as in the Basic Profile.";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("to", "\"year\", which is the default, or \"month\".", false));
        }

        @Override
        public ElementAction create(Parameters parameters) {
            String to = parameters.text("to", "year");
            for (Truncation truncation : Truncation.values())
                if (truncation.name().equals(to.strip().toUpperCase(Locale.ROOT))) return new TruncateDate(truncation);
            throw parameters.problem("\"to\" has to be \"year\" or \"month\"");
        }
    };

    private final Truncation truncation;

    private TruncateDate(Truncation truncation) {
        this.truncation = truncation;
    }

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        if (element.isEmpty()) return Effect.KEPT;
        List<String> originals = element.strings();
        List<String> values = new ArrayList<>(originals.size());
        for (String original : originals) {
            Optional<String> value = truncated(element, original, context);
            if (value.isEmpty()) return BasicCode.INSTANCE.apply(dataSet, element, context);
            values.add(value.get());
        }
        if (values.equals(originals)) return Effect.KEPT;
        element.set(values);
        return Effect.SHIFTED;
    }

    private Optional<String> truncated(Element element, String value, Context context) {
        return switch (element.vr()) {
            case DA ->
                element.tag() == Tags.PATIENT_BIRTH_DATE
                        ? truncation.birthDate(value, context.objectDate())
                        : truncation.date(value);
            case DT -> truncation.dateTime(value);
            case TM -> truncation.time(value);
            case AS -> Ages.capped(value);
            default -> Optional.empty();
        };
    }

    @Override
    public boolean supports(VR vr) {
        return vr == VR.DA || vr == VR.DT || vr == VR.TM || vr == VR.AS;
    }
}
