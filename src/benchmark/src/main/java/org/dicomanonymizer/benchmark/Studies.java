// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomInputStream;

/** The headers of a thousand objects of two studies, made of one, with UIDs of their own where objects have such. Not thread-safe. */
final class Studies {
    private static final int OBJECTS = 1000;
    private static final int PER_SERIES = 100;
    private static final int PER_STUDY = 500;

    /** With many frames, objects are too large for so many of them. */
    private static final int MANY_FRAMES = 100;

    private static final int SOP_CLASS_UID = 0x00080016;
    private static final int SOP_INSTANCE_UID = 0x00080018;
    private static final int STUDY_INSTANCE_UID = 0x0020000D;
    private static final int SERIES_INSTANCE_UID = 0x0020000E;
    private static final int PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009230;
    private static final int PIXEL_DATA = 0x7FE00010;

    private final Attributes[] objects;
    private final String sopClass;
    private int next;

    private Studies(Attributes[] objects, String sopClass) {
        this.objects = objects;
        this.sopClass = sopClass;
    }

    /**
     * Objects like that of a file.
     *
     * @param frames how many items the functional groups of the frames get by repetition; 0 for as many as there are
     */
    static Studies of(Path file, int frames) throws IOException {
        Attributes model = read(file);
        Attributes[] objects = new Attributes[frames > MANY_FRAMES ? OBJECTS / PER_SERIES : OBJECTS];
        for (int i = 0; i < objects.length; i++) {
            Attributes object = new Attributes(model);
            setUid(object, SOP_INSTANCE_UID, i);
            setUid(object, SERIES_INSTANCE_UID, i / PER_SERIES);
            setUid(object, STUDY_INSTANCE_UID, i / PER_STUDY);
            repeatFrames(object, frames);
            objects[i] = object;
        }
        return new Studies(objects, read(file).getString(SOP_CLASS_UID));
    }

    private static Attributes read(Path file) throws IOException {
        try (DicomInputStream in = new DicomInputStream(file.toFile())) {
            Attributes attributes = in.readDataset();
            attributes.remove(PIXEL_DATA);
            return attributes;
        }
    }

    /** As bytes, in which the archive has values that it has just read. */
    private static void setUid(Attributes object, int tag, int number) {
        String uid = String.format("2.25.271828182845904523536028%010d%06d", tag, number);
        object.setBytes(tag, VR.UI, (uid.length() % 2 == 0 ? uid : uid + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    private static void repeatFrames(Attributes object, int frames) {
        Sequence groups = object.getSequence(PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
        int own = groups == null ? 0 : groups.size();
        for (int i = own; own > 0 && i < frames; i++) groups.add(new Attributes(groups.get(i % own)));
    }

    /** A copy of the next object, which may be changed. */
    Attributes next() {
        if (next == objects.length) next = 0;
        return new Attributes(objects[next++]);
    }

    String sopClass() {
        return sopClass;
    }
}
