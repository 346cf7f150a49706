package org.cspcheck.explorer;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.cspcheck.explorer.Options.Reduction;
import org.cspcheck.explorer.check.Answer;
import org.cspcheck.explorer.check.Evidence;
import org.cspcheck.explorer.explain.Explanation;
import org.cspcheck.explorer.phase.Phases;
import org.cspcheck.explorer.profile.Stages;
import org.cspcheck.explorer.search.Budget;
import org.cspcheck.explorer.search.LimitReached;
import org.cspcheck.explorer.search.Progress;
import org.cspcheck.explorer.search.disk.Storage;
import org.cspcheck.explorer.system.TermSystem;
import org.cspcheck.explorer.system.TransitionSystem;
import org.cspcheck.explorer.vector.Composition;
import org.cspcheck.explorer.vector.Leaves;
import org.cspcheck.explorer.vector.VectorSystem;
import org.cspcheck.model.event.Alphabet;
import org.cspcheck.model.process.FiringRules;
import org.cspcheck.model.process.Process;
import org.cspcheck.model.source.EvaluationInterrupted;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.model.verdict.Check;
import org.cspcheck.model.verdict.Counterexample;
import org.cspcheck.model.verdict.Limits;
import org.cspcheck.model.verdict.Outcome;
import org.cspcheck.model.verdict.Outlook;
import org.cspcheck.model.verdict.Profile.Stage;
import org.cspcheck.model.verdict.Verdict;

/** Decides checks. One explorer serves the checks of one script, one after the other; not safe for use by several threads. */
public final class Explorer {
    private final Alphabet alphabet;
    private final Options options;
    private final boolean networks;
    private FiringRules rules;
    private Leaves leaves;

    public Explorer(Alphabet alphabet, Options options) {
        this(alphabet, options, true);
    }

    private Explorer(Alphabet alphabet, Options options, boolean networks) {
        this.alphabet = alphabet;
        this.options = options;
        this.networks = networks;
        forget();
    }

    /** What the checks so far have left behind only saves time. */
    private void forget() {
        rules = new FiringRules();
        leaves = new Leaves(rules, options.reduction() != Reduction.NONE);
    }

    /** {@return an explorer that steps every process by the firing rules alone: slow, and the yardstick of the others} */
    public static Explorer onTerms(Alphabet alphabet, Options options) {
        return new Explorer(alphabet, options, false);
    }

    /**
     * {@return the check with its verdict} Mistakes in the specification, limits and a lack of memory are verdicts, not exceptions.
     *
     * @param limits of every check; where they are silent, those of the check itself count
     * @param cancelled asked now and then; once it says true, the verdict is inconclusive
     * @throws IllegalStateException if the tool contradicts itself
     */
    public Outcome check(Check check, Limits limits, Progress progress, BooleanSupplier cancelled) {
        Budget budget = new Budget(limits.or(check.limits()), progress, cancelled, options.workers(), storage(check), Stages.of(options.clock()));
        if (budget.isCrowded()) {
            forget();
        }
        Verdict verdict;
        try {
            verdict = verdict(check, budget);
        } catch (SpecificationException e) {
            verdict = new Verdict.Erroneous(e.diagnostic());
        } catch (LimitReached e) {
            verdict = new Verdict.Inconclusive(e.reason());
        } catch (EvaluationInterrupted e) {
            verdict = new Verdict.Inconclusive("interrupted");
        } catch (StackOverflowError e) {
            verdict = new Verdict.Inconclusive("a term or a value nests too deeply for the stack of " + Thread.currentThread().getName());
        } catch (OutOfMemoryError e) {
            verdict = new Verdict.Inconclusive("out of memory: " + e.getMessage());
        }
        var outlook = verdict instanceof Verdict.Inconclusive ? budget.outlook() : Optional.<Outlook>empty();
        return new Outcome(check, verdict, budget.explored(), outlook, budget.stages().profile());
    }

    private Optional<Storage> storage(Check check) {
        String matters = options.reduction() + " " + check.reduced() + " " + options.terminationIsDeadlock();
        return options.storage().map(storage -> storage.about(check.assertion(), matters));
    }

    private Verdict verdict(Check check, Budget budget) {
        Answer answer = decide(check, budget);
        return switch (answer) {
            case Answer.Holds(Optional<Evidence> witness) -> {
                var shown = witness.map(evidence -> explain(check, evidence, budget));
                yield check.negated() ? new Verdict.Fails(shown) : new Verdict.Holds(shown);
            }
            case Answer.Fails(Evidence evidence) -> {
                var shown = Optional.of(explain(check, evidence, budget));
                yield check.negated() ? new Verdict.Holds(shown) : new Verdict.Fails(shown);
            }
        };
    }

    private Counterexample explain(Check check, Evidence evidence, Budget budget) {
        try (var _ = budget.stages().enter(Stage.REPLAYING)) {
            return new Explanation(rules, alphabet, check.subject()).of(evidence);
        }
    }

    private Answer decide(Check check, Budget budget) {
        var question = new Question(check.property(), process -> system(process, budget), budget, options.terminationIsDeadlock());
        TransitionSystem system = system(check.subject(), budget);
        Reduction reduction = check.reduced() && options.reduction() == Reduction.AUTO ? Reduction.ALWAYS : options.reduction();
        return new Thrift(question, budget, reduction).decide(system);
    }

    /** The fastest system that this process can be: a network, with priority around it or not; networks one after the other; or else its terms. */
    private TransitionSystem system(Process process, Budget budget) {
        Process settled;
        try (var _ = budget.stages().enter(Stage.EVALUATING)) {
            settled = rules.settle(process);
        }
        Optional<TransitionSystem> network = networks
                ? new Composition(leaves, budget).of(process).or(() -> phases(process, budget))
                : Optional.empty();
        return network.orElseGet(() -> new TermSystem(rules, settled, budget.stages()));
    }

    /** A network that could not be flattened has no phases: its components would be explored once more. */
    private Optional<TransitionSystem> phases(Process process, Budget budget) {
        return VectorSystem.isNetwork(leaves, process) ? Optional.empty() : Phases.of(rules, leaves, process, budget).map(system -> system);
    }
}
