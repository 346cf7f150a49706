/** Tests of types: what is refused, and above all what is not. */
package org.cspcheck.specs.types;
