// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.dicomanonymizer.action.Clean;
import org.dicomanonymizer.action.ElementAction;
import org.dicomanonymizer.action.Keep;
import org.dicomanonymizer.action.RemoveIdentifiers;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.ResourceLines;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.standard.ActionCode;
import org.dicomanonymizer.standard.CodingSchemes;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.standard.TableRow;

/**
 * The Clean Descriptors Option (PS3.15 E.3.5). The rows of Table E.1-1 with C are the least; as the standard suggests, all
 * other text is considered, too: it is cleaned, but for the codes of published schemes, and for what devices write, which goes
 * only where it tells an identifier of the object's own.
 */
final class DescriptorRules {
    private static final String OPTION = ProfileOption.CLEAN_DESCRIPTORS.text();
    private static final Treatment TEXT = new Treatment(Clean.NEVER_EMPTY, OPTION + ": text outside the table");
    private static final Treatment LOCAL_CODE = new Treatment(Clean.NEVER_EMPTY, OPTION + ": meaning of a local code");
    private static final Treatment PUBLISHED_CODE = new Treatment(Keep.INSTANCE, "code of a published scheme");
    private static final Treatment TECHNICAL = new Treatment(RemoveIdentifiers.INSTANCE, OPTION + ": technical text");

    private final Set<Integer> technical = new HashSet<>();

    DescriptorRules() {
        new String(ResourceLines.bytes(DescriptorRules.class, "technical-text.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(keyword -> technical.add(tag(keyword)));
    }

    private static int tag(String keyword) {
        return Dictionary.standard()
                .maskOf(keyword)
                .orElseThrow(() -> new IllegalStateException("technical-text.txt names no attribute: " + keyword))
                .value();
    }

    /** What is done to a row whose code is C, or null where it can't be cleaned and the Basic Profile applies. */
    static ElementAction cleaning(TableRow row) {
        if (row.vr() == VR.SQ) return Keep.INSTANCE;
        if (!Clean.DEFAULT.supports(row.vr())) return null;
        return row.basic() == ActionCode.D ? Clean.NEVER_EMPTY : Clean.DEFAULT;
    }

    /** What is done to an element that the table does not list, or null if it is no text. */
    Treatment find(DataSet dataSet, int tag, VR vr) {
        if (!Clean.DEFAULT.supports(vr) || vr == VR.SQ) return null;
        if (tag == Tags.CODE_MEANING) return isPublished(dataSet) ? PUBLISHED_CODE : LOCAL_CODE;
        return technical.contains(tag) ? TECHNICAL : TEXT;
    }

    private static boolean isPublished(DataSet code) {
        return CodingSchemes.isPublished(code.string(Tags.CODING_SCHEME_DESIGNATOR));
    }
}
