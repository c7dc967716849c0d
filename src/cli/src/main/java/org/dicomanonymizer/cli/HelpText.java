// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dicomanonymizer.action.ActionFactory;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.action.Parameter;
import org.dicomanonymizer.rule.SelectorParser;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help text, with what the engine says of itself: the actions, as they describe themselves, and the forms of tags. */
final class HelpText extends Help {
    private static final String TAGS = "tags";
    private static final String ACTIONS = "actions";

    private HelpText(CommandSpec command, ColorScheme colors) {
        super(command, colors);
    }

    static void addTo(CommandLine command) {
        command.setHelpFactory(HelpText::new);
        command.getHelpSectionMap().put(TAGS, help -> table(help, "TAG is:", Map.of("  ", SelectorParser.FORMS)));
        command.getHelpSectionMap().put(ACTIONS, help -> table(help, "ACTION is one of:", actions()));
        List<String> sections = new ArrayList<>(command.getHelpSectionKeys());
        sections.addAll(sections.indexOf(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING), List.of(TAGS, ACTIONS));
        command.setHelpSectionKeys(sections);
    }

    private static String table(Help help, String heading, Map<String, String> rows) {
        return String.format("%n%s%n", heading) + help.createTextTable(rows);
    }

    private static Map<String, String> actions() {
        Map<String, String> rows = new LinkedHashMap<>();
        for (ActionFactory action : Actions.all()) rows.put(signature(action), action.description() + settings(action));
        return rows;
    }

    /** The name and what follows it on the command line. */
    private static String signature(ActionFactory action) {
        StringBuilder text = new StringBuilder(action.name());
        for (Parameter parameter : action.parameters())
            if (parameter.required()) text.append(' ').append(parameter.name().toUpperCase(Locale.ROOT));
        return text.toString();
    }

    /** What may follow by name. */
    private static String settings(ActionFactory action) {
        String names = action.parameters().stream()
                .filter(parameter -> !parameter.required())
                .map(parameter -> parameter.name() + "=" + parameter.name().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " May be followed by " + names + ".";
    }

    /** Options are written with a blank: {@code -t=TAG ACTION} would look strange, though it works. */
    @Override
    public IParamLabelRenderer parameterLabelRenderer() {
        return new IParamLabelRenderer() {
            @Override
            public Ansi.Text renderParameterLabel(ArgSpec argument, Ansi ansi, List<Ansi.IStyle> styles) {
                if (argument.arity().max() == 0) return ansi.new Text("");
                return colorScheme().apply((argument.isOption() ? separator() : "") + argument.paramLabel(), styles);
            }

            @Override
            public String separator() {
                return " ";
            }
        };
    }
}
