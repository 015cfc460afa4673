package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;

/** A partnership for whoever comes in by any door. */
final class Doors {

    private Doors() {}

    static Browser.Page join(Browser browser, String link, String name, String email) {
        return browser.open(link).send(Map.of("name", name, "email", email, "password", Running.PASSWORD));
    }

    /** The link of a fresh invitation. */
    static String invitation(String role) {
        Browser keeper = Running.keeper();
        if (keeper.open("/p/doors").status() == 404) {
            keeper.open("/partnerships/new?lang=en")
                    .send(Map.of("name-en", "Doors", "name-cy", "Drysau", "place-en", "Here", "place-cy", "Yma"));
        }
        var link = Pattern.compile("/join/[A-Za-z0-9_-]+")
                .matcher(keeper.open("/p/doors/people/invite")
                        .send(Map.of("role", role))
                        .body());
        assertThat(link.find()).isTrue();
        return link.group();
    }
}
