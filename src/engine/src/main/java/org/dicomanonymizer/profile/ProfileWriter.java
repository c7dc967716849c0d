// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.date.DateSettings;
import org.dicomanonymizer.date.ReferenceDates;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.identity.KeyReference;
import org.dicomanonymizer.rule.Selector;

/**
 * Writes profiles as JSON. What {@link ProfileReader} reads from it is the same profile; settings that are as they would be
 * anyway are left out.
 */
public final class ProfileWriter {
    private final JsonGenerator json;

    private ProfileWriter(JsonGenerator json) {
        this.json = json;
    }

    /**
     * The text of a profile.
     *
     * @throws IllegalArgumentException if it has a rule whose action was made by code, which no text can express
     */
    public static String write(Profile profile) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withArrayIndenter(lines)
                .withObjectIndenter(lines);
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(printer);
            new ProfileWriter(json).profile(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private void profile(Profile profile) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", profile.name());
        if (!profile.description().isEmpty()) json.writeStringField("description", profile.description());
        json.writeStringField(
                "edition",
                profile.edition() == null
                        ? ProfileReader.NO_EDITION
                        : profile.edition().name());
        if (!profile.options().isEmpty())
            texts(
                    "options",
                    profile.options().stream().map(option -> option.text()).toList());
        if (!profile.rules().isEmpty()) {
            json.writeArrayFieldStart("rules");
            for (Rule rule : profile.rules()) rule(rule);
            json.writeEndArray();
        }
        if (!profile.dates().equals(DateSettings.DEFAULT)) dates(profile.dates());
        if (!profile.identity().equals(IdentitySettings.DEFAULT)) identity(profile.identity());
        if (!profile.text().equals(TextSettings.DEFAULT)) text(profile.text());
        if (!profile.privates().equals(PrivateSettings.REMOVE)) privates(profile.privates());
        if (!profile.pixels().equals(PixelSettings.NONE)) pixels(profile.pixels());
        if (!profile.encryption().equals(EncryptionSettings.NONE)) {
            json.writeObjectFieldStart("encryption");
            texts(
                    "recipients",
                    profile.encryption().recipients().stream()
                            .map(Path::toString)
                            .toList());
            json.writeEndObject();
        }
        if (profile.onDeidentified() != Profile.OnDeidentified.REFUSE)
            json.writeStringField(
                    "onDeidentified", SettingsReader.wordOf(ProfileReader.ON_DEIDENTIFIED, profile.onDeidentified()));
        if (profile.verify()) json.writeBooleanField("verify", true);
        json.writeEndObject();
    }

    private void rule(Rule rule) throws IOException {
        if (rule.parameters() == null)
            throw new IllegalArgumentException(rule.origin() + ": its action was made by code and can't be written");
        json.writeStartObject();
        json.writeStringField("tag", tag(rule.selector()));
        if (rule.when() != null) json.writeStringField("when", rule.when().toString());
        json.writeStringField("action", rule.name());
        for (Map.Entry<String, Object> parameter : rule.parameters().entrySet()) {
            json.writeFieldName(parameter.getKey());
            value(parameter.getValue());
        }
        if (rule.comment() != null) json.writeStringField("comment", rule.comment());
        json.writeEndObject();
    }

    /** Keywords are easier to read than numbers. */
    private static String tag(Selector selector) {
        String keyword =
                selector instanceof Selector.OfTag exact ? Dictionary.standard().keyword(exact.tag()) : null;
        return keyword == null ? selector.toString() : keyword;
    }

    private void value(Object value) throws IOException {
        if (value instanceof List<?> values) {
            json.writeStartArray();
            for (Object entry : values) value(entry);
            json.writeEndArray();
        } else if (value instanceof Boolean bool) json.writeBoolean(bool);
        else if (value instanceof Number number) json.writeNumber(new BigDecimal(number.toString()));
        else json.writeString(value.toString());
    }

    private void texts(String key, List<String> values) throws IOException {
        json.writeArrayFieldStart(key);
        for (String value : values) json.writeString(value);
        json.writeEndArray();
    }

    private void dates(DateSettings dates) throws IOException {
        json.writeObjectFieldStart("dates");
        json.writeStringField("shift", dates.shift().toString());
        json.writeStringField("per", "patient");
        json.writeStringField("times", SettingsReader.wordOf(SettingsReader.TIMES, dates.times()));
        if (dates.reference().isPresent()) reference(dates.reference().get());
        json.writeEndObject();
    }

    private void reference(ReferenceDates reference) throws IOException {
        if (reference.source().isEmpty())
            throw new IllegalArgumentException("the reference dates were made by code and can't be written");
        json.writeObjectFieldStart("reference");
        json.writeStringField("file", reference.source());
        json.writeStringField("event", reference.event());
        json.writeStringField("missing", SettingsReader.wordOf(SettingsReader.MISSING, reference.missing()));
        json.writeEndObject();
    }

    private void identity(IdentitySettings identity) throws IOException {
        json.writeObjectFieldStart("identity");
        if (identity.key() != null) {
            json.writeObjectFieldStart("key");
            if (identity.key() instanceof KeyReference.OfFile file)
                json.writeStringField("file", file.file().toString());
            else json.writeStringField("environment", ((KeyReference.OfEnvironment) identity.key()).variable());
            json.writeEndObject();
        }
        if (!identity.project().isEmpty()) json.writeStringField("project", identity.project());
        json.writeObjectFieldStart("pseudonym");
        json.writeStringField("prefix", identity.pseudonymPrefix());
        json.writeNumberField("length", identity.pseudonymLength());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void text(TextSettings text) throws IOException {
        json.writeObjectFieldStart("text");
        if (!text.words().isEmpty()) texts("words", text.words());
        json.writeStringField("unknown", SettingsReader.wordOf(SettingsReader.UNKNOWN_WORDS, text.unknown()));
        json.writeEndObject();
    }

    private void privates(PrivateSettings privates) throws IOException {
        json.writeObjectFieldStart("private");
        json.writeBooleanField("keep", privates.keep());
        if (!privates.safe().isEmpty())
            texts("safe", privates.safe().stream().map(Selector::toString).toList());
        json.writeEndObject();
    }

    private void pixels(PixelSettings pixels) throws IOException {
        json.writeObjectFieldStart("pixels");
        if (!pixels.regions().isEmpty()) {
            json.writeArrayFieldStart("regions");
            for (PixelSettings.Region region : pixels.regions()) {
                json.writeStartObject();
                if (region.when() != null)
                    json.writeStringField("when", region.when().toString());
                texts(
                        "rectangles",
                        region.rectangles().stream()
                                .map(PixelSettings.Rectangle::toString)
                                .toList());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (pixels.onBurnedIn() != null)
            json.writeStringField("onBurnedIn", SettingsReader.wordOf(SettingsReader.BURNED_IN, pixels.onBurnedIn()));
        json.writeEndObject();
    }
}
