package org.whorl.server.people;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where somebody wanted to go before they were asked who they are: a page of ours, and nothing else. */
final class Next {

    private static final String FRONT = "/";

    private Next() {}

    /** The address if it is one of our own pages; the first page otherwise. */
    static String local(String wanted) {
        // A second stroke, or the other kind, and browsers would take the rest for another site's name.
        if (!wanted.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") || wanted.startsWith("/sign-")) {
            return FRONT;
        }
        try {
            return URI.create(wanted).toString();
        } catch (IllegalArgumentException _) {
            return FRONT;
        }
    }

    /** An address that carries where to go afterwards. */
    static String carry(String address, String next) {
        return local(next).equals(FRONT)
                ? address
                : address + "?next=" + URLEncoder.encode(local(next), StandardCharsets.UTF_8);
    }
}
