package org.cspcheck.explorer.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cspcheck.explorer.normal.Acceptances;
import org.cspcheck.explorer.normal.Divergences;
import org.cspcheck.explorer.normal.NormalForm;
import org.cspcheck.explorer.search.Exploration;
import org.cspcheck.explorer.search.Exploration.Finding;
import org.cspcheck.explorer.search.Exploration.Notes;
import org.cspcheck.explorer.search.Search;
import org.cspcheck.explorer.system.Successors;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.model.verdict.Counterexample.Kind;
import org.cspcheck.model.verdict.SemanticModel;

/** Refinement: every behaviour of the subject is one of the specification. Pairs of a normal form's node and a state. */
public final class RefinementCheck {
    private final Subject subject;
    private final NormalForm specification;
    private final SemanticModel model;
    private final Optional<Divergences> divergences;

    public RefinementCheck(Subject subject, TransitionSystem specification, SemanticModel model) {
        this.subject = subject;
        this.specification = new NormalForm(specification, model, subject.budget());
        this.model = model;
        this.divergences = model == SemanticModel.FD ? subject.divergences() : Optional.empty();
    }

    public Answer refines() {
        Product roomy = product(Product.ANY);
        if (Search.isUnderWay(roomy, subject.budget())) {
            return refines(roomy);
        }
        try {
            return refines(product(Product.SOME));
        } catch (Exploration.Outgrown e) {
            return refines(roomy);
        }
    }

    private Product product(int nodes) {
        return new Product(subject, new SpecificationObserver(), subject.isInOrder(divergences.isPresent()), nodes);
    }

    private Answer refines(Product product) {
        try (Search search = Search.deciding(product, subject.budget())) {
            Optional<Search.Found> found = search.run();
            return found.isEmpty() ? Answer.holds() : new Answer.Fails(evidence(product, search, found.get()));
        }
    }

    private Evidence evidence(Product product, Search search, Search.Found found) {
        long[] pair = found.state();
        int node = product.node(pair, 0);
        List<Search.Hop> path = Projection.of(subject, product, search.pathTo(found));
        Evidence evidence = subject.evidence(found.kind(), path, found.event());
        return switch (found.kind()) {
            case TRACE -> evidence.allowing(List.of(specification.initials(node)));
            case REFUSAL -> evidence.allowing(Arrays.asList(specification.acceptances(node)));
            case DIVERGENCE -> evidence;
            default -> throw new IllegalStateException("a refinement does not fail by " + found.kind());
        };
    }

    /** Follows the trace through the normal form. */
    private final class SpecificationObserver implements Observer {
        @Override
        public int start() {
            return specification.start();
        }

        @Override
        public int after(int node, int event) {
            int next = specification.after(node, event);
            return next == NormalForm.NONE ? FORBIDDEN : next;
        }

        @Override
        public boolean isOpen(int node) {
            return !specification.isDivergent(node);
        }

        @Override
        public Finding judge(int node, long[] states, int source, Successors steps) {
            if (model == SemanticModel.T || specification.isDivergent(node)) {
                return null;
            }
            if (!mayRefuseEverything(node)) {
                int[] offered = Acceptances.of(steps.events, steps.from(source), steps.to(source));
                if (offered != null && !isAccepted(node, offered)) {
                    return new Finding(Kind.REFUSAL, source, Finding.NO_EVENT);
                }
            }
            boolean loops = divergences.isPresent() && Subject.loops(divergences.get(), states, source, steps);
            return loops ? new Finding(Kind.DIVERGENCE, source, Finding.NO_EVENT) : null;
        }

        @Override
        public Notes notes() {
            return new Notes() {
                @Override
                public long[] taken() {
                    return specification.history();
                }

                @Override
                public boolean read(long[] taken) {
                    return specification.repeat(taken);
                }
            };
        }

        private boolean mayRefuseEverything(int node) {
            int[][] acceptances = specification.acceptances(node);
            return acceptances.length > 0 && acceptances[0].length == 0;
        }

        private boolean isAccepted(int node, int[] offered) {
            for (int[] acceptance : specification.acceptances(node)) {
                if (Acceptances.contains(offered, acceptance)) {
                    return true;
                }
            }
            return false;
        }
    }
}
