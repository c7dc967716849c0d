// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

/** The kinds of faults that a profile may have, by the numbers under which docs/profiles.md explains them. */
public enum ProblemCode {
    NOT_READABLE("P100", true, "A file can't be read."),
    NOT_JSON("P101", true, "The text is no JSON."),
    DUPLICATE_KEY("P102", true, "A key stands twice in an object."),
    UNKNOWN_KEY("P103", true, "A key has no meaning at its place."),
    WRONG_TYPE("P104", true, "A value is of another kind than the key takes."),
    MISSING_KEY("P105", true, "A key that is needed is missing."),
    BAD_VALUE("P106", true, "A value is none of those that the key takes."),
    KEY_IN_PROFILE("P107", true, "The secret key stands in the profile; only a reference to it may."),
    UNKNOWN_EDITION("P110", true, "There is no such edition of PS3.15 Table E.1-1."),
    UNKNOWN_OPTION("P111", true, "There is no such option in PS3.15 Annex E."),
    EXCLUSIVE_OPTIONS("P112", true, "Two options ask for opposite things."),
    OPTION_OUTSIDE_EDITION("P113", true, "The table of the edition knows nothing of the option, or there is no table."),
    UNKNOWN_PROFILE("P114", true, "There is no ready-made profile of the name."),
    BAD_TAG("P120", true, "A selector has none of the forms, or names no attribute."),
    UNKNOWN_ACTION("P121", true, "There is no such action."),
    BAD_PARAMETER("P122", true, "A parameter of an action is missing, unknown or not usable."),
    BAD_CONDITION("P123", true, "A condition can't be read."),
    UNSUITABLE_ACTION("P124", true, "An action can't treat values of what the rule selects."),
    CONTRADICTION("P125", true, "Two rules do different things to the same elements under the same condition."),
    REPEATED_RULE("P126", false, "A rule repeats another one."),
    UNREACHABLE_RULE("P127", false, "A rule never acts, since another one is always asked first."),
    NO_EFFECT("P128", false, "A setting has no effect.");

    private final String number;
    private final boolean error;
    private final String meaning;

    ProblemCode(String number, boolean error, String meaning) {
        this.number = number;
        this.error = error;
        this.meaning = meaning;
    }

    /** Such as {@code P101}; stays the same in later versions. */
    public String number() {
        return number;
    }

    /** Whether the profile can't be used; otherwise it is a warning. */
    public boolean isError() {
        return error;
    }

    /** One sentence. */
    public String meaning() {
        return meaning;
    }
}
