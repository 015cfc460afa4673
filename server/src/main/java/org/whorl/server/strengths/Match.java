package org.whorl.server.strengths;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Something or somebody that could help with what is asked.
 *
 * @param kind offer, asset, told or strength, as in message keys
 * @param title what it is called or says
 * @param language of the title: en or cy
 * @param path its page inside the partnership; blank for a member
 * @param member whom one can ask for it, where there is one
 * @param name what they are called; blank where nobody
 * @param why why it may help, in sentences
 */
public record Match(
        String kind, String title, String language, String path, Optional<UUID> member, String name, List<String> why) {

    /** Keeps a copy. */
    public Match {
        why = List.copyOf(why);
    }
}
