package org.cspcheck.explorer.check;

import java.util.List;
import org.cspcheck.explorer.search.Search;

/** Paths of a product, without the observer: paths of the system. */
final class Projection {
    private Projection() {}

    static List<Search.Hop> of(Subject subject, Product product, List<Search.Hop> hops) {
        int words = subject.system().layout().words();
        return hops.stream()
                .map(hop -> {
                    long[] state = new long[words];
                    product.state(hop.state(), 0, state, 0);
                    return new Search.Hop(hop.event(), state);
                })
                .toList();
    }
}
