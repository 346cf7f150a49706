package org.cspcheck.specs.parse;

import org.cspcheck.model.source.Source;

/** Where included files come from; the parser itself opens none. */
public interface Includes {
    /** What there is under a name. */
    sealed interface Answer {
        /** The file; its name tells it from others, so a file that includes itself is noticed. */
        record Found(Source source) implements Answer {}

        /**
         * No file.
         *
         * @param why a short reason, to follow "because"
         */
        record Missing(String why) implements Answer {}
    }

    /**
     * {@return the file called {@code name}}
     *
     * @param root the script that was asked for
     * @param from the file that holds the include
     */
    Answer find(String name, Source root, Source from);

    /** {@return no files at all, for text that does not come from a folder} */
    static Includes none() {
        return (name, root, from) -> new Answer.Missing("this text does not come from a file, so there is no folder to look in");
    }
}
