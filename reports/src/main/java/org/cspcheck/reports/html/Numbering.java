package org.cspcheck.reports.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts that occur often, each with its number in the order of first use. */
final class Numbering {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    int of(String text) {
        return numbers.computeIfAbsent(text, unseen -> numbers.size());
    }

    List<String> all() {
        return new ArrayList<>(numbers.keySet());
    }
}
