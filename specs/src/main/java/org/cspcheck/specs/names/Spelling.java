package org.cspcheck.specs.names;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which name was meant. */
public final class Spelling {
    private record Guess(String name, int distance) {}

    private Spelling() {}

    /** {@return the one of {@code names} that {@code typed} is most likely a slip for, if any is near} */
    public static Optional<String> nearest(String typed, Collection<String> names) {
        int most = Math.max(1, typed.length() / 3);
        return names.stream()
                .filter(name -> Math.abs(name.length() - typed.length()) <= most && !name.equals(typed))
                .map(name -> new Guess(name, distance(typed, name, most)))
                .filter(guess -> guess.distance <= most && guess.distance < typed.length())
                .min(Comparator.comparingInt(Guess::distance).thenComparing(Guess::name))
                .map(Guess::name);
    }

    /**
     * {@return how many letters must be put in, left out, replaced or swapped with their neighbour; a change of case is none}
     * Beyond {@code most} it only says that there are more.
     */
    static int distance(String a, String b, int most) {
        if (a.equalsIgnoreCase(b)) {
            return 0;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
                boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most + 1) {
                return least;
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
