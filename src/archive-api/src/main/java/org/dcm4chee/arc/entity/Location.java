// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.entity;

public class Location {

    public static boolean isDicomFile(Location location) {
        throw new UnsupportedOperationException();
    }

    public String getStorageID() {
        throw new UnsupportedOperationException();
    }

    public String getStoragePath() {
        throw new UnsupportedOperationException();
    }

    public String getTransferSyntaxUID() {
        throw new UnsupportedOperationException();
    }

    public long getSize() {
        throw new UnsupportedOperationException();
    }

    public ObjectType getObjectType() {
        throw new UnsupportedOperationException();
    }

    private Location() {}

    public enum ObjectType {
        DICOM_FILE,
        METADATA;
    }
}
