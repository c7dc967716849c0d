// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dicomanonymizer.action.ByType;
import org.dicomanonymizer.action.Clean;
import org.dicomanonymizer.action.Delete;
import org.dicomanonymizer.action.ElementAction;
import org.dicomanonymizer.action.Empty;
import org.dicomanonymizer.action.Hash;
import org.dicomanonymizer.action.KeepLegal;
import org.dicomanonymizer.action.PruneItems;
import org.dicomanonymizer.action.Replace;
import org.dicomanonymizer.action.ShiftDate;
import org.dicomanonymizer.action.ShiftTimestamp;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.UidRole;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.standard.ActionCode;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.standard.TableRow;

/** What the options of PS3.15 E.3 do to the rows of Table E.1-1 instead of the Basic Profile. */
final class OptionRules {
    /** The options that this build carries out; any other is refused, since ignoring it would be a broken promise. */
    private static final Set<ProfileOption> CARRIED_OUT = EnumSet.of(
            ProfileOption.RETAIN_UIDS,
            ProfileOption.RETAIN_DEVICE_IDENTITY,
            ProfileOption.RETAIN_INSTITUTION_IDENTITY,
            ProfileOption.RETAIN_PATIENT_CHARACTERISTICS,
            ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES,
            ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES,
            ProfileOption.RETAIN_SAFE_PRIVATE,
            ProfileOption.CLEAN_DESCRIPTORS,
            ProfileOption.CLEAN_STRUCTURED_CONTENT,
            ProfileOption.CLEAN_GRAPHICS);

    private static final String UNLISTED_DATE = "date outside the table";

    private final Set<ProfileOption> options;

    OptionRules(Set<ProfileOption> options) {
        this.options = options;
    }

    /** One line for each option that is not carried out, and for each two that exclude each other. */
    static List<String> problems(Set<ProfileOption> options) {
        List<String> problems = new ArrayList<>();
        for (ProfileOption option : options) {
            if (!CARRIED_OUT.contains(option))
                problems.add("option " + option.text() + " is not carried out by this version");
            for (ProfileOption other : options)
                if (option.compareTo(other) < 0 && option.excludes(other))
                    problems.add(
                            "options " + option.text() + " and " + other.text() + " exclude each other; choose one");
        }
        return problems;
    }

    /** What an option does to the attribute of a row, or null where the Basic Profile applies. */
    Treatment find(TableRow row) {
        ActionCode code = row.code(options);
        if (code == row.basic()) return null;
        ElementAction basic = ByType.of(row.basic());
        ProfileOption option = decisive(row, code);
        ElementAction action = code == ActionCode.K ? new KeepLegal(basic) : cleaning(row, option);
        return action == null ? null : new Treatment(action, option.text() + " " + code.code());
    }

    /** The option that gave the code; of several the first in the order of the enumeration. */
    private ProfileOption decisive(TableRow row, ActionCode code) {
        for (ProfileOption option : options) if (row.options().get(option) == code) return option;
        throw new IllegalStateException(row.keyword());
    }

    /**
     * The action of code C, or null where nothing can be cleaned and the Basic Profile applies. What graphics and content
     * items keep is for rules of their own, which come first.
     */
    private static ElementAction cleaning(TableRow row, ProfileOption option) {
        return switch (option) {
            case RETAIN_DEVICE_IDENTITY -> isTitleOfDevice(row) ? Hash.DEFAULT : null;
            case RETAIN_LONGITUDINAL_MODIFIED_DATES -> moving(row);
            case CLEAN_STRUCTURED_CONTENT -> PruneItems.NONE;
            case CLEAN_GRAPHICS -> row.vr() == VR.SQ ? PruneItems.NONE : Delete.INSTANCE;
            case RETAIN_PATIENT_CHARACTERISTICS, CLEAN_DESCRIPTORS -> DescriptorRules.cleaning(row);
            default -> null;
        };
    }

    /** Retrieve AE Title is an address: a code in its place would lead nowhere, so it goes as without the option. */
    private static boolean isTitleOfDevice(TableRow row) {
        return row.vr() == VR.AE && row.tag().value() != Tags.RETRIEVE_AE_TITLE;
    }

    /** How a row tells a time: as text, as an offset from UTC that stays true, or in binary form. */
    private static ElementAction moving(TableRow row) {
        if (isTemporal(row.vr())) return ShiftDate.DEFAULT;
        return switch (row.tag().value()) {
            case Tags.TIMEZONE_OFFSET_FROM_UTC -> new KeepLegal(ByType.of(row.basic()));
            case Tags.FRAME_ORIGIN_TIMESTAMP -> ShiftTimestamp.INSTANCE;
            default -> null;
        };
    }

    static boolean isTemporal(VR vr) {
        return vr == VR.DA || vr == VR.TM || vr == VR.DT;
    }

    /** What is done to dates and times that the table does not list: PS3.15 E.3.6 allows to go by the VR. */
    Treatment unlistedDate() {
        if (movesDates()) return new Treatment(ShiftDate.DEFAULT, UNLISTED_DATE);
        ElementAction dummy = ByType.of(ActionCode.D);
        return new Treatment(
                options.contains(ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES) ? new KeepLegal(dummy) : dummy,
                UNLISTED_DATE);
    }

    boolean movesDates() {
        return options.contains(ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES);
    }

    /** What is done to free text that an option lets stay though no row lists it. */
    ElementAction freeText() {
        return cleansText() ? Clean.DEFAULT : Delete.INSTANCE;
    }

    /** The rules for text that no row lists, or null where it stays. */
    DescriptorRules descriptorRules() {
        return cleansText() ? new DescriptorRules() : null;
    }

    private boolean cleansText() {
        return options.contains(ProfileOption.CLEAN_DESCRIPTORS);
    }

    /** The rules for content items, or null where the Basic Profile applies. */
    ContentRules contentRules() {
        return options.contains(ProfileOption.CLEAN_STRUCTURED_CONTENT)
                ? new ContentRules(options, cleansText() ? Clean.NEVER_EMPTY : ByType.of(ActionCode.D))
                : null;
    }

    /** The rules for graphics, or null where the Basic Profile applies. */
    GraphicRules graphicRules() {
        return options.contains(ProfileOption.CLEAN_GRAPHICS) ? new GraphicRules(this::graphicText) : null;
    }

    private ElementAction graphicText(ActionCode code) {
        if (!cleansText()) return code(code);
        return code == ActionCode.D ? Clean.NEVER_EMPTY : Clean.DEFAULT;
    }

    private static ElementAction code(ActionCode code) {
        return switch (code) {
            case D -> Replace.INSTANCE;
            case Z -> Empty.INSTANCE;
            default -> Delete.INSTANCE;
        };
    }

    /** Whether UIDs of a role stay where the table does not list their attribute. */
    boolean keepsUids(UidRole role) {
        if (role == UidRole.ORGANIZATION) return options.contains(ProfileOption.RETAIN_INSTITUTION_IDENTITY);
        if (role == UidRole.EQUIPMENT) return options.contains(ProfileOption.RETAIN_DEVICE_IDENTITY);
        return options.contains(ProfileOption.RETAIN_UIDS);
    }
}
