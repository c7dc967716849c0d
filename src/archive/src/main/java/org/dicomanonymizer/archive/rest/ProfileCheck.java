// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomanonymizer.archive.conf.ProfileTrial;
import org.dicomanonymizer.profile.Problem;

/** Tells what is wrong with the text of a profile, each fault with its place. */
final class ProfileCheck {
    /** A rule by its number, or a key, or both. */
    private static final Pattern PLACE = Pattern.compile("(?:rule (\\d+))?(?:, )?(?:\"(.*)\")?");

    private ProfileCheck() {}

    static JsonObject of(ProfileTrial trial) {
        return Json.createObjectBuilder()
                .add("usable", trial.isUsable())
                .add("problems", problems(trial))
                .build();
    }

    /** The error that a profile is answered with which can't be used. */
    static JsonObject refusal(ProfileTrial trial) {
        return Json.createObjectBuilder()
                .add("errorMessage", "the profile can't be used, nothing has been changed")
                .add("problems", problems(trial))
                .build();
    }

    private static JsonArrayBuilder problems(ProfileTrial trial) {
        JsonArrayBuilder problems = Json.createArrayBuilder();
        for (Problem problem : trial.problems()) problems.add(view(problem));
        for (String fault : trial.faults()) problems.add(view("error", fault));
        for (String warning : trial.warnings()) problems.add(view("warning", warning));
        return problems;
    }

    private static JsonObjectBuilder view(Problem problem) {
        JsonObjectBuilder view = view(problem.code().isError() ? "error" : "warning", problem.message())
                .add("code", problem.code().number());
        if (!problem.file().equals(ProfileTrial.NAME)) view.add("file", problem.file());
        if (problem.line() > 0) view.add("line", problem.line()).add("column", problem.column());
        Matcher place = PLACE.matcher(problem.key());
        if (!place.matches()) return view.add("key", problem.key());
        if (place.group(1) != null) view.add("rule", Integer.parseInt(place.group(1)));
        if (place.group(2) != null) view.add("key", place.group(2));
        return view;
    }

    private static JsonObjectBuilder view(String severity, String message) {
        return Json.createObjectBuilder().add("severity", severity).add("message", Answers.oneLine(message));
    }
}
