package org.whorl.server.opinions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.whorl.engine.voices.Votes;

/** What somebody said of a statement. */
public enum Vote {
    AGREE(Votes.AGREE),
    DISAGREE(Votes.DISAGREE),
    PASS(Votes.PASS);

    private final byte cell;

    Vote(byte cell) {
        this.cell = cell;
    }

    /** As in the table of votes. */
    byte cell() {
        return cell;
    }

    /** As in forms and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Vote> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    static Vote of(int cell) {
        return Arrays.stream(values())
                .filter(each -> each.cell == cell)
                .findFirst()
                .orElseThrow();
    }
}
