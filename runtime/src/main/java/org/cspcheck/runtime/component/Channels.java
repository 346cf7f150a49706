package org.cspcheck.runtime.component;

import java.util.Collection;
import java.util.Optional;
import org.cspcheck.model.value.Symbol;

/** The channels that a spec declares. */
public interface Channels {
    /** {@return the channel with this name} */
    Optional<Symbol> channel(String name);

    /** {@return the names of all channels} */
    Collection<String> names();
}
