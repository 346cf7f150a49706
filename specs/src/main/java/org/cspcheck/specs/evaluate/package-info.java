/**
 * What CSPm expressions are worth.
 *
 * <p>Expressions are compiled once to {@link org.cspcheck.specs.evaluate.Code}, closures over slots of a frame; {@link
 * org.cspcheck.specs.evaluate.Unit} lays the frames out. Data is lazy where CSPm is. A process expression evaluates to a term of {@link
 * org.cspcheck.model.process.Process}; a call of a process stays folded ({@link org.cspcheck.specs.evaluate.FunctionCall}) until the
 * firing rules need it, and a prefix keeps its code and just the values it mentions, so that equal states are equal terms.
 *
 * <p>Invariant: whatever becomes part of a term is settled first ({@link org.cspcheck.specs.evaluate.Closure#settle}), for terms compare
 * by value. Every mistake is a {@link org.cspcheck.model.source.SpecificationException} from {@link org.cspcheck.specs.evaluate.Faults},
 * with its place and the calls that led there.
 *
 * <p>Read {@link org.cspcheck.specs.evaluate.Evaluation} first, then {@link org.cspcheck.specs.evaluate.ExpressionCompiler} and {@link
 * org.cspcheck.specs.evaluate.ProcessCompiler}.
 */
package org.cspcheck.specs.evaluate;
