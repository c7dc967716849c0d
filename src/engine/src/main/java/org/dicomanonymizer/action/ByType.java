// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.EnumMap;
import java.util.Map;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.standard.ActionCode;

/**
 * A code of PS3.15 Table E.1-1 that the attribute's type in the object's IOD decides: the conditional codes, and the plain
 * ones where obeying them to the letter would break the IOD.
 */
public final class ByType implements ElementAction {
    private static final Map<ActionCode, ByType> INSTANCES = new EnumMap<>(ActionCode.class);

    static {
        for (ActionCode code : ActionCode.values()) INSTANCES.put(code, new ByType(code, Replace.INSTANCE, null));
    }

    private final ActionCode code;
    private final ElementAction replace;

    /** That of the attribute that this is for; null if this is for any. */
    private final VR usual;

    private ByType(ActionCode code, ElementAction replace, VR usual) {
        this.code = code;
        this.replace = replace;
        this.usual = usual;
    }

    @Override
    public ElementAction preparedFor(int tag, VR vr) {
        ElementAction prepared = replace.preparedFor(tag, vr);
        return code == ActionCode.D ? prepared : new ByType(code, prepared, vr);
    }

    /** The action of a code. */
    public static ByType of(ActionCode code) {
        return INSTANCES.get(code);
    }

    static ActionFactory factory(ActionCode code, String name, String description, String... aliases) {
        return new SimpleFactory(name, description, of(code), aliases);
    }

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        return switch (code.resolve(context.type(), usual == null ? element.vr() : usual)) {
            case D -> replace.apply(dataSet, element, context);
            case Z -> Empty.INSTANCE.apply(dataSet, element, context);
            case X -> Delete.INSTANCE.apply(dataSet, element, context);
            case U -> ReplaceUid.INSTANCE.apply(dataSet, element, context);
            default -> keepItems(dataSet, element, context);
        };
    }

    /** What is kept for its items can't be kept if it has none to be treated. */
    private static Effect keepItems(DataSet dataSet, Element element, Context context) {
        boolean items = element.vr() == VR.SQ || element.isEmpty();
        return items ? Effect.KEPT : Delete.INSTANCE.apply(dataSet, element, context);
    }

    @Override
    public boolean foretellsUids() {
        return true;
    }
}
