// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archiveapi;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * What others can see of a type.
 *
 * @param head    all of it but the members, as in the manifest
 * @param members by name and descriptor: the rest, as in the manifest
 */
record ApiType(String name, String head, SortedMap<String, String> members) {

    /**
     * How a type differs from what it should be.
     *
     * @param other one that should have all that this has
     * @param whole whether it should have nothing else
     */
    List<String> differences(ApiType other, boolean whole) {
        List<String> differences = new ArrayList<>();
        if (!head.equals(other.head)) differences.add(name + " is " + other.head + " instead of " + head);
        members.forEach((member, expected) -> {
            String actual = other.members.get(member);
            if (actual == null) differences.add(name + " lacks " + member);
            else if (!actual.equals(expected))
                differences.add(name + " has " + member + " as " + actual + " instead of " + expected);
        });
        for (String member : other.members.keySet())
            if (whole && !members.containsKey(member)) differences.add(name + " should not have " + member);
        return differences;
    }
}
