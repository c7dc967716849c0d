// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.Implementation;
import org.dicomanonymizer.dicom.PendingFile;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.engine.ChangeLog;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Rule;

/**
 * A run as a JSON file: how it was done, each input with what was done to it, and the totals; a line for each. It names tags,
 * rules and counts, never values; but the paths are the site's own and may tell a patient. It is written while the run goes
 * on and appears under its name when it is complete.
 */
public final class BatchReport implements BatchListener, Closeable {
    private final PendingFile file;
    private final JsonGenerator json;
    private final ChangeTotals totals = new ChangeTotals();
    private IOException fault;

    private BatchReport(PendingFile file) throws IOException {
        this.file = file;
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file.channel()), 1 << 16);
        this.json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
        json.setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    /**
     * Begins a report.
     *
     * @param replace whether a file of that name may be replaced
     * @throws IOException if it can't be made
     */
    public static BatchReport create(Path file, boolean replace) throws IOException {
        PendingFile pending = PendingFile.create(file, replace);
        try {
            return new BatchReport(pending);
        } catch (IOException | RuntimeException e) {
            pending.close();
            throw e;
        }
    }

    /** Writes how the run is done. */
    public void begin(Batch batch, Instant start) throws IOException {
        Optional<Anonymizer> anonymizer = batch.anonymizer();
        json.writeStartObject();
        json.writeStringField("tool", Implementation.NAME);
        json.writeStringField("version", Implementation.VERSION);
        json.writeStringField("task", anonymizer.isPresent() ? "deidentify" : "reidentify");
        if (anonymizer.isPresent()) write(anonymizer.get());
        json.writeStringField("input", batch.input().toString());
        json.writeStringField("output", batch.output().toString());
        json.writeBooleanField("dryRun", batch.isDryRun());
        json.writeStringField("start", start.toString());
        json.writeArrayFieldStart("files");
    }

    private void write(Anonymizer anonymizer) throws IOException {
        Profile profile = anonymizer.profile();
        json.writeStringField("profile", profile.name());
        json.writeStringField(
                "edition", profile.deidentifies() ? profile.edition().name() : null);
        writeTexts("options", profile.options().stream().map(Object::toString).toList());
        json.writeBooleanField("keepPrivate", profile.keepPrivate());
        writeTexts("rules", profile.rules().stream().map(Rule::toString).toList());
        json.writeStringField("keyId", anonymizer.keyId());
        writeTexts("warnings", anonymizer.warnings());
    }

    private void writeTexts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) json.writeString(text);
        json.writeEndArray();
    }

    /** Writes a result. That the file can't be written keeps no input from being treated: {@link #end} tells. */
    @Override
    public void finished(FileResult result) {
        totals.finished(result);
        if (fault != null) return;
        try {
            write(result);
        } catch (IOException e) {
            fault = e;
        }
    }

    private void write(FileResult result) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("input", result.input().toString());
        if (result.output() != null)
            json.writeStringField("output", result.output().toString());
        json.writeStringField("outcome", result.outcome().toString());
        if (result.reason() != null) json.writeStringField("reason", result.reason());
        if (result.changes() != null) write(result.changes());
        json.writeEndObject();
    }

    /** By effect, then by rule: so each tag takes little room, and stands in every file's own line. */
    private void write(ChangeLog changes) throws IOException {
        json.writeObjectFieldStart("effects");
        for (Map.Entry<?, Integer> total : changes.totals().entrySet())
            json.writeNumberField(total.getKey().toString(), total.getValue());
        json.writeEndObject();
        Map<Effect, Map<String, Map<String, Integer>>> tags = new EnumMap<>(Effect.class);
        changes.changes()
                .forEach((change, elements) -> tags.computeIfAbsent(change.effect(), e -> new TreeMap<>())
                        .computeIfAbsent(change.reason(), r -> new LinkedHashMap<>())
                        .put(Tag.toString(change.tag()), elements));
        json.writeObjectFieldStart("changes");
        for (Map.Entry<Effect, Map<String, Map<String, Integer>>> effect : tags.entrySet()) {
            json.writeObjectFieldStart(effect.getKey().toString());
            for (Map.Entry<String, Map<String, Integer>> rule :
                    effect.getValue().entrySet()) {
                json.writeObjectFieldStart(rule.getKey());
                for (Map.Entry<String, Integer> tag : rule.getValue().entrySet())
                    json.writeNumberField(tag.getKey(), tag.getValue());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        writeTexts("warnings", changes.warnings());
    }

    /**
     * Writes the totals and gives the file its name.
     *
     * @throws IOException if anything of it could not be written; there is no report then
     */
    public void end(BatchSummary summary, Instant end) throws IOException {
        if (fault != null) throw fault;
        json.writeRaw('\n');
        json.writeEndArray();
        json.writeArrayFieldStart("totals");
        for (ChangeTotals.Row row : totals.rows()) {
            json.writeRaw('\n');
            json.writeStartObject();
            json.writeStringField("tag", Tag.toString(row.change().tag()));
            json.writeStringField(
                    "keyword", Dictionary.standard().keyword(row.change().tag()));
            json.writeStringField("effect", row.change().effect().toString());
            json.writeStringField("rule", row.change().reason());
            json.writeNumberField("elements", row.elements());
            json.writeNumberField("files", row.files());
            json.writeEndObject();
        }
        json.writeRaw('\n');
        json.writeEndArray();
        json.writeObjectFieldStart("counts");
        for (Outcome outcome : Outcome.values()) json.writeNumberField(outcome.toString(), summary.count(outcome));
        json.writeEndObject();
        json.writeNumberField("bytes", summary.bytes());
        json.writeBooleanField("stopped", summary.stopped());
        json.writeStringField("end", end.toString());
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
        file.commit();
    }

    /** Deletes the file unless {@link #end} has finished it. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
