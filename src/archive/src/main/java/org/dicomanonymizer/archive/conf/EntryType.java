// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import static org.dicomanonymizer.archive.conf.Field.Kind.BOOLEAN;
import static org.dicomanonymizer.archive.conf.Field.Kind.INTEGER;
import static org.dicomanonymizer.archive.conf.Field.Kind.TEXT;
import static org.dicomanonymizer.archive.conf.Field.Kind.TEXTS;
import static org.dicomanonymizer.archive.conf.Field.Kind.WORD;
import static org.dicomanonymizer.archive.conf.Field.Kind.WORDS;

import java.util.List;
import java.util.Optional;

/**
 * The kinds of entries that the configuration has for profiles: what {@code config/ldap/schema/dicom-anonymizer.schema} defines,
 * and where the engine's JSON has the same.
 */
public enum EntryType {
    RULE(
            "danRule",
            "danRuleName",
            "rule",
            List.of(),
            new Field(EntryType.ORDER, INTEGER, ""),
            new Field(EntryType.TAG, TEXT, "tag"),
            new Field(EntryType.WHEN, TEXT, "when"),
            new Field("danAction", WORD, "action"),
            new Field(EntryType.PARAMETER, TEXTS, ""),
            new Field("danComment", TEXT, "comment")),
    REGION(
            "danPixelRegion",
            "danRegionName",
            "region",
            List.of(),
            new Field(EntryType.ORDER, INTEGER, ""),
            new Field(EntryType.WHEN, TEXT, "when"),
            new Field("danRectangle", WORDS, "rectangles")),
    PROFILE(
            "danProfile",
            "danProfileName",
            "profile",
            List.of(RULE, REGION),
            new Field("danDescription", TEXT, "description"),
            new Field("danExtends", WORD, "extends"),
            new Field("danEdition", WORD, "edition"),
            new Field(EntryType.OPTION, WORDS, "options"),
            new Field(EntryType.RULE_FILE, TEXT, "rules"),
            new Field("danDateShift", WORD, "dates.shift"),
            new Field("danDatePer", WORD, "dates.per"),
            new Field("danDateTimes", WORD, "dates.times"),
            new Field("danReferenceDateFile", TEXT, "dates.reference.file"),
            new Field("danReferenceDateEvent", TEXT, "dates.reference.event"),
            new Field("danReferenceDateMissing", WORD, "dates.reference.missing"),
            new Field("danKeyFile", TEXT, "identity.key.file"),
            new Field("danKeyEnvironment", WORD, "identity.key.environment"),
            new Field("danProject", TEXT, "identity.project"),
            new Field("danPseudonymPrefix", TEXT, "identity.pseudonym.prefix"),
            new Field("danPseudonymLength", INTEGER, "identity.pseudonym.length"),
            new Field("danTextWord", TEXTS, "text.words"),
            new Field("danTextUnknown", WORD, "text.unknown"),
            new Field("danPrivateKeep", BOOLEAN, "private.keep"),
            new Field("danPrivateSafe", TEXTS, "private.safe"),
            new Field("danPrivateSafeFile", TEXTS, "private.safeFiles"),
            new Field("danBurnedIn", WORD, "pixels.onBurnedIn"),
            new Field("danRecipient", TEXTS, "encryption.recipients"),
            new Field("danOnDeidentified", WORD, "onDeidentified"),
            new Field("danVerify", BOOLEAN, "verify"),
            new Field("danOnFailure", WORD, "onFailure"));

    /** Gives rules, and regions, their order: LDAP keeps none. */
    static final String ORDER = "danOrder";

    static final String TAG = "danTag";
    static final String WHEN = "danWhen";
    static final String OPTION = "danOption";
    static final String RULE_FILE = "danRuleFile";

    /** Parameters of actions, {@code name=value}. */
    static final String PARAMETER = "danActionParam";

    private final String objectClass;
    private final String naming;
    private final String noun;
    private final List<EntryType> children;
    private final List<Field> fields;

    EntryType(String objectClass, String naming, String noun, List<EntryType> children, Field... fields) {
        this.objectClass = objectClass;
        this.naming = naming;
        this.noun = noun;
        this.children = children;
        this.fields = List.of(fields);
    }

    /** The object class in LDAP, and the key of a list of such entries in JSON. */
    public String objectClass() {
        return objectClass;
    }

    /** The attribute that names an entry among its siblings. */
    public String naming() {
        return naming;
    }

    /** How messages call such an entry. */
    String noun() {
        return noun;
    }

    /** The kinds of entries that stand below. */
    List<EntryType> children() {
        return children;
    }

    /** Its attributes but for the naming one. */
    List<Field> fields() {
        return fields;
    }

    /** The field of an attribute's name. */
    Optional<Field> field(String attribute) {
        return fields.stream()
                .filter(field -> field.attribute().equals(attribute))
                .findFirst();
    }

    /** Whether such entries have an order. */
    boolean isOrdered() {
        return field(ORDER).isPresent();
    }
}
