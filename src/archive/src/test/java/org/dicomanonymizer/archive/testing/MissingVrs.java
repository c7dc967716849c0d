// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.testing;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;

/** Adds OV, SV and UV, of which the fork knows nothing, to its enum of VRs: as values of mere bytes. */
final class MissingVrs extends ClassVisitor {
    private static final String[] NAMES = {"OV", "SV", "UV"};
    /** How many the fork knows. */
    private static final int KNOWN = 31;

    private static final String LAST = "UV";
    private static final Type VR = Type.getObjectType("org/dcm4che3/data/VR");
    private static final Type VALUE_TYPE = Type.getObjectType("org/dcm4che3/data/ValueType");
    private static final Type BINARY = Type.getObjectType("org/dcm4che3/data/BinaryValueType");
    private static final int LONG_HEADER = 12;

    MissingVrs(ClassVisitor target) {
        super(Opcodes.ASM9, target);
    }

    @Override
    public void visitEnd() {
        for (String name : NAMES) {
            int flags = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL | Opcodes.ACC_ENUM;
            super.visitField(flags, name, VR.getDescriptor(), null, null).visitEnd();
        }
        super.visitEnd();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor original = super.visitMethod(access, name, descriptor, signature, exceptions);
        return name.equals("<clinit>") ? new Initializer(original) : original;
    }

    private static final class Initializer extends InstructionAdapter {
        Initializer(MethodVisitor target) {
            super(Opcodes.ASM9, target);
        }

        /** Where the array of all constants has been made, it is made longer. */
        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (!name.equals("$values")) return;
            dup();
            arraylength();
            iconst(NAMES.length);
            add(Type.INT_TYPE);
            invokestatic("java/util/Arrays", "copyOf", "([Ljava/lang/Object;I)[Ljava/lang/Object;", false);
            checkcast(Type.getType("[" + VR.getDescriptor()));
            for (int i = 0; i < NAMES.length; i++) addConstant(NAMES[i], KNOWN + i);
        }

        private void addConstant(String name, int ordinal) {
            dup();
            iconst(ordinal);
            anew(VR);
            dup();
            aconst(name);
            iconst(ordinal);
            iconst(name.charAt(0) << 8 | name.charAt(1));
            iconst(LONG_HEADER);
            iconst(0);
            getstatic(BINARY.getInternalName(), "BYTE", BINARY.getDescriptor());
            iconst(1);
            String constructor = Type.getMethodDescriptor(
                    Type.VOID_TYPE,
                    Type.getType(String.class),
                    Type.INT_TYPE,
                    Type.INT_TYPE,
                    Type.INT_TYPE,
                    Type.INT_TYPE,
                    VALUE_TYPE,
                    Type.BOOLEAN_TYPE);
            invokespecial(VR.getInternalName(), "<init>", constructor, false);
            dup();
            putstatic(VR.getInternalName(), name, VR.getDescriptor());
            astore(VR);
        }

        /** The last constant's code bounds the table of constants by their codes. */
        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            boolean last = opcode == Opcodes.GETSTATIC && name.equals("UT");
            super.visitFieldInsn(opcode, owner, last ? LAST : name, descriptor);
        }
    }
}
