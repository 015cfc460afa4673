package org.whorl.server;

import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.NestedExceptionUtils;

/** Why Whorl could not start, in a sentence that says what to do. */
final class Trouble {

    private Trouble() {}

    static String said(Throwable problem) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            if (each instanceof PortInUseException taken) {
                return "another program listens on port %d; stop it, or give another port: --port %d"
                        .formatted(taken.getPort(), taken.getPort() % 65_535 + 1);
            }
        }
        Throwable deepest = NestedExceptionUtils.getMostSpecificCause(problem);
        return deepest.getMessage() == null ? deepest.toString() : deepest.getMessage();
    }
}
