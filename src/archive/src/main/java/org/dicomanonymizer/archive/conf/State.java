// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.dicomanonymizer.archive.profile.ProfileEntry;
import org.dicomanonymizer.archive.profile.ProfileSet;

/**
 * One state of the configuration. It is compiled once, when it is first asked for: the archive loads devices for other ends as
 * well, such as to compare them with what it is going to write.
 */
final class State {
    static final State EMPTY = of(List.of());

    private final Supplier<ProfileSet> compiler;
    private final Supplier<List<Entry>> configuration;
    private volatile ProfileSet profiles;

    private State(Supplier<ProfileSet> compiler, Supplier<List<Entry>> configuration) {
        this.compiler = compiler;
        this.configuration = configuration;
    }

    static State of(List<Entry> entries) {
        List<Entry> copy = List.copyOf(entries);
        return new State(() -> ProfileSet.of(ProfileCompiler.compile(copy)), () -> copy);
    }

    static State ofTexts(List<ProfileEntry> texts) {
        Path folder = ProfileCompiler.folder();
        return new State(
                () -> ProfileSet.of(texts, folder),
                () -> texts.stream()
                        .map(text -> ProfileImport.read(text.json(), text.name(), null, folder))
                        .toList());
    }

    /** The same state, not compiled yet. */
    State anew() {
        return new State(compiler, configuration);
    }

    /** The profiles, compiled; what became of each stands in the log. */
    ProfileSet profiles() {
        ProfileSet ready = profiles;
        return ready == null ? compile() : ready;
    }

    private synchronized ProfileSet compile() {
        if (profiles == null) {
            profiles = compiler.get();
            ProfileLog.write(profiles);
        }
        return profiles;
    }

    /**
     * The profiles as the directory has them.
     *
     * @throws org.dicomanonymizer.rule.ConfigurationException if they were given as texts that no directory could hold
     */
    List<Entry> configuration() {
        return configuration.get();
    }
}
