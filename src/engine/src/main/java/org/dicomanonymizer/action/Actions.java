// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.standard.ActionCode;

/** The actions that exist, by name: the engine's own, and those that the class path adds. */
public final class Actions {
    private static final List<ActionFactory> OWN = List.of(
            Keep.FACTORY,
            Delete.FACTORY,
            Empty.FACTORY,
            Replace.FACTORY,
            ReplaceUid.FACTORY,
            ByType.factory(
                    ActionCode.Z_D,
                    "empty_or_replace",
                    "Replaces where the IOD demands a value, else empties.",
                    "emptyOrReplace"),
            ByType.factory(
                    ActionCode.X_Z,
                    "delete_or_empty",
                    "Empties where the IOD demands the attribute, else deletes.",
                    "deleteOrEmpty"),
            ByType.factory(
                    ActionCode.X_D,
                    "delete_or_replace",
                    "Replaces where the IOD demands the attribute, else deletes.",
                    "deleteOrReplace"),
            ByType.factory(
                    ActionCode.X_Z_D,
                    "delete_or_empty_or_replace",
                    "Replaces where the IOD demands a value, empties where it demands the attribute, else deletes.",
                    "deleteOrEmptyOrReplace",
                    "deleteOrEmplyOrReplace"),
            ByType.factory(
                    ActionCode.X_Z_U,
                    "delete_or_empty_or_replace_UID",
                    "Keeps a sequence with new UIDs where the IOD demands a value, empties it where it demands the attribute, else deletes.",
                    "deleteOrEmptyOrReplaceUID"),
            Regexp.FACTORY,
            ReplaceWithValue.FACTORY,
            Lookup.FACTORY,
            Add.FACTORY,
            Clean.FACTORY,
            PatientPseudonym.FACTORY,
            Hash.FACTORY,
            ShiftDate.FACTORY,
            TruncateDate.FACTORY,
            Encrypt.FACTORY);

    private static final Actions ALL = new Actions();

    private final Map<String, ActionFactory> byName = new LinkedHashMap<>();
    private final List<ActionFactory> all = new ArrayList<>(OWN);

    private Actions() {
        ServiceLoader.load(ActionFactory.class, Actions.class.getClassLoader()).forEach(all::add);
        for (ActionFactory factory : all) {
            register(factory.name(), factory);
            factory.aliases().forEach(alias -> register(alias, factory));
        }
    }

    private void register(String name, ActionFactory factory) {
        ActionFactory other = byName.put(name.toLowerCase(Locale.ROOT), factory);
        if (other != null)
            throw new ConfigurationException("action \"" + name + "\" is defined by both "
                    + other.getClass().getName() + " and " + factory.getClass().getName()
                    + "; remove one from the class path");
    }

    /** All actions, the engine's own first. */
    public static List<ActionFactory> all() {
        return List.copyOf(ALL.all);
    }

    /**
     * The factory of a name or alias, in upper or lower case.
     *
     * @throws ConfigurationException if there is none; the message lists the names
     */
    public static ActionFactory named(String name) {
        ActionFactory factory = ALL.byName.get(name.strip().toLowerCase(Locale.ROOT));
        if (factory == null)
            throw new ConfigurationException("Action " + name + " is not recognized; the actions: "
                    + String.join(
                            ", ", ALL.all.stream().map(ActionFactory::name).toList()));
        return factory;
    }

    /** Makes an action from its name and parameters, all of them checked. */
    public static ElementAction create(String name, Map<String, ?> parameters) {
        return create(name, parameters, TableReader.NONE);
    }

    /** The same for actions that may refer to tables. */
    public static ElementAction create(String name, Map<String, ?> parameters, TableReader tables) {
        ActionFactory factory = named(name);
        Parameters reader = new Parameters(factory.name(), parameters, tables);
        ElementAction action = factory.create(reader);
        reader.finish(factory.parameters());
        return action;
    }

    /** Makes an action from arguments in the order of its parameters; otherwise as {@link #parameters}. */
    public static ElementAction create(String name, List<String> arguments) {
        return create(name, parameters(name, arguments));
    }

    /**
     * The parameters that arguments in their order stand for.
     *
     * @throws ConfigurationException if there are too few or too many
     */
    public static Map<String, String> parameters(String name, List<String> arguments) {
        ActionFactory factory = named(name);
        List<Parameter> parameters = factory.parameters();
        long required = parameters.stream().filter(Parameter::required).count();
        if (arguments.size() < required || arguments.size() > parameters.size())
            throw new ConfigurationException("Wrong number of arguments for action " + name + ": found "
                    + arguments.size()
                    + ", takes "
                    + (parameters.isEmpty()
                            ? "none"
                            : String.join(
                                    " ",
                                    parameters.stream()
                                            .map(p -> p.required() ? p.name() : "[" + p.name() + "]")
                                            .toList())));
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) values.put(parameters.get(i).name(), arguments.get(i));
        return values;
    }
}
