// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** How this software names itself in what it writes (PS3.7 section D.3.3.2). */
public final class Implementation {
    public static final String NAME = "DicomAnonymizer";

    /** The version of this build, such as {@code 1.0.0}. */
    public static final String VERSION = readVersion();

    /** Implementation Class UID (0002,0012). */
    public static final String CLASS_UID = "2.25.86642229238426282018696980889830920232";

    /** Implementation Version Name (0002,0013): at most 16 characters. */
    public static final String VERSION_NAME =
            "DCMANON_" + VERSION.replaceAll("-.*", "").replace('.', '_');

    private Implementation() {}

    private static String readVersion() {
        try (InputStream in = Implementation.class.getResourceAsStream("implementation.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
