package org.whorl.server.stories;

import java.util.Optional;
import org.whorl.server.design.Language;
import org.whorl.server.design.Share;

/**
 * How many of those who told something in a language were answered in time.
 *
 * @param language the language it was told in
 * @param share so many of so many; nothing while there are too few to be told
 */
public record Promptness(Language language, Optional<Share> share) {}
