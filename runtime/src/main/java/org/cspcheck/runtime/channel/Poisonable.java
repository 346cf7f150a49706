package org.cspcheck.runtime.channel;

/** A guard that can be told, while its alternative waits, that its channel was poisoned. */
interface Poisonable {
    void poison();
}
