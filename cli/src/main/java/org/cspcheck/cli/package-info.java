/** The csp-check command. */
package org.cspcheck.cli;
