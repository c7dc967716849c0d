// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Gives the data classes of a fork of dcm4che ({@code org.aoju:bus-image}) their real names, with all of the fork that they
 * use. The fork is older than the archive: see {@link MissingVrs}. Its reading and writing of files is faulty and is used
 * by no test.
 */
final class ForkRelocation {
    private static final String FORK = "org/aoju/";
    private static final String DATA = FORK + "bus/image/galaxy/data/";
    private static final String REAL = "org/dcm4che3/data/";
    private static final String[] ROOTS = {"Attributes", "BulkData", "Fragments", "Sequence", "VR", "Value"};

    private ForkRelocation() {}

    static void into(Path folder) throws IOException {
        Deque<String> open = new ArrayDeque<>();
        for (String root : ROOTS) open.add(DATA + root);
        Set<String> known = new HashSet<>(open);
        Remapper names = new Remapper(org.objectweb.asm.Opcodes.ASM9) {
            @Override
            public String map(String name) {
                if (name.startsWith(FORK) && known.add(name)) open.add(name);
                return name.startsWith(DATA) ? REAL + name.substring(DATA.length()) : name;
            }
        };
        for (String name = open.poll(); name != null; name = open.poll()) {
            try (InputStream original = Dcm4cheForTests.loader().getResourceAsStream(name + ".class")) {
                // What else the fork uses without the data classes' doing is not in the class path.
                if (original == null) continue;
                ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
                ClassVisitor target = name.equals(DATA + "VR") ? new MissingVrs(writer) : writer;
                new ClassReader(original).accept(new ClassRemapper(target, names), 0);
                Dcm4cheForTests.write(
                        folder.resolve(names.map(name) + ".class"), new ByteArrayInputStream(writer.toByteArray()));
            }
        }
    }
}
