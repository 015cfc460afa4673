package org.whorl.server.platform;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.springframework.boot.logging.StackTracePrinter;

/**
 * Writes what kind of thing went wrong and where, but not what it said: the messages of libraries repeat the words that
 * they could not make sense of, and those are people's.
 */
public final class WordlessTrace implements StackTracePrinter {

    /** Made by name, from the settings of the log. */
    public WordlessTrace() {}

    @Override
    public void printStackTrace(Throwable throwable, Appendable out) throws IOException {
        Set<Throwable> written = Collections.newSetFromMap(new IdentityHashMap<>());
        String before = "";
        for (Throwable each = throwable; each != null && written.add(each); each = each.getCause()) {
            out.append(before).append(each.getClass().getName()).append('\n');
            for (StackTraceElement at : each.getStackTrace()) {
                out.append("\tat ").append(at.toString()).append('\n');
            }
            before = "Caused by: ";
        }
    }
}
