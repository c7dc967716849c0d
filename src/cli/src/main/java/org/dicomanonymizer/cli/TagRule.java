// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * A rule of the command line: {@code -t TAG ACTION [ARG...] [NAME=VALUE...]}.
 *
 * @param number    which one it is, counted from 1
 * @param arguments what the action requires, in its order
 * @param settings  what it may be told besides, by name
 */
record TagRule(int number, String tag, String action, List<String> arguments, Map<String, String> settings) {
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
                Map<String, String> parameters = Actions.parameters(action, arguments);
                parameters.putAll(settings);
                return Rule.of(selector, action, parameters, origin);
            } catch (ConfigurationException e) {
                throw e.at(tag);
            }
        } catch (ConfigurationException e) {
            throw e.at(origin);
        }
    }

    /** What the action takes, for messages. */
    String limits() {
        List<String> names = Actions.named(action).parameters().stream()
                .filter(parameter -> !parameter.required())
                .map(parameter -> parameter.name() + "=")
                .toList();
        return "action " + action + " takes " + (arguments.isEmpty() ? "no" : String.valueOf(arguments.size()))
                + " arguments" + (names.isEmpty() ? "" : " and what begins with " + String.join(" ", names));
    }

    /** How many of the words behind {@code -t} belong to it. */
    static int length(List<String> words) {
        if (words.size() < 2) return words.size();
        try {
            ActionFactory action = Actions.named(words.get(1));
            int length = (int) Math.min(words.size(), 2 + required(action));
            while (length < words.size() && setting(action, words.get(length)) != null) length++;
            return length;
        } catch (ConfigurationException e) {
            return 2;
        }
    }

    private static long required(ActionFactory action) {
        return action.parameters().stream().filter(Parameter::required).count();
    }

    /** The name of what a word of the form {@code NAME=VALUE} tells an action that does not require it; else null. */
    private static String setting(ActionFactory action, String word) {
        for (Parameter parameter : action.parameters())
            if (!parameter.required() && word.startsWith(parameter.name() + "=")) return parameter.name();
        return null;
    }

    /**
     * Takes exactly what the action requires, and behind it what begins with the name of something else that it can be told, so
     * that the paths may come before or behind, and arguments may begin with a dash.
     */
    static final class Consumer implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> words, ArgSpec argument, CommandSpec command) {
            List<TagRule> rules = argument.getValue();
            int number = rules.size() + 1;
            if (words.size() < 2 || isOption(words.peek(), command) || isOption(words.get(words.size() - 2), command))
                throw problem(command, number, "-t parameters should always have 2 values: tag and action");
            String tag = words.pop();
            String action = words.pop();
            List<String> arguments = takeArguments(words, command, number, tag, action);
            rules.add(new TagRule(number, tag, action, arguments, takeSettings(words, command, number, tag, action)));
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

        private static Map<String, String> takeSettings(
                Stack<String> words, CommandSpec command, int number, String tag, String action) {
            Map<String, String> settings = new LinkedHashMap<>();
            while (!words.isEmpty()) {
                String name = setting(Actions.named(action), words.peek());
                if (name == null) break;
                String value = words.pop().substring(name.length() + 1);
                if (settings.put(name, value) != null)
                    throw problem(command, number, tag + ": action " + action + " is told " + name + " twice");
            }
            return settings;
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
