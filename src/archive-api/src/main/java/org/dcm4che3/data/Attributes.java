// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.data;

import java.io.IOException;
import java.io.Serializable;

public class Attributes implements Serializable {

    public interface Visitor {
        boolean visit(Attributes attrs, int tag, VR vr, Object value) throws Exception;
    }

    public Attributes() {}

    public Attributes(boolean bigEndian) {}

    public Attributes(int initialCapacity) {}

    public Attributes(boolean bigEndian, int initialCapacity) {}

    public Attributes(Attributes other) {}

    public boolean isReadOnly() {
        throw new UnsupportedOperationException();
    }

    public final boolean isRoot() {
        throw new UnsupportedOperationException();
    }

    public final Attributes getRoot() {
        throw new UnsupportedOperationException();
    }

    public final boolean bigEndian() {
        throw new UnsupportedOperationException();
    }

    public final Attributes getParent() {
        throw new UnsupportedOperationException();
    }

    public final boolean isEmpty() {
        throw new UnsupportedOperationException();
    }

    public final int size() {
        throw new UnsupportedOperationException();
    }

    public int[] tags() {
        throw new UnsupportedOperationException();
    }

    public Attributes getNestedDataset(int tag) {
        throw new UnsupportedOperationException();
    }

    public boolean contains(int tag) {
        throw new UnsupportedOperationException();
    }

    public boolean containsValue(int tag) {
        throw new UnsupportedOperationException();
    }

    public Object getValue(int tag) {
        throw new UnsupportedOperationException();
    }

    public Object getValue(int tag, VR.Holder holder) {
        throw new UnsupportedOperationException();
    }

    public VR getVR(int tag) {
        throw new UnsupportedOperationException();
    }

    public Sequence getSequence(int tag) {
        throw new UnsupportedOperationException();
    }

    public byte[] getBytes(int tag) throws IOException {
        throw new UnsupportedOperationException();
    }

    public String getString(int tag) {
        throw new UnsupportedOperationException();
    }

    public String getString(int tag, String defaultValue) {
        throw new UnsupportedOperationException();
    }

    public String[] getStrings(int tag) {
        throw new UnsupportedOperationException();
    }

    public int getInt(int tag, int defaultValue) {
        throw new UnsupportedOperationException();
    }

    public Object remove(int tag) {
        throw new UnsupportedOperationException();
    }

    public Object setNull(int tag, VR vr) {
        throw new UnsupportedOperationException();
    }

    public Object setBytes(int tag, VR vr, byte[] value) {
        throw new UnsupportedOperationException();
    }

    public Object setString(int tag, VR vr, String value) {
        throw new UnsupportedOperationException();
    }

    public Object setString(int tag, VR vr, String... value) {
        throw new UnsupportedOperationException();
    }

    public Object setInt(int tag, VR vr, int... values) {
        throw new UnsupportedOperationException();
    }

    public Object setValue(int tag, VR vr, Object value) {
        throw new UnsupportedOperationException();
    }

    public Sequence newSequence(int tag, int initialCapacity) {
        throw new UnsupportedOperationException();
    }

    public Fragments newFragments(int tag, VR vr, int initialCapacity) {
        throw new UnsupportedOperationException();
    }

    public boolean accept(Visitor visitor, boolean visitNestedDatasets) throws Exception {
        throw new UnsupportedOperationException();
    }

    public boolean addAll(Attributes other) {
        throw new UnsupportedOperationException();
    }

    public boolean addSelected(Attributes other, int... selection) {
        throw new UnsupportedOperationException();
    }

    public boolean addNotSelected(Attributes other, int... selection) {
        throw new UnsupportedOperationException();
    }

    public Attributes createFileMetaInformation(String transferSyntaxUID) {
        throw new UnsupportedOperationException();
    }
}
