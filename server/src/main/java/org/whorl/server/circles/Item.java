package org.whorl.server.circles;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.whorl.server.trust.Versioned;

/**
 * Something a circle speaks about: owned by one person, put as a question, with its time.
 *
 * @param id which one
 * @param circle in which circle
 * @param meeting in which meeting; none where it goes by links alone
 * @param owner whose it is
 * @param words what its owner says of it
 * @param touches what it touches
 * @param level at which level it is decided
 * @param levelReason why at a higher level than it need be
 * @param rule by which rule it is decided, from its first round on; none before
 * @param noLivedReason why it may be decided although nobody who lives with it was heard; blank for no reason
 * @param noLivedBy who said so; blank where it is not known
 * @param coach who helps when it is stuck; blank for nobody
 * @param end how it ended
 * @param openedOn since when
 * @param version counts its changes, from 1
 */
public record Item(
        UUID id,
        UUID circle,
        Optional<UUID> meeting,
        UUID owner,
        Words words,
        Touches touches,
        Level level,
        String levelReason,
        Optional<Rule> rule,
        String noLivedReason,
        String noLivedBy,
        String coach,
        Optional<End> end,
        LocalDate openedOn,
        int version) {

    static final Versioned VERSIONED = new Versioned(
            "sdmi-item",
            "sdmi_item",
            List.of(
                    "owner",
                    "question",
                    "minutes",
                    "purpose",
                    "proposal",
                    "wanted",
                    "reason",
                    "affected",
                    "money",
                    "staff",
                    "several",
                    "law",
                    "level",
                    "level_reason"));

    /** What it is for. */
    public enum Purpose {
        INFORM,
        ADVISE,
        DECIDE;

        /** As in the database, in forms and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Purpose> of(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }

    /** How it ended. */
    public enum Outcome {
        INFORMED,
        ADVISED,
        ADOPTED,
        /** No agreement: things stay as they are. */
        STATUS_QUO,
        /** A wider circle goes on with it. */
        WIDER;

        /** As in the database, in forms and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Outcome> of(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }

    /**
     * What its owner says of it.
     *
     * @param question it, as a question
     * @param language of the words
     * @param minutes how long it takes
     * @param purpose what it is for
     * @param proposal what they propose at first; may be blank until people are asked
     * @param wanted what is wanted instead
     * @param reason why now
     * @param affected who is affected
     */
    public record Words(
            String question,
            String language,
            int minutes,
            Purpose purpose,
            String proposal,
            String wanted,
            String reason,
            String affected) {

        /** The same with another proposal. */
        Words with(String proposed) {
            return new Words(question, language, minutes, purpose, proposed, wanted, reason, affected);
        }
    }

    /**
     * What it touches.
     *
     * @param money a partner's money
     * @param staff a partner's staff
     * @param several of more than one partner
     * @param law a law or a national rule would have to change
     */
    public record Touches(boolean money, boolean staff, boolean several, boolean law) {

        /** All that either says. */
        Touches and(Touches more) {
            return new Touches(money || more.money, staff || more.staff, several || more.several, law || more.law);
        }

        /** Does it touch none of these? */
        public boolean isNothing() {
            return !money && !staff && !several && !law;
        }

        /** Each of the four by its name, as in the database and in message keys. */
        public Map<String, Boolean> byName() {
            Map<String, Boolean> all = new LinkedHashMap<>();
            all.put("money", money);
            all.put("staff", staff);
            all.put("several", several);
            all.put("law", law);
            return all;
        }

        /** Is silence no consent? */
        public boolean needsEverybody() {
            return money || staff;
        }

        /** The lowest level that can decide it. */
        public Level proposed() {
            return Level.proposed(money, staff, several, law);
        }
    }

    /**
     * How it ended.
     *
     * @param outcome in which way
     * @param on when
     * @param note in its owner's words
     * @param who who does what was decided
     * @param by by when
     * @param doer which member sees that it is done; none where nobody was named, or they have left
     * @param doneOn since when it is done
     * @param wider which item a wider circle goes on with
     */
    public record End(
            Outcome outcome,
            LocalDate on,
            String note,
            String who,
            Optional<LocalDate> by,
            Optional<Doer> doer,
            Optional<LocalDate> doneOn,
            Optional<UUID> wider) {

        /** An end after which nobody has to do anything. */
        End(Outcome outcome, LocalDate on, String note) {
            this(outcome, on, note, "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * Who sees that it is done.
     *
     * @param member which member
     * @param name what they are called
     */
    public record Doer(UUID member, String name) {}

    /** Is it still to be spoken of? */
    public boolean isGoing() {
        return end.isEmpty();
    }

    /** What was said of it, as a link brings it to the form in which it is raised again. */
    public String again() {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("question", words.question());
        said.put("minutes", Integer.toString(words.minutes()));
        said.put("purpose", words.purpose().key());
        said.put("wanted", words.wanted());
        said.put("affected", words.affected());
        said.put("money", touches.money() ? "yes" : "");
        said.put("staff", touches.staff() ? "yes" : "");
        said.put("several", touches.several() ? "yes" : "");
        said.put("law", touches.law() ? "yes" : "");
        return said.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Was it adopted, and is still to be done? */
    public boolean isToDo() {
        return isAdopted() && end.filter(each -> each.doneOn().isEmpty()).isPresent();
    }

    /** The rule it is decided by: the one it began by, and until then its circle's. */
    public Rule ruleIn(Circle in) {
        return rule.orElse(in.rule());
    }

    /** Is it decided together, so that there is a rule for it? */
    public boolean decides() {
        return words.purpose() == Purpose.DECIDE;
    }

    /** Was it adopted? */
    public boolean isAdopted() {
        return end.filter(each -> each.outcome() == Outcome.ADOPTED).isPresent();
    }
}
