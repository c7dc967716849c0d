// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dicomanonymizer.action.Add;
import org.dicomanonymizer.dicom.Implementation;
import org.dicomanonymizer.dicom.ResourceLines;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.standard.ActionCode;
import org.dicomanonymizer.standard.Code;
import org.dicomanonymizer.standard.Dummies;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.standard.SafePrivate;
import org.dicomanonymizer.standard.Supplement;
import org.dicomanonymizer.standard.TableRow;

/**
 * The section on de-identification of a conformance statement, with all that PS3.15 E.1 and E.3 ask for, in Markdown. It is
 * made from the compiled profile, so that it can't say anything else than what is done.
 */
public final class ConformanceStatement {
    private final CompiledProfile compiled;
    private final Profile profile;

    /** @throws ConfigurationException if the profile does not de-identify, and so has nothing to state */
    public ConformanceStatement(CompiledProfile compiled) {
        this.compiled = compiled;
        this.profile = compiled.profile();
        if (!profile.deidentifies())
            throw new ConfigurationException("profile " + profile.name()
                    + ": does not apply the table of PS3.15, so there is nothing to state; take one that does");
    }

    /** The statement. */
    public String toMarkdown() {
        Marks marks = new Marks(profile);
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("edition", profile.edition().name());
        parts.put("implementation", Implementation.NAME + " " + Implementation.VERSION);
        parts.put("profile", profile.name());
        parts.put("codes", rows(marks.codes(), ConformanceStatement::codeRow));
        parts.put("manners", manners());
        parts.put("rules", rules());
        parts.put("attributes", rows(profile.edition().rows(), this::attributeRow));
        parts.put("supplement", rows(Supplement.rows(), this::supplementRow));
        parts.put("dummies", dummies());
        parts.put("method", marks.method());
        parts.put("temporal", marks.temporal());
        parts.put("additions", additions());
        parts.put("encryption", encryption());
        parts.put("privates", privates());
        parts.put(
                "verification",
                profile.verify()
                        ? "Each result is searched for the patient's identifiers and original UIDs before it is written."
                        : "Results are not searched for remains of the original.");
        String text =
                new String(ResourceLines.bytes(ConformanceStatement.class, "conformance.md"), StandardCharsets.UTF_8);
        for (Map.Entry<String, String> part : parts.entrySet())
            text = text.replace("{" + part.getKey() + "}", part.getValue());
        return text;
    }

    private static <T> String rows(List<T> facts, Function<T, String> row) {
        return facts.stream().map(row).collect(Collectors.joining("\n"));
    }

    private static String codeRow(Code code) {
        return "| " + code.value() + " | " + code.meaning() + " |";
    }

    private String attributeRow(TableRow row) {
        return row(row, compiled.describe(row).reason());
    }

    private String supplementRow(Supplement.Row extra) {
        return row(extra.row(), extra.reason());
    }

    private String row(TableRow row, String last) {
        ActionCode code = row.code(profile.options());
        return "| " + row.tag() + " | " + row.keyword() + " | " + code.code() + " | " + code.description() + " | "
                + last + " |";
    }

    private String manners() {
        Map<String, String> manners = new HashMap<>();
        for (String[] row : ResourceLines.rows(ConformanceStatement.class, "option-manners.tsv"))
            manners.put(row[0], row[1]);
        if (profile.options().isEmpty()) return "No option is taken.";
        List<String> lines = new ArrayList<>();
        for (ProfileOption option : profile.options())
            lines.add("- **" + option.concept().meaning() + "**: " + manners.get(option.text()) + detail(option));
        return String.join("\n", lines);
    }

    private String detail(ProfileOption option) {
        if (option != ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES) return "";
        return " The shift lies within " + profile.dates().shift() + "; times of day: "
                + profile.dates().times().toString().toLowerCase(Locale.ROOT) + ".";
    }

    private String rules() {
        if (profile.rules().isEmpty()) return "The site has no rules of its own.";
        return "Of several rules for an element the most specific wins; they win over the profile and its options.\n\n"
                + profile.rules().stream()
                        .map(rule -> "- " + ProfileExplanation.sentence(rule))
                        .collect(Collectors.joining("\n"));
    }

    /** What rules of the site add, as rows that follow those of the marks. */
    private String additions() {
        return profile.rules().stream()
                .filter(rule -> rule.action() instanceof Add)
                .map(rule -> "\n| " + rule.selector().named() + " | " + ((Add) rule.action()).text()
                        + (rule.onlyAdds() ? ", where the result lacks it" : "")
                        + (rule.when() == null ? "" : ", when " + rule.when()) + " |")
                .collect(Collectors.joining());
    }

    private static String dummies() {
        List<String> lines = new ArrayList<>();
        for (VR vr : VR.values()) {
            if (vr == VR.SQ || vr == VR.UI || !vr.isString() && vr.kind() != VR.Kind.NUMBER) continue;
            lines.add("| " + vr + " | " + Dummies.standard().values(0, vr).get(0) + " |");
        }
        lines.add("| UI | a new UID |");
        lines.add("| other binary | zeros |");
        return String.join("\n", lines);
    }

    private String encryption() {
        if (!compiled.encryption().isActive()) return "No attributes are encrypted.";
        return "The originals that the rules above name are encrypted as CMS enveloped data (RFC 5652) with AES-256 in CBC mode,"
                + " for each recipient's certificate as the administrator has chosen it; RSA keys have at least 3072 bits."
                + " The encrypted data set is in Explicit VR Little Endian.";
    }

    private String privates() {
        if (profile.keepPrivate())
            return "All private attributes stay that no rule selects, but for UIDs, which are replaced.";
        if (!profile.options().contains(ProfileOption.RETAIN_SAFE_PRIVATE))
            return "All private attributes are removed.";
        List<String> lines = new ArrayList<>(
                List.of("Private attributes that stay:", "", "| creator | attribute | meaning |", "|---|---|---|"));
        profile.privates()
                .safe()
                .forEach(safe -> lines.add("| " + safe.creator() + " | " + safe + " | named by the site |"));
        SafePrivate.standard()
                .attributes()
                .map(attribute ->
                        "| " + attribute.creator() + " | " + attribute.tag() + " | " + attribute.meaning() + " |")
                .sorted()
                .forEach(lines::add);
        return String.join("\n", lines);
    }
}
