// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassType;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schema against the code that uses it, and the forms that are made of it. */
class LdapSchemaFormsTest {
    private static final String ARC = "2.25.310850848381891442354341920792852701519.";
    private static final String SYNTAXES = "1.3.6.1.4.1.1466.115.121.1.";

    /** With {@code -DwriteGenerated} the test writes what it would otherwise compare. */
    @Test
    void the_other_forms_are_made_of_the_schema_file() throws Exception {
        LdapSchema schema = LdapSchema.delivered();
        Map<String, String> forms = Map.of(
                "slapd/dicom-anonymizer.ldif", schema.slapd(),
                "slapd/dicom-anonymizer-modify.ldif", schema.slapdModify(),
                "opendj/20-dicom-anonymizer.ldif", schema.openDj(),
                "apacheds/dicom-anonymizer.ldif", schema.apacheDs());
        for (Map.Entry<String, String> form : forms.entrySet()) {
            Path file = LdapSchema.FOLDER.resolve(form.getKey());
            if (Boolean.getBoolean("writeGenerated")) Files.writeString(file, form.getValue());
            else
                assertThat(file)
                        .as("written with -DwriteGenerated=true")
                        .content()
                        .isEqualTo(form.getValue());
        }
    }

    @Test
    void numbers_and_names_are_unique_and_in_the_own_arc() throws Exception {
        LdapSchema schema = LdapSchema.delivered();
        assertThat(schema.attributeTypes())
                .extracting(AttributeTypeDefinition::getOID)
                .doesNotHaveDuplicates()
                .allMatch(oid -> oid.startsWith(ARC + "1."));
        assertThat(schema.objectClasses())
                .extracting(ObjectClassDefinition::getOID)
                .doesNotHaveDuplicates()
                .allMatch(oid -> oid.startsWith(ARC + "2."));
        assertThat(Stream.concat(
                        schema.attributeTypes().stream().map(AttributeTypeDefinition::getNameOrOID),
                        schema.objectClasses().stream().map(ObjectClassDefinition::getNameOrOID)))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("dan[A-Z][A-Za-z]+"));
    }

    @Test
    void it_defines_what_the_code_keeps_and_nothing_else() throws Exception {
        LdapSchema schema = LdapSchema.delivered();
        List<String> used = new ArrayList<>();
        for (EntryType type : EntryType.values()) {
            ObjectClassDefinition definition = schema.objectClasses().stream()
                    .filter(objectClass -> objectClass.hasNameOrOID(type.objectClass()))
                    .findFirst()
                    .orElseThrow();
            assertThat(definition.getObjectClassType()).isEqualTo(ObjectClassType.STRUCTURAL);
            List<String> attributes = new ArrayList<>(List.of(type.naming()));
            type.fields().forEach(field -> attributes.add(field.attribute()));
            used.addAll(attributes);
            assertThat(Stream.of(definition.getRequiredAttributes(), definition.getOptionalAttributes())
                            .flatMap(Stream::of))
                    .containsExactlyInAnyOrderElementsOf(attributes);
            assertThat(definition.getRequiredAttributes()).startsWith(type.naming());
            for (Field field : type.fields())
                assertThat(form(schema, field.attribute())).isEqualTo(form(field.kind()));
            assertThat(form(schema, type.naming())).isEqualTo(form(Field.Kind.WORD));
        }
        assertThat(schema.attributeTypes())
                .extracting(AttributeTypeDefinition::getNameOrOID)
                .containsOnlyOnceElementsOf(used.stream().distinct().toList())
                .hasSize((int) used.stream().distinct().count());
    }

    private static String form(LdapSchema schema, String attribute) throws Exception {
        AttributeTypeDefinition type = schema.attributeTypes().stream()
                .filter(definition -> definition.hasNameOrOID(attribute))
                .findFirst()
                .orElseThrow();
        return type.getSyntaxOID() + " " + type.getEqualityMatchingRule() + (type.isSingleValued() ? " single" : "");
    }

    private static String form(Field.Kind kind) {
        return switch (kind) {
            case TEXT -> SYNTAXES + "15 caseExactMatch single";
            case TEXTS -> SYNTAXES + "15 caseExactMatch";
            case WORD -> SYNTAXES + "26 caseExactIA5Match single";
            case WORDS -> SYNTAXES + "26 caseExactIA5Match";
            case INTEGER -> SYNTAXES + "27 integerMatch single";
            case BOOLEAN -> SYNTAXES + "7 booleanMatch single";
        };
    }

    @Test
    void the_form_for_apacheds_defines_the_same() throws Exception {
        LdapSchema schema = LdapSchema.delivered();
        List<AttributeTypeDefinition> types = new ArrayList<>();
        List<ObjectClassDefinition> classes = new ArrayList<>();
        for (Entry entry : LDIFReader.readEntries(
                LdapSchema.FOLDER.resolve("apacheds/dicom-anonymizer.ldif").toFile())) {
            if (entry.hasObjectClass("metaAttributeType"))
                types.add(new AttributeTypeDefinition(
                        entry.getAttributeValue("m-oid"),
                        entry.getAttributeValues("m-name"),
                        entry.getAttributeValue("m-description"),
                        false,
                        null,
                        entry.getAttributeValue("m-equality"),
                        null,
                        entry.getAttributeValue("m-substr"),
                        entry.getAttributeValue("m-syntax"),
                        entry.getAttributeValueAsBoolean("m-singleValue"),
                        false,
                        false,
                        null,
                        null));
            if (entry.hasObjectClass("metaObjectClass"))
                classes.add(new ObjectClassDefinition(
                        entry.getAttributeValue("m-oid"),
                        entry.getAttributeValues("m-name"),
                        entry.getAttributeValue("m-description"),
                        false,
                        entry.getAttributeValues("m-supObjectClass"),
                        ObjectClassType.STRUCTURAL,
                        entry.getAttributeValues("m-must"),
                        entry.getAttributeValues("m-may"),
                        null));
        }
        assertThat(types).isEqualTo(schema.attributeTypes());
        assertThat(classes).isEqualTo(schema.objectClasses());
    }

    @Test
    void the_form_for_opendj_is_a_schema() throws Exception {
        Schema read = Schema.getSchema(
                LdapSchema.FOLDER.resolve("opendj/20-dicom-anonymizer.ldif").toString());
        assertThat(read.getAttributeTypes())
                .containsExactlyInAnyOrderElementsOf(LdapSchema.delivered().attributeTypes());
        assertThat(read.getObjectClasses())
                .containsExactlyInAnyOrderElementsOf(LdapSchema.delivered().objectClasses());
    }
}
