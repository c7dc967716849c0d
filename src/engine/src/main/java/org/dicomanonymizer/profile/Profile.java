// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dicomanonymizer.date.DateSettings;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.ProfileOption;

/**
 * What is to be done with objects: the standard's profile with its options, and the site's own rules, which win over both.
 * Immutable. JSON files ({@link ProfileReader}) are one spelling of it, the options of the command another.
 *
 * @param name        the profile's name, for reports and marks
 * @param description what it is for; empty if nobody has said so
 * @param edition     the edition of PS3.15 whose table applies; null to leave alone what no rule of the site selects
 * @param options     the options of PS3.15 Annex E that are taken
 * @param rules       the site's rules, in their order
 * @param dates       how dates are moved where they are
 * @param identity    where the key is found, and what pseudonyms look like
 * @param text        how text is cleaned where it is
 * @param privates    which private elements stay
 * @param pixels      what is done to pixels
 * @param encryption  for whom originals are encrypted where a rule says so
 * @param onDeidentified what happens to objects that have been de-identified with the same key before
 * @param verify      whether each result is searched for what identified the patient in the original
 */
public record Profile(
        String name,
        String description,
        Edition edition,
        Set<ProfileOption> options,
        List<Rule> rules,
        DateSettings dates,
        IdentitySettings identity,
        TextSettings text,
        PrivateSettings privates,
        PixelSettings pixels,
        EncryptionSettings encryption,
        OnDeidentified onDeidentified,
        boolean verify) {

    /** What happens to an object that has been de-identified with the same key before. */
    public enum OnDeidentified {
        /** It is refused. */
        REFUSE,
        /** It stays as it is. */
        UNCHANGED,
        /** It is treated like any other, and gets new pseudonyms of its pseudonyms. */
        TREAT
    }

    public Profile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(dates, "dates");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(privates, "privates");
        Objects.requireNonNull(pixels, "pixels");
        Objects.requireNonNull(encryption, "encryption");
        Objects.requireNonNull(onDeidentified, "onDeidentified");
        EnumSet<ProfileOption> copy = EnumSet.noneOf(ProfileOption.class);
        copy.addAll(options);
        options = Collections.unmodifiableSet(copy);
        rules = List.copyOf(rules);
    }

    /** The Basic Application Level Confidentiality Profile of the newest edition, without options. */
    public static Profile basic() {
        return builder("basic").build();
    }

    /** Keeps everything that no rule selects; objects treated by it are not marked as de-identified. */
    public static Profile keepAll() {
        return builder("keep-all").edition(null).privates(PrivateSettings.KEEP).build();
    }

    /** A builder that holds the Basic Profile of the newest edition. */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** A builder that holds this profile. */
    public Builder toBuilder() {
        return as(name);
    }

    /** A builder that holds this profile under another name. */
    public Builder as(String otherName) {
        return new Builder(otherName)
                .description(description)
                .edition(edition)
                .options(options)
                .rules(rules)
                .dates(dates)
                .identity(identity)
                .text(text)
                .privates(privates)
                .pixels(pixels)
                .encryption(encryption)
                .onDeidentified(onDeidentified)
                .verify(verify);
    }

    /** Whether the table of the standard applies, so that the results may be marked as de-identified. */
    public boolean deidentifies() {
        return edition != null;
    }

    /** Whether private elements stay that no rule selects. */
    public boolean keepPrivate() {
        return privates.keep();
    }

    /** This profile with further rules, which win over equally specific ones that it has. */
    public Profile with(List<Rule> further) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(further);
        return toBuilder().rules(all).build();
    }

    /** This profile with private elements kept, or deleted, unless a rule says otherwise. */
    public Profile withPrivateKept(boolean keep) {
        return toBuilder().privates(privates.withKeep(keep)).build();
    }

    /** This profile with other options. */
    public Profile withOptions(Set<ProfileOption> others) {
        return toBuilder().options(others).build();
    }

    /** This profile by the table of another edition. */
    public Profile withEdition(Edition other) {
        return toBuilder().edition(other).build();
    }

    /** Gathers what a profile is made of. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private String description = "";
        private Edition edition = Edition.latest();
        private Set<ProfileOption> options = Set.of();
        private List<Rule> rules = List.of();
        private DateSettings dates = DateSettings.DEFAULT;
        private IdentitySettings identity = IdentitySettings.DEFAULT;
        private TextSettings text = TextSettings.DEFAULT;
        private PrivateSettings privates = PrivateSettings.REMOVE;
        private PixelSettings pixels = PixelSettings.NONE;
        private EncryptionSettings encryption = EncryptionSettings.NONE;
        private OnDeidentified onDeidentified = OnDeidentified.REFUSE;
        private boolean verify;

        private Builder(String name) {
            this.name = name;
        }

        public Builder description(String purpose) {
            description = purpose;
            return this;
        }

        /** The edition, the newest by default; null to leave alone what no rule of the site selects. */
        public Builder edition(Edition table) {
            edition = table;
            return this;
        }

        public Builder options(Set<ProfileOption> taken) {
            options = taken;
            return this;
        }

        public Builder rules(List<Rule> ofTheSite) {
            rules = ofTheSite;
            return this;
        }

        public Builder dates(DateSettings settings) {
            dates = settings;
            return this;
        }

        public Builder identity(IdentitySettings settings) {
            identity = settings;
            return this;
        }

        public Builder text(TextSettings settings) {
            text = settings;
            return this;
        }

        public Builder privates(PrivateSettings settings) {
            privates = settings;
            return this;
        }

        public Builder pixels(PixelSettings settings) {
            pixels = settings;
            return this;
        }

        public Builder encryption(EncryptionSettings settings) {
            encryption = settings;
            return this;
        }

        public Builder onDeidentified(OnDeidentified answer) {
            onDeidentified = answer;
            return this;
        }

        public Builder verify(boolean results) {
            verify = results;
            return this;
        }

        public Profile build() {
            return new Profile(
                    name,
                    description,
                    edition,
                    options,
                    rules,
                    dates,
                    identity,
                    text,
                    privates,
                    pixels,
                    encryption,
                    onDeidentified,
                    verify);
        }
    }
}
