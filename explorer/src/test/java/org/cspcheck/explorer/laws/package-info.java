/**
 * The algebra of CSP: what always holds, whatever the operands.
 *
 * <p>Each law is a property of the firing rules, from Roscoe, <i>Understanding Concurrent Systems</i>, and <i>The Theory and Practice of
 * Concurrency</i>. A law holds in traces, stable failures and failures/divergences unless its name says otherwise; operands may terminate,
 * diverge and call themselves. What breaks a law is shown as a script that can be pasted.
 */
package org.cspcheck.explorer.laws;
