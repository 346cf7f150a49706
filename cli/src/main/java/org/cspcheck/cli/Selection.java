package org.cspcheck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.specs.Specification;

/** The checks that {@code --assert} asks for: those whose name or text one of the globs matches, all of it. */
final class Selection {
    private static final int MOST_LISTED = 40;

    private Selection() {}

    /**
     * {@return the positions of the selected checks of each spec}
     *
     * @throws UsageException if a glob matches no check of any spec
     */
    static List<List<Integer>> of(List<Specification> specifications, List<String> globs) throws UsageException {
        for (String glob : globs) {
            if (specifications.stream().flatMap(spec -> spec.checks().stream()).noneMatch(check -> matches(glob, check))) {
                throw new UsageException("--assert " + glob + ": no check has this name or text", listing(specifications));
            }
        }
        var selected = new ArrayList<List<Integer>>();
        for (Specification specification : specifications) {
            List<Check> checks = specification.checks();
            selected.add(IntStream.range(0, checks.size())
                    .filter(i -> globs.isEmpty() || globs.stream().anyMatch(glob -> matches(glob, checks.get(i))))
                    .boxed()
                    .toList());
        }
        return selected;
    }

    private static String listing(List<Specification> specifications) {
        List<String> names = specifications.stream()
                .flatMap(spec -> spec.checks().stream())
                .map(check -> oneLine(check.name()))
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return "There are no checks.";
        }
        String more = names.size() > MOST_LISTED ? "\n  ... and " + (names.size() - MOST_LISTED) + " more" : "";
        return "There are (* and ? stand for anything):\n  " + String.join("\n  ", names.subList(0, Math.min(names.size(), MOST_LISTED))) + more;
    }

    private static boolean matches(String glob, Check check) {
        return matches(oneLine(glob), oneLine(check.name())) || matches(oneLine(glob), oneLine(check.assertion()));
    }

    /** {@code *} stands for any text, {@code ?} for one character; brackets are themselves, for they occur in assertions. */
    static boolean matches(String glob, String text) {
        int star = -1;
        int resume = 0;
        int g = 0;
        int t = 0;
        while (t < text.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                resume = t;
            } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == text.charAt(t))) {
                g++;
                t++;
            } else if (star >= 0) {
                g = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
