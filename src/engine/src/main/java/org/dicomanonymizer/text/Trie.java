// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.Arrays;

/** Keys spelt out as a tree of characters, so that all keys that start at a place are found in one walk. */
final class Trie {
    static final int ROOT = 0;
    static final int NONE = -1;

    private static final int CHARACTER_BITS = 16;

    private long[] edges = new long[64];
    private int[] targets = new int[64];
    private int[] values = new int[16];
    private int edgeCount;
    private int nodeCount = 1;

    Trie() {
        Arrays.fill(values, NONE);
    }

    /** The node of a key, made if need be. */
    int insert(String key) {
        int node = ROOT;
        for (int i = 0; i < key.length(); i++) {
            int next = next(node, key.charAt(i));
            node = next == NONE ? add(node, key.charAt(i)) : next;
        }
        return node;
    }

    void setValue(int node, int value) {
        values[node] = value;
    }

    /** What stands at a node, {@link #NONE} if it is only on the way. */
    int value(int node) {
        return values[node];
    }

    /** The node that a character leads to, {@link #NONE} if no key goes on so. */
    int next(int node, char character) {
        long edge = edge(node, character);
        for (int slot = slot(edge); edges[slot] != 0; slot = slot + 1 & edges.length - 1)
            if (edges[slot] == edge) return targets[slot];
        return NONE;
    }

    private int add(int node, char character) {
        if (edgeCount * 2 >= edges.length) growEdges();
        if (nodeCount == values.length) {
            values = Arrays.copyOf(values, nodeCount * 2);
            Arrays.fill(values, nodeCount, values.length, NONE);
        }
        put(edge(node, character), nodeCount);
        edgeCount++;
        return nodeCount++;
    }

    private void growEdges() {
        long[] oldEdges = edges;
        int[] oldTargets = targets;
        edges = new long[oldEdges.length * 2];
        targets = new int[edges.length];
        for (int i = 0; i < oldEdges.length; i++) if (oldEdges[i] != 0) put(oldEdges[i], oldTargets[i]);
    }

    private void put(long edge, int target) {
        int slot = slot(edge);
        while (edges[slot] != 0) slot = slot + 1 & edges.length - 1;
        edges[slot] = edge;
        targets[slot] = target;
    }

    /** Never 0, which marks a free slot. */
    private static long edge(int node, char character) {
        return (long) (node + 1) << CHARACTER_BITS | character;
    }

    private int slot(long edge) {
        long hash = edge * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 40) & edges.length - 1;
    }
}
