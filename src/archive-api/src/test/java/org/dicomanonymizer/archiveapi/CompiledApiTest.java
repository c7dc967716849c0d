// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archiveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dcm4che3.data.Attributes;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What the plugin is compiled against is what the archive has. */
class CompiledApiTest {

    @Test
    void every_type_and_member_is_as_in_the_real_api() throws Exception {
        SortedMap<String, ApiType> real = Manifest.read();
        SortedMap<String, ApiType> ours = compiled();
        assertThat(ours.keySet()).containsExactlyElementsOf(real.keySet());
        List<String> differences = new ArrayList<>();
        real.forEach((name, type) -> differences.addAll(type.differences(ours.get(name), true)));
        assertThat(differences).isEmpty();
    }

    /** The comparison finds each kind of fault: else it would prove nothing. */
    @Test
    void a_wrong_signature_is_found() throws IOException {
        assertThat(faults("tags", 0, "()[I")).isEmpty();
        assertThat(faults("tags", 0, "()[J"))
                .containsExactly(
                        "org.dcm4che3.data.Attributes lacks tags ()[I",
                        "org.dcm4che3.data.Attributes should not have tags ()[J");
        assertThat(faults("tags", Opcodes.ACC_FINAL, "()[I"))
                .singleElement()
                .asString()
                .contains("has tags ()[I as public final\t")
                .contains("instead of public\t");
        assertThat(faults("tags", 0, "()[I", "java/io/IOException"))
                .singleElement()
                .asString()
                .contains("java.io.IOException");
        assertThat(faults("tags", Opcodes.ACC_PUBLIC, "()[I"))
                .containsExactly("org.dcm4che3.data.Attributes lacks tags ()[I");
        assertThat(faults("<type>", Opcodes.ACC_FINAL, ""))
                .singleElement()
                .asString()
                .contains("is class\tpublic final\t");
    }

    private static List<String> faults(String member, int flipped, String descriptor, String... exceptions)
            throws IOException {
        ClassWriter writer = new ClassWriter(0);
        String file = Attributes.class.getName().replace('.', '/') + ".class";
        try (var in = Attributes.class.getClassLoader().getResourceAsStream(file)) {
            new ClassReader(in).accept(new Fault(writer, member, flipped, descriptor, exceptions), 0);
        }
        ApiType real = Manifest.read().get(Attributes.class.getName());
        return real.differences(ClassFile.read(writer.toByteArray()), true);
    }

    private static SortedMap<String, ApiType> compiled() throws IOException, URISyntaxException {
        Path classes = Path.of(Attributes.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        SortedMap<String, ApiType> types = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(CompiledApiTest::isType)::iterator) {
                ApiType type = ClassFile.read(Files.readAllBytes(file));
                types.put(type.name(), type);
            }
        }
        return types;
    }

    private static boolean isType(Path file) {
        return file.toString().endsWith(".class") && !file.endsWith("package-info.class");
    }

    /** Copies a class with one thing made wrong. */
    private static final class Fault extends ClassVisitor {
        private final String member;
        private final int flipped;
        private final String descriptor;
        private final String[] exceptions;

        Fault(ClassVisitor copy, String member, int flipped, String descriptor, String... exceptions) {
            super(Opcodes.ASM9, copy);
            this.member = member;
            this.flipped = flipped;
            this.descriptor = descriptor;
            this.exceptions = exceptions;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            int flags = member.equals("<type>") ? access ^ flipped : access;
            super.visit(version, flags, name, signature, parent, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String type, String signature, String[] thrown) {
            return name.equals(member)
                    ? super.visitMethod(access ^ flipped, name, descriptor, signature, exceptions)
                    : super.visitMethod(access, name, type, signature, thrown);
        }
    }
}
