package org.cspcheck.runtime.component;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.cspcheck.model.value.Symbol;

/** The channels that a spec declares. */
public interface Channels {
    /** {@return the channel with this name} */
    Optional<Symbol> channel(String name);

    /** {@return the names of all channels} */
    Collection<String> names();

    /** {@return these channels, by their names} */
    static Channels of(Map<String, Symbol> declared) {
        return new Channels() {
            @Override
            public Optional<Symbol> channel(String name) {
                return Optional.ofNullable(declared.get(name));
            }

            @Override
            public Collection<String> names() {
                return declared.keySet();
            }
        };
    }
}
