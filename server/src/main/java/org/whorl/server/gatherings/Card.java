package org.whorl.server.gatherings;

import java.util.UUID;

/**
 * An idea as a screen may show it.
 *
 * @param id which one
 * @param words in its writer's words
 * @param language of the words
 * @param by what its writer wants to be called, once the round is open; mostly nothing
 * @param season where it stands in an ecocycle; blank elsewhere
 * @param merged was it made from others?
 * @param dots how many dots it has; nought until they may be told
 * @param mine how many of them are from this phone
 * @param hidden has it been put away?
 */
public record Card(
        UUID id,
        String words,
        String language,
        String by,
        String season,
        boolean merged,
        int dots,
        int mine,
        boolean hidden) {}
