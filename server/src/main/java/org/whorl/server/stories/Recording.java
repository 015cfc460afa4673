package org.whorl.server.stories;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A voice as it was recorded.
 *
 * @param type what it is, as its own first bytes say; the name of a file says nothing
 * @param bytes the sound
 */
public record Recording(String type, byte[] bytes) {

    /** Three minutes of speech need a seventh of this. */
    static final int LARGEST = 6 * 1024 * 1024;

    /** How long somebody may speak, in seconds. */
    public static final int LONGEST_SECONDS = 180;

    /** Pictures and films come in the same boxes as sound; these are the names of boxes that hold sound. */
    private static final Pattern SOUND_BOX = Pattern.compile("(M4A|M4B|mp4|iso|dash|3gp|MSNV).*");

    /** What those bytes are, if they are sound of a kind that browsers play. */
    static Optional<Recording> of(byte[] bytes) {
        return type(bytes).map(type -> new Recording(type, bytes));
    }

    private static Optional<String> type(byte[] bytes) {
        String start = new String(Arrays.copyOf(bytes, 64), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u001aE\u00df\u00a3") && start.contains("webm")) {
            return Optional.of("audio/webm");
        }
        if (start.startsWith("OggS")) {
            return Optional.of("audio/ogg");
        }
        if (start.startsWith("ftyp", 4)
                && SOUND_BOX.matcher(start.substring(8, 12)).matches()) {
            return Optional.of("audio/mp4");
        }
        if (start.startsWith("RIFF") && start.startsWith("WAVE", 8)) {
            return Optional.of("audio/wav");
        }
        boolean frame = start.charAt(0) == 0xff && (start.charAt(1) & 0xe6) == 0xe2;
        return start.startsWith("ID3") || frame ? Optional.of("audio/mpeg") : Optional.empty();
    }
}
