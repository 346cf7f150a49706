package org.cspcheck.model.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a person may have meant by a word that is not known. */
public final class Spelling {
    private static final int LONGEST = 64;

    private Spelling() {}

    /** {@return the known word next to {@code word}, if one differs by few enough letters to be meant} */
    public static Optional<String> nearest(String word, Collection<String> known) {
        int allowed = Math.max(1, word.length() / 3);
        return known.stream()
                .filter(candidate -> !candidate.equals(word) && distance(word, candidate) <= allowed)
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate)).thenComparing(Comparator.naturalOrder()));
    }

    /** {@return a sentence that proposes the nearest word, or an empty text} */
    public static String didYouMean(String word, Collection<String> known) {
        return nearest(word, known).map(found -> "Did you mean `" + found + "`?").orElse("");
    }

    /** Letters to insert, remove, replace or swap with a neighbour; the case of a letter does not count. */
    private static int distance(String typed, String candidate) {
        if (Math.abs(typed.length() - candidate.length()) > LONGEST / 3 || typed.length() > LONGEST || candidate.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        String a = typed.toLowerCase(Locale.ROOT);
        String b = candidate.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }
}
