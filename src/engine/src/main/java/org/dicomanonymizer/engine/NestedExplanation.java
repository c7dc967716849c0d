// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.engine.ProfileExplanation.Line;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.standard.AttributeType;
import org.dicomanonymizer.standard.IodNode;
import org.dicomanonymizer.standard.IodTypes;

/**
 * What happens inside the sequences of an object where it is not what happens at its root: since the IOD demands more there, or
 * since a rule of the site names the place.
 */
final class NestedExplanation {
    private final Profile profile;
    private final SampleObject samples;
    private final List<Line> lines = new ArrayList<>();

    /** @param sopClass the UID of the SOP class; null for objects of which nothing is known */
    NestedExplanation(Profile profile, String sopClass) {
        this.profile = profile;
        List<Rule> unconditional =
                profile.rules().stream().filter(rule -> rule.when() == null).toList();
        this.samples = new SampleObject(
                CompiledProfile.of(
                        profile.toBuilder().rules(unconditional).verify(false).build()),
                sopClass);
        ofSite();
        ofStandard(IodTypes.root(sopClass), List.of());
    }

    /** The lines: those of rules that name places, then those of places that sequences which stay lead to. */
    List<Line> lines() {
        return List.copyOf(lines);
    }

    private void ofSite() {
        for (Rule rule : Rule.byPrecedence(profile.rules())) {
            if (!(rule.selector() instanceof Selector.OfPath path)
                    || path.sequences().isEmpty()) continue;
            VR vr = path.last() instanceof Selector.OfTag selected
                    ? Dictionary.standard().vr(selected.tag())
                    : null;
            Stream.of(ProfileExplanation.present(rule), ProfileExplanation.absent(rule))
                    .flatMap(Optional::stream)
                    .forEach(deed -> lines.add(new Line(
                            path.last().toString(),
                            path.named(),
                            vr == null ? "" : vr.toString(),
                            "",
                            deed.when(),
                            deed.effect(),
                            deed.reason())));
        }
    }

    private void ofStandard(IodNode place, List<Integer> sequences) {
        if (!sequences.isEmpty()) for (int tag : place.required()) compare(place, sequences, tag);
        for (int sequence : place.sequences()) {
            List<Integer> inside = new ArrayList<>(sequences);
            inside.add(sequence);
            ofStandard(place.child(sequence), inside);
        }
    }

    private void compare(IodNode place, List<Integer> sequences, int tag) {
        VR vr = Dictionary.standard().vr(tag);
        SampleObject.Outcome here = samples.treat(sequences, tag, vr);
        if (here == null || here.equals(samples.treat(tag, vr))) return;
        String path = sequences.stream().map(NestedExplanation::name).collect(Collectors.joining("."));
        lines.add(new Line(
                Tag.toString(tag),
                path + "." + name(tag),
                vr.toString(),
                place.type(tag) == AttributeType.TYPE_1 ? "1" : "2",
                "",
                ProfileExplanation.effect(here, vr),
                here.reason()));
    }

    private static String name(int tag) {
        return new Selector.OfTag(tag).named();
    }
}
