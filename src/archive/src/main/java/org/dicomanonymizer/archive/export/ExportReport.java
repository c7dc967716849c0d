// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4chee.arc.entity.Task;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.archive.data.AttributesDataSet;
import org.dicomanonymizer.dicom.Tags;

/**
 * Tells of every object of an export that was not sent why it was not, and how to find it: by what de-identification keeps
 * and by its new UIDs, never by a value that was removed.
 *
 * @param exporter   the ID of the exporter
 * @param profile    the name of the profile
 * @param target     where the objects go
 * @param anonymizer what gives them new UIDs
 */
record ExportReport(String exporter, String profile, String target, Anonymizer anonymizer) {
    private static final int SERIES_INSTANCE_UID = 0x0020000E;

    /**
     * An object that was not sent.
     *
     * @param attributes those of the archive's database
     * @param status     refused, failed or not sent
     * @param reason     why, or null if nothing was done to it
     */
    record Unsent(Attributes attributes, String status, String reason) {}

    /** The report as JSON. */
    JsonObject of(Task.Status status, ExportResults results, List<Unsent> unsent) {
        JsonArrayBuilder objects = Json.createArrayBuilder();
        unsent.forEach(object -> objects.add(json(object)));
        return Json.createObjectBuilder()
                .add("time", Instant.now().toString())
                .add("exporter", exporter)
                .add("profile", profile)
                .add("destination", target)
                .add("status", status.name())
                .add("completed", results.completed())
                .add("refused", results.refused())
                .add("failed", results.failed())
                .add("notSent", results.remaining())
                .add("objects", objects)
                .build();
    }

    private JsonObjectBuilder json(Unsent object) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        add(json, "Modality", object.attributes().getString(ResultRecorder.MODALITY));
        add(json, "SeriesNumber", object.attributes().getString(ResultRecorder.SERIES_NUMBER));
        add(json, "InstanceNumber", object.attributes().getString(ResultRecorder.INSTANCE_NUMBER));
        addNewUids(json, object.attributes());
        json.add("status", object.status());
        add(json, "reason", object.reason());
        return json;
    }

    /**
     * The object itself may be what can't be read, so the UIDs are told by the database's attributes. One that stays as it is
     * among these is left out: a rule may look at an attribute that the database does not have.
     */
    private void addNewUids(JsonObjectBuilder json, Attributes original) {
        Attributes copy = new Attributes(original);
        try {
            anonymizer.anonymize(AttributesDataSet.of(copy));
        } catch (RuntimeException e) {
            // What refuses these attributes leaves some of them as they were.
            return;
        }
        addNew(json, "StudyInstanceUID", Tags.STUDY_INSTANCE_UID, original, copy);
        addNew(json, "SeriesInstanceUID", SERIES_INSTANCE_UID, original, copy);
        addNew(json, "SOPInstanceUID", Tags.SOP_INSTANCE_UID, original, copy);
    }

    private static void addNew(JsonObjectBuilder json, String name, int tag, Attributes original, Attributes copy) {
        String uid = copy.getString(tag);
        if (uid != null && !uid.equals(original.getString(tag))) json.add(name, uid);
    }

    private static void add(JsonObjectBuilder json, String name, String value) {
        if (value != null) json.add(name, value);
    }
}
