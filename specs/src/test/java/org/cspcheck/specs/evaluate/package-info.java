/** What expressions are worth, feature by feature; {@link org.cspcheck.specs.evaluate.Definitions} asks. */
package org.cspcheck.specs.evaluate;
