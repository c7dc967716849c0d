// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.entity;

/** One file of a storage. */
public class Location {
    private final String storageID;
    private final String storagePath;
    private final String transferSyntaxUID;

    public Location(String storageID, String storagePath, String transferSyntaxUID) {
        this.storageID = storageID;
        this.storagePath = storagePath;
        this.transferSyntaxUID = transferSyntaxUID;
    }

    public static boolean isDicomFile(Location location) {
        return location.getObjectType() == ObjectType.DICOM_FILE;
    }

    public String getStorageID() {
        return storageID;
    }

    public String getStoragePath() {
        return storagePath;
    }

    public String getTransferSyntaxUID() {
        return transferSyntaxUID;
    }

    public long getSize() {
        return -1;
    }

    public ObjectType getObjectType() {
        return ObjectType.DICOM_FILE;
    }

    public enum ObjectType {
        DICOM_FILE,
        METADATA;
    }
}
