/** Showing: text, JSON and the formats other tools read. */
package org.cspcheck.reports;
