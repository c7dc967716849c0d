// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Map;
import org.dicomanonymizer.rule.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Starts the {@code dicom-anonymizer} command. Whatever happens is told in lines that a user can act on, never in a stack trace. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the program with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        System.exit(run(args, System.getenv(), out, err));
    }

    /** Runs the command and returns its exit code, see {@link ExitCode}. */
    static int run(String[] args, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        Console console = new Console(out, err);
        CommandLine command = commandLine(environment).setOut(out).setErr(err);
        command.setParameterExceptionHandler((e, line) -> wrongUsage(e, console));
        command.setExecutionExceptionHandler((e, line, result) -> failure(e, console));
        try {
            return command.execute(Abbreviations.expand(command, args));
        } catch (ParameterException e) {
            return wrongUsage(e, console);
        }
    }

    static CommandLine commandLine(Map<String, String> environment) {
        CommandLine command = new CommandLine(new AnonymizeCommand(environment));
        HelpText.addTo(command);
        command.addSubcommand(new PreviewCommand(environment));
        command.addSubcommand(new VerifyCommand());
        command.addSubcommand(new ConformanceCommand());
        command.addSubcommand(new ProfileCommand());
        command.addSubcommand(new ReidentifyCommand(environment));
        return command;
    }

    private static int wrongUsage(ParameterException e, Console console) {
        console.error(e.getMessage());
        return ExitCode.WRONG_USAGE;
    }

    private static int failure(Exception e, Console console) {
        if (e instanceof ConfigurationException configuration) {
            configuration.problems().forEach(console::error);
            return ExitCode.WRONG_USAGE;
        }
        StackTraceElement[] stack = e.getStackTrace();
        console.error("internal error " + e.getClass().getSimpleName() + (stack.length == 0 ? "" : " at " + stack[0])
                + "; please report it with the command that you gave");
        return ExitCode.PROBLEMS;
    }
}
