// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code .schema} file of OpenLDAP, and the forms that other servers take it in. */
final class LdapSchema {
    static final Path FOLDER = Path.of("..", "..", "config", "ldap");
    static final String NAME = "dicom-anonymizer";

    private static final Pattern DEFINITION = Pattern.compile("(attributetype|objectclass) (\\(.*\\))", Pattern.DOTALL);
    private static final String LICENCE = "# SPDX-License-Identifier: Apache-2.0\n";
    private static final String MADE = LICENCE + "# Made of schema/" + NAME + ".schema by LdapSchemaFormsTest.\n";

    private final List<String> attributeTypes = new ArrayList<>();
    private final List<String> objectClasses = new ArrayList<>();

    private LdapSchema() {}

    /** The schema that is delivered. */
    static LdapSchema delivered() throws IOException {
        return read(FOLDER.resolve("schema").resolve(NAME + ".schema"));
    }

    static LdapSchema read(Path file) throws IOException {
        LdapSchema schema = new LdapSchema();
        String text = Files.readString(file).replaceAll("(?m)^#.*\\R", "");
        for (String paragraph : text.strip().split("\\R{2,}")) {
            Matcher definition = DEFINITION.matcher(paragraph);
            if (!definition.matches()) throw new IllegalArgumentException(paragraph);
            (definition.group(1).equals("attributetype") ? schema.attributeTypes : schema.objectClasses)
                    .add(definition.group(2));
        }
        return schema;
    }

    List<AttributeTypeDefinition> attributeTypes() throws LDAPException {
        List<AttributeTypeDefinition> definitions = new ArrayList<>();
        for (String definition : attributeTypes) definitions.add(new AttributeTypeDefinition(inOneLine(definition)));
        return definitions;
    }

    List<ObjectClassDefinition> objectClasses() throws LDAPException {
        List<ObjectClassDefinition> definitions = new ArrayList<>();
        for (String definition : objectClasses) definitions.add(new ObjectClassDefinition(inOneLine(definition)));
        return definitions;
    }

    private static String inOneLine(String definition) {
        return definition.replaceAll("\\s+", " ");
    }

    /** For a running slapd with the database cn=config. */
    String slapd() {
        return MADE + "dn: cn=" + NAME + ",cn=schema,cn=config\nobjectClass: olcSchemaConfig\ncn: " + NAME + "\n"
                + values("olcAttributeTypes: ", attributeTypes) + values("olcObjectClasses: ", objectClasses);
    }

    /** For the same if it has an older version of the schema. */
    String slapdModify() {
        return MADE
                + "# Put the index that your server gave the schema in place of {0}:\n"
                + "#   ldapsearch -Q -Y EXTERNAL -H ldapi:/// -LLL -b cn=schema,cn=config '(cn=*" + NAME + ")' dn\n"
                + "dn: cn={0}" + NAME + ",cn=schema,cn=config\nchangetype: modify\nreplace: olcAttributeTypes\n"
                + values("olcAttributeTypes: ", attributeTypes) + "-\nreplace: olcObjectClasses\n"
                + values("olcObjectClasses: ", objectClasses) + "-\n";
    }

    /** For OpenDJ and its relatives: a file of the server's folder config/schema. */
    String openDj() {
        return MADE + "dn: cn=schema\nobjectClass: top\nobjectClass: ldapSubentry\nobjectClass: subschema\n"
                + values("attributeTypes: ", attributeTypes) + values("objectClasses: ", objectClasses);
    }

    private static String values(String attribute, List<String> definitions) {
        StringBuilder text = new StringBuilder();
        for (String definition : definitions)
            text.append(attribute).append(definition).append('\n');
        return text.toString();
    }

    /** For ApacheDS: each definition is an entry. */
    String apacheDs() throws LDAPException {
        StringBuilder text = new StringBuilder(MADE);
        String root = "cn=" + NAME + ",ou=schema";
        entry(text, root, "metaSchema", "cn: " + NAME);
        container(text, "attributetypes", root);
        for (AttributeTypeDefinition type : attributeTypes()) {
            List<String> lines = new ArrayList<>(common(type.getOID(), type.getNames()[0], type.getDescription()));
            lines.add("m-equality: " + type.getEqualityMatchingRule());
            if (type.getSubstringMatchingRule() != null) lines.add("m-substr: " + type.getSubstringMatchingRule());
            lines.add("m-syntax: " + type.getSyntaxOID());
            lines.add("m-singleValue: " + (type.isSingleValued() ? "TRUE" : "FALSE"));
            entry(
                    text,
                    "m-oid=" + type.getOID() + ",ou=attributetypes," + root,
                    "metaAttributeType",
                    lines.toArray(String[]::new));
        }
        for (String empty : List.of(
                "comparators",
                "ditcontentrules",
                "ditstructurerules",
                "matchingrules",
                "matchingruleuse",
                "nameforms",
                "normalizers")) container(text, empty, root);
        container(text, "objectclasses", root);
        for (ObjectClassDefinition type : objectClasses()) {
            List<String> lines = new ArrayList<>(common(type.getOID(), type.getNames()[0], type.getDescription()));
            for (String superior : type.getSuperiorClasses()) lines.add("m-supObjectClass: " + superior);
            if (type.getObjectClassType() != ObjectClassType.STRUCTURAL)
                throw new IllegalArgumentException(type + " is of a kind that is not written yet");
            for (String must : type.getRequiredAttributes()) lines.add("m-must: " + must);
            for (String may : type.getOptionalAttributes()) lines.add("m-may: " + may);
            entry(
                    text,
                    "m-oid=" + type.getOID() + ",ou=objectclasses," + root,
                    "metaObjectClass",
                    lines.toArray(String[]::new));
        }
        container(text, "syntaxcheckers", root);
        container(text, "syntaxes", root);
        return text.toString();
    }

    private static List<String> common(String oid, String name, String description) {
        return List.of("m-oid: " + oid, "m-name: " + name, "m-description: " + description);
    }

    private static void container(StringBuilder text, String name, String root) {
        text.append("\ndn: ou=").append(name).append(',').append(root);
        text.append("\nobjectclass: organizationalUnit\nobjectclass: top\nou: ")
                .append(name)
                .append('\n');
    }

    private static void entry(StringBuilder text, String dn, String objectClass, String... lines) {
        text.append("\ndn: ").append(dn).append("\nobjectclass: ").append(objectClass);
        if (!objectClass.equals("metaSchema")) text.append("\nobjectclass: metaTop");
        text.append("\nobjectclass: top\n");
        for (String line : lines) text.append(line).append('\n');
    }
}
