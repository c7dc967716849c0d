// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import org.dicomanonymizer.action.ActionFactory;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.action.Parameter;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.rule.SelectorParser;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * A rule of the command line: {@code -t TAG ACTION [ARG...]}.
 *
 * @param number which one it is, counted from 1
 */
record TagRule(int number, String tag, String action, List<String> arguments) {
    static final String OPTION = "-t";

    TagRule {
        arguments = List.copyOf(arguments);
    }

    /**
     * The rule that it stands for.
     *
     * @throws ConfigurationException if the tag or an argument is wrong
     */
    Rule toRule() {
        String origin = OPTION + " " + number;
        try {
            Selector selector = SelectorParser.parsePython(tag);
            try {
                return Rule.of(selector, action, Actions.parameters(action, arguments), origin);
            } catch (ConfigurationException e) {
                throw e.at(tag);
            }
        } catch (ConfigurationException e) {
            throw e.at(origin);
        }
    }

    /** How many of the words behind {@code -t} belong to it. */
    static int length(List<String> words) {
        if (words.size() < 2) return words.size();
        try {
            return (int) Math.min(words.size(), 2 + required(Actions.named(words.get(1))));
        } catch (ConfigurationException e) {
            return 2;
        }
    }

    private static long required(ActionFactory action) {
        return action.parameters().stream().filter(Parameter::required).count();
    }

    /** Takes exactly what the action requires, so that the paths may come before or behind, and arguments may begin with a dash. */
    static final class Consumer implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> words, ArgSpec argument, CommandSpec command) {
            List<TagRule> rules = argument.getValue();
            int number = rules.size() + 1;
            if (words.size() < 2 || isOption(words.peek(), command) || isOption(words.get(words.size() - 2), command))
                throw problem(command, number, "-t parameters should always have 2 values: tag and action");
            String tag = words.pop();
            String action = words.pop();
            rules.add(new TagRule(number, tag, action, takeArguments(words, command, number, tag, action)));
        }

        private static List<String> takeArguments(
                Stack<String> words, CommandSpec command, int number, String tag, String action) {
            long required;
            try {
                required = required(Actions.named(action));
            } catch (ConfigurationException e) {
                throw problem(command, number, tag + ": " + e.getMessage());
            }
            List<String> arguments = new ArrayList<>();
            while (arguments.size() < required && !words.isEmpty() && !isOption(words.peek(), command))
                arguments.add(words.pop());
            if (arguments.size() < required) {
                try {
                    Actions.create(action, arguments);
                } catch (ConfigurationException e) {
                    throw problem(command, number, tag + ": " + e.getMessage());
                }
            }
            return arguments;
        }

        /** Whether a word is an option of the command, by its whole name: then an argument before it was forgotten. */
        private static boolean isOption(String word, CommandSpec command) {
            return command.findOption(word) != null;
        }

        private static ParameterException problem(CommandSpec command, int number, String text) {
            return new ParameterException(command.commandLine(), OPTION + " " + number + ": " + text);
        }
    }
}
