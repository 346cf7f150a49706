/**
 * What names mean, and the mistakes that show without evaluating anything.
 *
 * <p>A {@link org.cspcheck.specs.names.Scope} maps the names that are defined in one place to their
 * {@link org.cspcheck.specs.names.Definition}s and knows the scope around it; the outermost holds the
 * {@link org.cspcheck.specs.names.BuiltIns}. Scopes are made by the script, by {@code let}, modules, parameters, generators and input
 * fields. Inside one scope order does not matter and no name is defined twice; an inner scope shadows an outer one. In a pattern a name
 * that means a constructor or a channel stands for it, any other is a variable that the pattern binds.
 */
package org.cspcheck.specs.names;
