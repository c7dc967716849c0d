// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import org.dicomanonymizer.archive.export.StudyPreviews;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.engine.Preview;

/** A preview as the service shows it. */
final class PreviewView {
    private PreviewView() {}

    /** @param values whether the values are shown, before and after: what is kept identifies as well */
    static JsonObject of(String profile, String study, List<StudyPreviews.Entry> entries, boolean values) {
        JsonArrayBuilder series = Json.createArrayBuilder();
        for (StudyPreviews.Entry entry : entries) series.add(series(entry, values));
        return Json.createObjectBuilder()
                .add("profile", profile)
                .add("StudyInstanceUID", study)
                .add("values", values)
                .add("series", series)
                .build();
    }

    private static JsonObjectBuilder series(StudyPreviews.Entry entry, boolean values) {
        JsonObjectBuilder view = Json.createObjectBuilder()
                .add("SeriesInstanceUID", entry.series())
                .add("SOPInstanceUID", entry.instance());
        if (entry.refusal() != null) return view.add("refused", Answers.oneLine(entry.refusal()));
        JsonArrayBuilder attributes = Json.createArrayBuilder();
        for (Preview.Line line : entry.preview().lines()) attributes.add(attribute(line, values));
        return view.add("warnings", Answers.array(entry.preview().log().warnings()))
                .add("attributes", attributes);
    }

    private static JsonObjectBuilder attribute(Preview.Line line, boolean values) {
        JsonObjectBuilder view = Json.createObjectBuilder()
                .add("path", line.path())
                .add("tag", Tag.toString(line.tag()))
                .add("vr", line.vr().name())
                .add("keyword", line.keyword())
                .add("action", line.effect().name().toLowerCase(Locale.ROOT))
                .add("rule", line.reason());
        return values ? view.add("before", line.before()).add("after", line.after()) : view;
    }
}
