package org.whorl.server.circles;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;

/** What this feature's forms share: what stands in their fields, and what is wrong with it. */
final class Fields {

    static final int LONGEST = 1_000;
    static final int LONGEST_QUESTION = 300;
    static final int LONGEST_NAME = 80;

    static final List<Merge.Field> ITEM = List.of(
            new Merge.Field("question", "question", "sdmi.question"),
            new Merge.Field("owner", "owner", "sdmi.owner"),
            new Merge.Field("minutes", "minutes", "sdmi.minutes"),
            new Merge.Field("purpose", "purpose", "sdmi.purpose"),
            new Merge.Field("proposal", "proposal", "sdmi.proposal"),
            new Merge.Field("wanted", "wanted", "sdmi.wanted"),
            new Merge.Field("reason", "reason", "sdmi.reason"),
            new Merge.Field("affected", "affected", "sdmi.affected"),
            new Merge.Field("money", "money", "sdmi.touches.money"),
            new Merge.Field("staff", "staff", "sdmi.touches.staff"),
            new Merge.Field("several", "several", "sdmi.touches.several"),
            new Merge.Field("law", "law", "sdmi.touches.law"),
            new Merge.Field("level", "level", "sdmi.level"),
            new Merge.Field("level-reason", "level_reason", "sdmi.level-reason"));

    static final List<Merge.Field> CIRCLE = List.of(
            new Merge.Field("name-en", "name_en", "sdmi.circle.name-en"),
            new Merge.Field("name-cy", "name_cy", "sdmi.circle.name-cy"),
            new Merge.Field("rule", "rule", "sdmi.rule"),
            new Merge.Field("level", "level", "sdmi.circle.level"),
            new Merge.Field("right-team", "right_team", "sdmi.level.team"),
            new Merge.Field("right-organisation", "right_organisation", "sdmi.level.organisation"),
            new Merge.Field("right-partnership", "right_partnership", "sdmi.level.partnership"),
            new Merge.Field("right-national", "right_national", "sdmi.level.national"),
            new Merge.Field("hours", "round_hours", "sdmi.circle.hours"));

    private Fields() {}

    /** A box that is ticked or not, as it stands in a form. */
    static String inForm(String kept) {
        return switch (kept) {
            case "true" -> "yes";
            case "false" -> "";
            default -> kept;
        };
    }

    /** What was ticked of the four that an item may touch. */
    static Item.Touches touches(Form form, String before) {
        return new Item.Touches(
                form.ticked(before + "money"),
                form.ticked(before + "staff"),
                form.ticked(before + "several"),
                form.ticked(before + "law"));
    }

    /** Refuses what is longer than anybody reads. */
    static void tooLong(Form form, int most, String... fields) {
        for (String field : fields) {
            if (form.value(field).length() > most) {
                form.refuse(field, "sdmi.too-long");
            }
        }
    }

    static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    /** How many minutes a month somebody offers; nothing, and what is wrong is noted, if it is no such number. */
    static Optional<Integer> minutes(Form form, String field) {
        Optional<Integer> minutes = form.number(field).filter(each -> each >= 0 && each <= 480);
        if (minutes.isEmpty()) {
            form.refuse(field, "sdmi.seat.minutes.wrong");
        }
        return minutes;
    }

    /** An item for an agenda that is made on the spot: a question, its owner, its purpose and its time are enough. */
    static Optional<Item> onTheSpot(Form form, Screen s, Meeting meeting, Optional<UUID> owner, LocalDate today) {
        if (!form.value("question").endsWith("?")) {
            form.refuse("question", "sdmi.question.blank");
        }
        tooLong(form, LONGEST_QUESTION, "question");
        Optional<Integer> minutes = form.number("minutes").filter(each -> each >= 1 && each <= 240);
        if (minutes.isEmpty()) {
            form.refuse("minutes", "sdmi.minutes.wrong");
        }
        Optional<Item.Purpose> purpose = Item.Purpose.of(form.value("purpose"));
        if (purpose.isEmpty()) {
            form.refuse("purpose", "sdmi.purpose.blank");
        }
        if (!form.isRight()) {
            return Optional.empty();
        }
        return Optional.of(new Item(
                UUID.randomUUID(),
                meeting.circle(),
                Optional.of(meeting.id()),
                owner.orElseThrow(),
                new Item.Words(
                        form.value("question"),
                        s.language().code(),
                        minutes.orElseThrow(),
                        purpose.orElseThrow(),
                        "",
                        "",
                        "",
                        ""),
                new Item.Touches(false, false, false, false),
                Level.TEAM,
                "",
                Optional.empty(),
                "",
                "",
                "",
                Optional.empty(),
                today,
                1));
    }

    static List<Option> levels(Screen s) {
        return Arrays.stream(Level.values())
                .map(each -> new Option(each.key(), s.say("sdmi.level." + each.key())))
                .toList();
    }

    static List<Option> rules(Screen s) {
        return Arrays.stream(Rule.values())
                .map(each -> new Option(each.key(), s.say("sdmi.rule." + each.key())))
                .toList();
    }

    static List<Option> purposes(Screen s) {
        return Arrays.stream(Item.Purpose.values())
                .map(each -> new Option(each.key(), s.say("sdmi.purpose." + each.key())))
                .toList();
    }

    static List<Option> seats(List<Seat> seats) {
        return seats.stream()
                .map(each -> new Option(each.id().toString(), each.name()))
                .toList();
    }

    /** What somebody says in a round; nothing, and what is wrong is noted, if it is not said as that round wants it. */
    static Optional<Reply> reply(Form form, Round.Kind kind, String language) {
        tooLong(form, LONGEST, "words", "resolves");
        Optional<Reply.Stance> stance = Optional.of(Reply.Stance.NONE);
        Optional<Reply.Harm> harm = Optional.empty();
        if (kind == Round.Kind.REACT) {
            form.require("words", "sdmi.react.blank");
        }
        if (kind == Round.Kind.OBJECT) {
            stance = Reply.Stance.of(form.value("stance"));
            if (stance.isEmpty()) {
                form.refuse("stance", "sdmi.stance.blank");
            } else if (stance.get() == Reply.Stance.CONCERN) {
                form.require("words", "sdmi.concern.blank");
            } else if (stance.get() == Reply.Stance.OBJECTION) {
                harm = Reply.Harm.of(form.value("harm"));
                if (harm.isEmpty()) {
                    form.refuse("harm", "sdmi.harm.blank");
                }
                form.require("words", "sdmi.objection.blank");
                form.require("resolves", "sdmi.resolves.blank");
            }
        }
        if (!form.isRight()) {
            return Optional.empty();
        }
        return Optional.of(new Reply(
                new UUID(0, 0),
                stance.orElseThrow(),
                harm,
                form.value("words"),
                form.value("resolves"),
                form.number("support").filter(each -> each >= 1 && each <= 5),
                language,
                ""));
    }

    /** How to say where one stands, as the rule has it. */
    static List<Option> stances(Screen s, Rule rule) {
        return Arrays.stream(Reply.Stance.values())
                .map(each -> new Option(each.key(), s.say("sdmi.stance." + rule.key() + "." + each.key())))
                .toList();
    }

    static List<Option> harms(Screen s) {
        return Arrays.stream(Reply.Harm.values())
                .map(each -> new Option(each.key(), s.say("sdmi.harm." + each.key())))
                .toList();
    }

    static List<Option> marks(Screen s) {
        return List.of("1", "2", "3", "4", "5").stream()
                .map(each -> new Option(each, s.say("sdmi.support." + each)))
                .toList();
    }
}
