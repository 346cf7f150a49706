/** Reading specs: YAML, CSPm, and the corpus of example specs. */
package org.cspcheck.specs;
