// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.dicomanonymizer.action.Add;
import org.dicomanonymizer.action.Context;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.action.Encrypt;
import org.dicomanonymizer.date.DateSettings;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.PseudonymForm;
import org.dicomanonymizer.identity.Pseudonymizer;
import org.dicomanonymizer.identity.Subject;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.standard.AttributeType;
import org.dicomanonymizer.standard.IodNode;
import org.dicomanonymizer.standard.IodTypes;
import org.dicomanonymizer.text.Identifiers;
import org.dicomanonymizer.text.TextCleaner;

/** The one pass over an object: every element of every data set at every depth is treated once. */
final class ObjectWalk implements Context {
    private final CompiledProfile profile;
    private final Pseudonymizer pseudonymizer;
    private final DataSet root;
    private final ChangeLog log;
    private final WalkObserver observer;
    private final ObjectDate objectDate;
    private final Identifiers identifiers;

    private Scope rootScope;
    private Subject subject;
    private IodNode iod;
    private int tag;
    private int top;
    private final Set<Integer> encrypted = new HashSet<>();
    private boolean itemsLost;
    private Boolean refersByPosition;

    ObjectWalk(
            CompiledProfile profile, Pseudonymizer pseudonymizer, DataSet root, ChangeLog log, WalkObserver observer) {
        this(profile, pseudonymizer, root, profile.needsIdentifiers() ? Identifiers.of(root) : null, log, observer);
    }

    /** @param identifiers what the object tells, gathered already; null if the profile needs none */
    ObjectWalk(
            CompiledProfile profile,
            Pseudonymizer pseudonymizer,
            DataSet root,
            Identifiers identifiers,
            ChangeLog log,
            WalkObserver observer) {
        this.profile = profile;
        this.pseudonymizer = pseudonymizer;
        this.root = root;
        this.log = log;
        this.observer = observer;
        this.objectDate = new ObjectDate(root);
        this.identifiers = identifiers;
    }

    void run() {
        rootScope = profile.rootScope().enterRoot(root);
        EmbeddedOverlays overlays = EmbeddedOverlays.of(root);
        BitmapShutter shutter = BitmapShutter.of(root);
        walk(root, rootScope, IodTypes.root(root.string(Tags.SOP_CLASS_UID)), Subject.of(root));
        overlays.clearRemoved(root, log);
        if (shutter != null) shutter.removeWithPlane(root, log);
        if (itemsLost) InstanceReferences.removeIfDangling(root, log);
        if (profile.profile().deidentifies()) DeclaredPrivate.prune(root, log);
    }

    /** The site's rule for an attribute of the file meta information, or null; its conditions ask the original root. */
    Treatment findForFileMeta(DataSet fileMeta, int attribute) {
        return profile.findForFileMeta(fileMeta, attribute, rootScope);
    }

    /** The attributes at the top level that are, or hold, an element to be encrypted that was come upon. */
    Set<Integer> encrypted() {
        return encrypted;
    }

    private void walk(DataSet set, Scope scope, IodNode node, Subject whom) {
        boolean creators = false;
        for (int present : tagsToTreat(set, scope)) {
            VR vr = set.vr(present);
            if (Tag.isPrivateCreator(present) && vr.isString()) {
                creators = true;
                continue;
            }
            iod = node;
            subject = whom;
            tag = present;
            if (set == root) top = present;
            Treatment treatment = profile.findSettled(set, present, vr, scope);
            if (treatment == null) treatment = find(set, present, vr, scope);
            if (treatment.action() instanceof Encrypt) encrypted.add(top);
            observer.before(set, present);
            Effect effect = treatment.apply(set, present, this);
            observer.after(set, present, effect, treatment);
            log.record(present, effect, treatment.reason());
            if (vr != VR.SQ) continue;
            itemsLost |= effect == Effect.PRUNED;
            if (effect.leavesItems()) {
                walkItems(set, present, scope.into(set, present), node.child(present), whom);
            } else {
                itemsLost = true;
            }
        }
        if (profile.adds()) addAbsent(set, scope);
        if (creators) removeOrphans(set);
    }

    /** Of most elements a look tells that they stay; an observer is told of them all the same. */
    private int[] tagsToTreat(DataSet set, Scope scope) {
        DataSet.Glance kept = observer == WalkObserver.NONE ? profile.keptIn(scope) : null;
        return kept == null ? set.tags() : set.tagsBut(kept);
    }

    private Treatment find(DataSet set, int present, VR declared, Scope scope) {
        VR vr = profile.profile().deidentifies() ? ForeignVr.correct(set, present, declared) : declared;
        return profile.find(set, present, vr, scope);
    }

    /** What rules of the site add: now that the others have left the data set as it will be. */
    private void addAbsent(DataSet set, Scope scope) {
        for (Rule rule : scope.additions()) {
            int added = ((Add) rule.action()).addTo(set, ((Selector.OfPath) rule.selector()).last());
            if (added == 0) continue;
            Treatment treatment = Treatment.bySite(rule);
            observer.added(set, added, treatment);
            log.record(added, Effect.ADDED, treatment.reason());
        }
    }

    private void walkItems(DataSet set, int sequence, Scope inside, IodNode node, Subject whom) {
        int number = 0;
        for (DataSet item : set.items(sequence)) {
            observer.enterItem(sequence, ++number);
            walk(item, inside.enter(item), node, whom.within(item));
            observer.leaveItem();
        }
    }

    /** A private creator without elements says nothing but which device or software there was (PS3.15 E.3.10). */
    private void removeOrphans(DataSet set) {
        int[] tags = set.tags();
        BitSet blocks = new BitSet();
        int group = -1;
        for (int i = tags.length - 1; i >= 0; i--) {
            if (Tag.group(tags[i]) != group) blocks.clear();
            group = Tag.group(tags[i]);
            blocks.set(Tag.element(tags[i]) >>> 8);
            if (!Tag.isPrivateCreator(tags[i]) || blocks.get(Tag.element(tags[i]))) continue;
            set.remove(tags[i]);
            log.record(tags[i], Effect.REMOVED, "private creator of no element");
        }
    }

    @Override
    public DataSet root() {
        return root;
    }

    @Override
    public Subject subject() {
        return subject;
    }

    @Override
    public Pseudonymizer pseudonymizer() {
        return pseudonymizer;
    }

    @Override
    public PseudonymForm pseudonymForm() {
        return profile.profile().identity().pseudonymForm();
    }

    @Override
    public DateSettings dates() {
        return profile.profile().dates();
    }

    @Override
    public String objectDate() {
        return objectDate.day();
    }

    @Override
    public Identifiers identifiers() {
        if (identifiers == null)
            throw new IllegalStateException("An action asks for identifiers without needsIdentifiers() being true");
        return identifiers;
    }

    @Override
    public TextCleaner cleaner() {
        return profile.cleaner();
    }

    @Override
    public AttributeType type() {
        return iod.type(tag);
    }

    @Override
    public boolean refersByPosition() {
        if (refersByPosition == null) refersByPosition = ContentItems.referByPosition(root);
        return refersByPosition;
    }

    @Override
    public void warn(String message) {
        log.warn(message);
    }
}
