// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archiveapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Takes a class file apart, as far as others can see what is in it. */
final class ClassFile extends ClassVisitor {
    private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

    private String name;
    private int access;
    private String superclass;
    private String interfaces;
    private String signature;
    private final List<String> annotations = new ArrayList<>();
    private final TreeMap<String, String> members = new TreeMap<>();

    private ClassFile() {
        super(Opcodes.ASM9);
    }

    static ApiType read(byte[] bytes) {
        ClassFile file = new ClassFile();
        new ClassReader(bytes).accept(file, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return new ApiType(file.name, file.head(), file.members);
    }

    private String head() {
        String kind = (access & Opcodes.ACC_ANNOTATION) != 0
                ? "annotation"
                : (access & Opcodes.ACC_INTERFACE) != 0
                        ? "interface"
                        : (access & Opcodes.ACC_ENUM) != 0 ? "enum" : "class";
        boolean hasSuperclass = kind.equals("class") || kind.equals("enum");
        return String.join(
                "\t",
                kind,
                typeModifiers(kind),
                hasSuperclass ? superclass : "-",
                interfaces,
                // The signature of an enum says nothing but that it is one.
                kind.equals("enum") ? "-" : orNone(signature),
                kind.equals("annotation")
                        ? orNone(String.join(" ", annotations.stream().sorted().toList()))
                        : "-");
    }

    private String typeModifiers(String kind) {
        int shown = access & (VISIBLE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_ABSTRACT);
        if (kind.equals("interface") || kind.equals("annotation"))
            shown &= ~(Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC);
        return modifiers(shown);
    }

    private static String modifiers(int access) {
        List<String> words = new ArrayList<>();
        if ((access & Opcodes.ACC_PUBLIC) != 0) words.add("public");
        if ((access & Opcodes.ACC_PROTECTED) != 0) words.add("protected");
        if ((access & Opcodes.ACC_STATIC) != 0) words.add("static");
        if ((access & Opcodes.ACC_FINAL) != 0) words.add("final");
        return String.join(" ", words) + ((access & Opcodes.ACC_ABSTRACT) != 0 ? " abstract" : "");
    }

    private static String orNone(String text) {
        return text == null || text.isEmpty() ? "-" : text;
    }

    private static String names(String[] internal) {
        return internal == null ? "-" : orNone(String.join(" ", internal).replace('/', '.'));
    }

    @Override
    public void visit(int version, int flags, String internal, String generic, String parent, String[] implemented) {
        name = internal.replace('/', '.');
        access = flags;
        superclass = names(new String[] {parent});
        interfaces = names(implemented);
        signature = generic;
    }

    /** Of a nested type, only this tells whether it is static or protected. */
    @Override
    public void visitInnerClass(String internal, String outer, String simple, int flags) {
        if (internal.replace('/', '.').equals(name)) access = flags;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        annotations.add(Type.getType(descriptor).getClassName());
        return null;
    }

    @Override
    public FieldVisitor visitField(int flags, String field, String descriptor, String generic, Object constant) {
        String words = modifiers(flags) + ((flags & Opcodes.ACC_ENUM) != 0 ? " enum" : "");
        add(flags, field, descriptor, words, null, generic, constant);
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int flags, String method, String descriptor, String generic, String[] exceptions) {
        boolean concrete = (flags & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC)) == 0;
        boolean inInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        String words = modifiers(flags & ~Opcodes.ACC_ABSTRACT)
                + ((flags & Opcodes.ACC_VARARGS) != 0 ? " varargs" : "")
                + ((flags & Opcodes.ACC_ABSTRACT) != 0 ? " abstract" : "")
                + (inInterface && concrete ? " default" : "");
        add(flags, method, descriptor, words, exceptions, generic, null);
        return null;
    }

    private void add(
            int flags,
            String member,
            String descriptor,
            String words,
            String[] exceptions,
            String generic,
            Object constant) {
        if ((flags & VISIBLE) == 0 || (flags & Opcodes.ACC_SYNTHETIC) != 0) return;
        members.put(
                member + ' ' + descriptor,
                String.join("\t", words, names(exceptions), orNone(generic), orNone(Objects.toString(constant, null))));
    }
}
