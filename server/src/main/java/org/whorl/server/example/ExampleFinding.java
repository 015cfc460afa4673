package org.whorl.server.example;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.whorl.server.findings.ActionLine;
import org.whorl.server.findings.Finding;
import org.whorl.server.findings.Origin;

/**
 * A finding to look at. Its figures are what the example's model answers (docs/guide/five-questions.md tells how they were
 * got); that anybody decided to act on them is made up, as the page of the example says.
 */
@Component
class ExampleFinding {

    private static final LocalDate SPRING = LocalDate.of(2024, 3, 31);

    Finding of(UUID model, Instant now) {
        return new Finding(
                UUID.nameUUIDFromBytes("ctm/finding/home-care".getBytes(StandardCharsets.UTF_8)),
                Finding.State.DRAFT,
                new Origin(
                        "Check by simulation: Five per cent less home care from July",
                        "/p/cwm-taf-morgannwg/picture/" + model + "?s=less-home-care",
                        Optional.of(model),
                        1,
                        "Delayed in hospital, every night: 44 more (43 to 45 by chance alone; 0 to 58 not knowing the numbers)."
                                + " Nights above 330: 29 more in 100 (26 to 32).",
                        now),
                "A small cut in home care crowds the hospitals on many more nights, and costs the partners together more"
                        + " than it saves.",
                Optional.of(Finding.Known.PARTLY),
                new ActionLine(
                        "Keep home care as it is through the winter, and look for the saving in empty hospital beds",
                        "People who are well enough to leave hospital and wait for home care",
                        "Rhondda Cynon Taf first, where the wait is longest",
                        "Fewer nights on which people cannot go home",
                        "29 nights in 100 that stay below 330 (0 to 33)",
                        Optional.of(SPRING),
                        "People delayed at the census of the third Wednesday",
                        Optional.of(LocalDate.of(2023, 11, 15))),
                Optional.of(member("ctm/rhian")),
                "Rhian",
                "en",
                now,
                Optional.empty(),
                1);
    }

    /** A member, as the example's SQL names its rows: the digest itself. */
    private static UUID member(String name) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
