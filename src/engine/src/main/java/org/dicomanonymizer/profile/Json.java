// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value that knows its place in the text, so that each fault can be told with line and column. */
sealed interface Json {

    /** Where the value begins. */
    Place place();

    /** How messages call such a value. */
    String kind();

    /** A place in a text; both from 1, and 0 if unknown. */
    record Place(int line, int column) {
        static final Place UNKNOWN = new Place(0, 0);

        static Place of(JsonLocation location) {
            return new Place(location.getLineNr(), location.getColumnNr());
        }
    }

    /** Key and value of an object. */
    record Member(Place place, Json value) {}

    record Obj(Place place, Map<String, Member> members) implements Json {
        @Override
        public String kind() {
            return "an object {...}";
        }
    }

    record Arr(Place place, List<Json> values) implements Json {
        @Override
        public String kind() {
            return "a list [...]";
        }
    }

    record Text(Place place, String value) implements Json {
        @Override
        public String kind() {
            return "text";
        }
    }

    record Num(Place place, BigDecimal value) implements Json {
        @Override
        public String kind() {
            return "a number";
        }
    }

    record Bool(Place place, boolean value) implements Json {
        @Override
        public String kind() {
            return "true or false";
        }
    }

    record Nil(Place place) implements Json {
        @Override
        public String kind() {
            return "null";
        }
    }

    /**
     * Reads a text, with or without a byte order mark.
     *
     * @param problems receives keys that stand twice, and what is no JSON
     * @return the value, or null if the text is no JSON
     */
    static Json read(String text, Problems problems) {
        String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser parser = new JsonFactory().createParser(marked)) {
            if (parser.nextToken() == null) {
                problems.add(ProblemCode.NOT_JSON, Place.UNKNOWN, "the text is empty");
                return null;
            }
            Json value = value(parser, problems);
            if (parser.nextToken() != null)
                problems.add(
                        ProblemCode.NOT_JSON,
                        Place.of(parser.currentTokenLocation()),
                        "text behind the end of the JSON");
            return value;
        } catch (JsonProcessingException e) {
            String reason = e.getOriginalMessage().replaceAll("(?s)( \\(start marker at|\\R).*", "");
            problems.add(ProblemCode.NOT_JSON, Place.of(e.getLocation()), reason);
        } catch (IOException e) {
            problems.add(ProblemCode.NOT_JSON, Place.UNKNOWN, e.getMessage());
        }
        return null;
    }

    private static Json value(JsonParser parser, Problems problems) throws IOException {
        Place place = Place.of(parser.currentTokenLocation());
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, place, problems);
            case START_ARRAY -> {
                List<Json> values = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) values.add(value(parser, problems));
                yield new Arr(place, values);
            }
            case VALUE_STRING -> new Text(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Num(place, new BigDecimal(parser.getText()));
            case VALUE_TRUE -> new Bool(place, true);
            case VALUE_FALSE -> new Bool(place, false);
            default -> new Nil(place);
        };
    }

    private static Json object(JsonParser parser, Place place, Problems problems) throws IOException {
        Map<String, Member> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Place key = Place.of(parser.currentTokenLocation());
            String name = parser.currentName();
            parser.nextToken();
            Member earlier = members.put(name, new Member(key, value(parser, problems)));
            if (earlier != null)
                problems.at("\"" + name + "\"")
                        .add(
                                ProblemCode.DUPLICATE_KEY,
                                key,
                                "the key stands in line " + earlier.place().line() + " already; leave one");
        }
        return new Obj(place, members);
    }
}
