/** Running networks: scheduler, choice points, channels, alternatives, timers. */
package org.cspcheck.runtime;
