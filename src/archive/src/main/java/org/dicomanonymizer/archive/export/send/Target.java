// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dicomanonymizer.rule.ConfigurationException;

/**
 * Where an export goes, as the export URI tells it.
 *
 * @param kind the way there
 * @param name an AE title, the name of a web application, or the absolute path of a folder
 */
public record Target(Kind kind, String name) {
    private static final Pattern AE_TITLE = Pattern.compile("[\\x21-\\x5B\\x5D-\\x7E]{1,16}");

    /** The ways to send objects. */
    public enum Kind {
        /** C-STORE to an AE. */
        DICOM,
        /** STOW-RS to a web application. */
        STOW,
        /** Into an AE of this archive. */
        STORE,
        /** Files in a folder of the server. */
        DIR
    }

    /**
     * Reads an export URI.
     *
     * @param uri {@code anonymized:dicom:AETITLE}, {@code anonymized:stow:WEBAPPNAME}, {@code anonymized:store:AETITLE} or
     *     {@code anonymized:dir:/path}
     * @throws ConfigurationException if it is none of these
     */
    public static Target parse(URI uri) {
        Target target = read(uri.getSchemeSpecificPart())
                .orElseThrow(() -> new ConfigurationException(
                        "dcmURI has to be anonymized:dicom:AETITLE, anonymized:stow:WEBAPPNAME,"
                                + " anonymized:store:AETITLE, anonymized:dir:/path or anonymized:requested"));
        if (target.kind == Kind.DIR) target.path();
        else if (!target.isNamedRightly()) throw new ConfigurationException("dcmURI: " + target.noTitle());
        return target;
    }

    /**
     * Reads a destination that requests may choose.
     *
     * @param text {@code dicom:AETITLE}, {@code stow:WEBAPPNAME} or {@code store:AETITLE}: no request writes files of the server
     * @throws ConfigurationException if it is none of these
     */
    public static Target parse(String text) {
        Target target = read(text)
                .filter(read -> read.kind != Kind.DIR)
                .orElseThrow(() -> new ConfigurationException(
                        "\"" + text + "\" has to be dicom:AETITLE, stow:WEBAPPNAME or store:AETITLE"));
        if (!target.isNamedRightly()) throw new ConfigurationException(target.noTitle());
        return target;
    }

    private static Optional<Target> read(String text) {
        String[] parts = text.split(":", 2);
        if (parts.length < 2 || parts[1].isBlank()) return Optional.empty();
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(parts[0]))
                .findFirst()
                .map(kind -> new Target(kind, parts[1]));
    }

    private boolean isNamedRightly() {
        return kind == Kind.STOW || AE_TITLE.matcher(name).matches();
    }

    private String noTitle() {
        return "\"" + name + "\" is no AE title";
    }

    /** The folder of {@link Kind#DIR}. */
    public Path path() {
        try {
            Path path = Path.of(name);
            if (path.isAbsolute()) return path.normalize();
        } catch (InvalidPathException e) {
            throw new ConfigurationException("dcmURI: the path after anonymized:dir: can't be one: " + e.getReason());
        }
        throw new ConfigurationException("dcmURI: the path after anonymized:dir: has to be absolute");
    }

    /** As in the export URI, without its scheme. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
