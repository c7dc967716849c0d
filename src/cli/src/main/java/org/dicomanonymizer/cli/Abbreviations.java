// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Completes option names that are cut short where only one option begins so, as the Python tool's parser does. */
final class Abbreviations {
    private Abbreviations() {}

    static String[] expand(CommandLine command, String[] args) {
        List<String> expanded = new ArrayList<>(List.of(args));
        for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
            if (args[i].equals(TagRule.OPTION)) i += TagRule.length(expanded.subList(i + 1, args.length));
            else if (args[i].startsWith("--")) {
                expanded.set(i, complete(command, args[i]));
                if (!args[i].contains("=") && takesValue(command, expanded.get(i))) i++;
            }
        }
        return expanded.toArray(String[]::new);
    }

    private static boolean takesValue(CommandLine command, String name) {
        OptionSpec option = command.getCommandSpec().findOption(name);
        return option != null && option.arity().min() > 0;
    }

    private static String complete(CommandLine command, String argument) {
        int end = argument.contains("=") ? argument.indexOf('=') : argument.length();
        String name = argument.substring(0, end);
        if (command.getCommandSpec().findOption(name) != null) return argument;
        List<OptionSpec> options = command.getCommandSpec().options().stream()
                .filter(option -> longName(option, name) != null)
                .toList();
        if (options.size() > 1)
            throw new ParameterException(
                    command,
                    name + " may be "
                            + options.stream().map(OptionSpec::longestName).collect(Collectors.joining(" or ")));
        return options.isEmpty() ? argument : longName(options.get(0), name) + argument.substring(end);
    }

    private static String longName(OptionSpec option, String prefix) {
        for (String name : option.names()) if (name.startsWith(prefix)) return name;
        return null;
    }
}
