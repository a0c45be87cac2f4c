package dev.pitboard.discord;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The last few thousand of something. */
final class Remembered<T> {
    private static final int MOST = 5_000;

    private final Set<T> values = new LinkedHashSet<>();

    synchronized void add(T value) {
        values.add(value);
        if (values.size() > MOST) {
            Iterator<T> oldest = values.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** @return whether it was remembered */
    synchronized boolean forget(T value) {
        return values.remove(value);
    }
}
