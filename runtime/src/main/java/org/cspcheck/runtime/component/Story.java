package org.cspcheck.runtime.component;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.cspcheck.model.source.Diagnostic;
import org.cspcheck.model.source.SpecificationException;
import org.cspcheck.runtime.save.Encoded;

/**
 * How running code came to where it is, in a form that outlives the program: the values at the heads of the loops that it is in, and the answers
 * that it got since. The same as a {@link Trail}, without the situations.
 *
 * <p>Words: {@code head:} a value, {@code answer:} a number, {@code waited:} nanoseconds, {@code ended}.
 *
 * <p>Invariants. Items before {@code told} were told to the code again; the others happened since. Code that does very much between two heads
 * of its loops is not followed ({@code items} is null then), and cannot be saved before the next head of its outermost loop, if ever.
 */
final class Story {
    private static final int MOST = 100_000;

    private sealed interface Item {
        record Head(Object value) implements Item {}

        record Answer(int number) implements Item {}
    }

    private final String name;
    private final List<String> saved;
    private List<Item> items = new ArrayList<>();
    private int told;
    private boolean ended;

    Story(String name, List<String> saved) {
        this.name = name;
        this.saved = saved;
    }

    // ---- as it is told again

    /** {@return whether the code is on its way to where it stood} */
    boolean isTold() {
        return told < saved.size() && !next().equals("waited");
    }

    boolean hasEnded() {
        return saved.contains("ended");
    }

    int answer(int alternatives) {
        int number = next().equals("answer") ? Integer.parseInt(rest()) : alternatives;
        if (number >= alternatives) {
            throw differs();
        }
        told++;
        answered(number);
        return number;
    }

    Object head(ClassLoader classes) {
        if (!next().equals("head")) {
            throw differs();
        }
        try {
            Object value = Encoded.decode(Base64.getUrlDecoder().decode(rest()), classes);
            told++;
            return value;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw unfit("the value of a loop of " + name + " cannot be read: " + unreadable.getMessage());
        }
    }

    /** {@return for how long it had waited for the events that it offers first} */
    long waited() {
        return told < saved.size() && next().equals("waited") ? Long.parseLong(saved.get(told++).substring("waited:".length())) : 0;
    }

    private String next() {
        String word = saved.get(told);
        return word.contains(":") ? word.substring(0, word.indexOf(':')) : word;
    }

    private String rest() {
        return saved.get(told).substring(saved.get(told).indexOf(':') + 1);
    }

    SpecificationException differs() {
        return unfit(name + " does not do the same again");
    }

    private static SpecificationException unfit(String how) {
        return new SpecificationException(Diagnostic.error("CSP0737", null, "what was saved does not fit this network: " + how)
                .because("a network is resumed with the spec and the classes that it was saved with"));
    }

    // ---- as it happens

    void answered(int number) {
        if (items != null) {
            items.add(new Item.Answer(number));
            if (items.size() > MOST) {
                items = null;
            }
        }
    }

    /** {@return the place of a loop that begins here} */
    int place() {
        return items == null ? MOST : items.size();
    }

    void enter(Object value) {
        if (items != null) {
            items.add(new Item.Head(value));
        }
    }

    /** The head of the loop at this place again: what happened inside of it does not count any more. */
    void again(int place, Object value) {
        if (items == null && place == 0) {
            items = new ArrayList<>();
        }
        if (items != null) {
            items.subList(place, items.size()).clear();
            items.add(new Item.Head(value));
        }
    }

    void end() {
        ended = true;
    }

    // ---- to be saved

    /** @param waited for how long it has waited for the events that it offers */
    List<String> words(long waited) {
        if (ended) {
            return List.of("ended");
        }
        if (items == null) {
            throw unsaved("it has done more than " + MOST + " things since the head of its loop", "`events.loop(value, step)`, so that its value is its state");
        }
        var words = new ArrayList<String>();
        for (Item item : items) {
            words.add(switch (item) {
                case Item.Answer(int number) -> "answer:" + number;
                case Item.Head(Object value) -> "head:" + encoded(value);
            });
        }
        if (waited > 0) {
            words.add("waited:" + waited);
        }
        return words;
    }

    private String encoded(Object value) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Encoded.encode(value));
        } catch (IOException unwritable) {
            throw unsaved("the value of its loop, " + value + ", cannot be written: " + unwritable.getMessage(),
                    "a record, or a class that implements java.io.Serializable");
        }
    }

    private SpecificationException unsaved(String why, String instead) {
        return new SpecificationException(
                Diagnostic.error("CSP0736", null, "the state of " + name + " cannot be saved").because(why).tryThis(instead));
    }
}
