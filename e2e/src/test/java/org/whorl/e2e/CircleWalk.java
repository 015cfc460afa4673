package org.whorl.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whorl.server.design.Language;

/** Circles that decide: by links in three browsers, and in a room with six phones and a projector. */
class CircleWalk {

    private static final double PATIENT = 20_000;

    @Test
    void threeDecideByLinksAndAnObjectionIsTakenUp() {
        try (Visitor ffion = Who.FACILITATOR.at(Device.DESK, Language.EN);
                Visitor ann = new Visitor(Device.PHONE, Language.EN);
                Visitor bedwyr = new Visitor(Device.PHONE, Language.CY)) {
            String circle = circle(ffion, "Weekend team", "Tîm y penwythnos");
            take(ffion, circle, "Owen", false);
            String anns = take(ffion, circle, "Ann", true);
            String bedwyrs = take(ffion, circle, "Bedwyr", false);
            ffion.go(circle).look("circle");
            ffion.follow("sdmi.item.new").look("item-new");
            ffion.press("save").sees("sdmi.wanted.blank").look("item-refused");
            String item = raise(ffion, circle, "Shall Saturday calls go to one number?");
            ffion.look("item");
            ffion.press("sdmi.open.clarify").sees("sdmi.round.opened");

            ann.go(anns + "?lang=en").look("mine");
            ann.go(anns + item(item)).look("mine-clarify");
            ann.write("sdmi.say.clarify", "Who answers at night?").press("sdmi.reply.send");
            ann.sees("sdmi.replied");
            bedwyr.go(bedwyrs + item(item) + "?lang=cy");
            assertThat(bedwyr.page().locator("main").innerText()).doesNotContain("at night?");
            bedwyr.look("mine-clarify").press("sdmi.reply.send").reads("Who answers at night?");
            ffion.go(item).reads("Who answers at night?").look("item-clarified");
            ffion.press("sdmi.open.react").sees("sdmi.round.opened");
            ann.go(anns + item(item))
                    .press("sdmi.reply.send")
                    .sees("sdmi.react.blank")
                    .look("mine-refused");
            ann.write("sdmi.say.react", "It would have helped us").press("sdmi.reply.send");
            // The server is killed in the middle of the round: what it said it had heard, it has heard.
            ann.sees("sdmi.replied");
            House.killed(() -> {});
            bedwyr.go(bedwyrs + item(item)).write("sdmi.say.react", "Bydd angen hyfforddi pobl");
            assertThat(bedwyr.page().locator("main").innerText()).doesNotContain("helped us");
            bedwyr.press("sdmi.reply.send").reads("It would have helped us").look("mine-reacted");

            ffion.go(item).press("sdmi.open.object").sees("sdmi.round.opened");
            ann.go(anns + item(item)).look("mine-object");
            ann.page().locator("#touch summary").click();
            ann.look("mine-touch");
            ann.choose("sdmi.stance.consent.objection");
            ann.write("sdmi.say.why", "The night team would be alone").press("sdmi.reply.send");
            ann.sees("sdmi.harm.blank").sees("sdmi.resolves.blank").look("mine-object-refused");
            ann.choose("sdmi.harm.person");
            ann.write("sdmi.resolves", "Try it in Ferndale first").press("sdmi.reply.send");
            ann.sees("sdmi.replied");
            bedwyr.go(bedwyrs + item(item));
            bedwyr.choose("sdmi.stance.consent.none");
            bedwyr.choose("sdmi.support.4");
            bedwyr.press("sdmi.reply.send")
                    .reads("The night team would be alone")
                    .look("mine-objection");

            ffion.go(item).sees("sdmi.verdict.objected").look("item-objected");
            ffion.page()
                    .getByLabel(ffion.say("sdmi.answer.object.write") + " Ann")
                    .fill("It begins in Ferndale");
            ffion.page().locator(".whorl-answer button").first().click();
            ffion.sees("saved");
            ffion.write("sdmi.adjust.proposal", "Saturday calls in Ferndale go to one number from May")
                    .write("sdmi.why", "Ann's objection: it begins in one place")
                    .press("sdmi.adjust.button")
                    .sees("sdmi.adjusted");
            ffion.page().locator("#version-2 summary").click();
            ffion.look("item-version");
            ffion.press("sdmi.open.object").sees("sdmi.round.opened");
            for (Visitor each : List.of(ann, bedwyr)) {
                each.go((each == ann ? anns : bedwyrs) + item(item));
                each.choose("sdmi.stance.consent.none");
                each.press("sdmi.reply.send");
            }
            ffion.go(item).sees("sdmi.verdict.ready").press("sdmi.adopt.button");
            ffion.sees("sdmi.who.blank").look("item-adopt-refused");
            ffion.write("sdmi.who", "The weekend team");
            ffion.page().getByLabel(ffion.say("sdmi.by")).fill("2031-05-01");
            ffion.press("sdmi.adopt.button").sees("sdmi.ended.adopted").look("item-adopted");
            assertThat(ffion.page().locator("#record")).isVisible();
            ffion.go(item + "?lang=cy").reads(Language.CY).look("item-adopted");
            ffion.go(circle).look("circle").go(item + "?lang=en").reads(Language.EN);
            try (Visitor phone = Who.FACILITATOR.at(Device.PHONE, Language.CY)) {
                phone.go(item).look("item-adopted").go(circle).look("circle");
                phone.go("/p/" + Who.slug() + "/circles").look("circles");
                phone.page().locator("#what-is-sdmi summary").click();
                phone.look("what");
                phone.go(circle + "/items/new").look("item-new").go("/p/" + Who.slug() + "/circles?lang=en");
            }
        }
    }

    @Test
    void sixPhonesAndAProjectorMeet() {
        List<Visitor> phones = new ArrayList<>();
        try (Visitor ffion = Who.FACILITATOR.at(Device.DESK, Language.EN);
                Visitor wall = Who.FACILITATOR.at(Device.PROJECTOR, Language.EN)) {
            String circle = circle(ffion, "Hall circle", "Cylch y neuadd");
            take(ffion, circle, "Owen", false);
            take(ffion, circle, "Phone 1", true);
            take(ffion, circle, "Phone 2", false);
            take(ffion, circle, "Fay", false);
            ffion.go(circle + "/meetings/new").look("meeting-new");
            ffion.page().getByLabel(ffion.say("sdmi.meeting.starts")).fill("2031-05-05T18:00");
            ffion.write("sdmi.meeting.place", "Ferndale library").press("save").sees("saved");
            String meeting = ffion.page().url().replaceFirst(".*(/p/)", "$1");
            String code = ffion.page().locator("#code").innerText();
            wall.go(meeting + "/wall").look("circle-wall");
            for (int i = 0; i < 6; i++) {
                Visitor phone = new Visitor(Device.PHONE, i < 4 ? Language.EN : Language.CY);
                phones.add(phone);
                phone.go("/d/" + code);
                if (i == 0 || i == 4) {
                    phone.look("circle-room");
                }
                phone.write("sdmi.room.name", i == 0 ? "Owen" : "Phone " + i);
                if (i == 1) {
                    phone.page().getByLabel(phone.say("sdmi.room.lived")).check();
                }
                phone.press("sdmi.room");
                assertThat(phone.page().locator("#you")).isVisible();
            }
            assertThat(wall.page().locator("#here")).containsText("Phone 5", patient());
            ffion.go(meeting).press("sdmi.next.planned");
            for (Visitor phone : phones) {
                phone.write("sdmi.feel", "calm").press("sdmi.feel.say");
                assertThat(phone.page().locator("#felt")).containsText("calm", patient());
            }
            assertThat(wall.page().locator("#words-said")).containsText("calm", patient());
            wall.look("circle-wall-words");
            ffion.go(meeting).look("meeting-check-in");
            ffion.press("sdmi.next.check-in").sees("sdmi.before.none").press("sdmi.next.report");
            // Not saved by hand: going on keeps what was typed.
            ffion.write("sdmi.notices", "The library closes at eight").look("meeting-notices");
            ffion.press("sdmi.next.notices");
            ffion.write("sdmi.question", "Shall we paint the hall?");
            ffion.page().locator("#owner").selectOption(new SelectOption().setLabel("Owen"));
            ffion.write("sdmi.minutes", "10");
            ffion.choose("sdmi.purpose.decide");
            ffion.look("meeting-agenda").press("sdmi.agenda.add").sees("sdmi.agenda.added");
            assertThat(wall.page().locator("#seen")).containsText("Shall we paint the hall?", patient());
            phones.get(2).look("circle-phone-agenda");
            phones.get(2).write("sdmi.question", "Shall we sing first?").write("sdmi.minutes", "5");
            phones.get(2).choose("sdmi.purpose.inform");
            phones.get(2).press("sdmi.agenda.add");
            assertThat(wall.page().locator("#seen")).containsText("Shall we sing first?", patient());
            phones.get(4).look("circle-phone-guest");
            for (int height : new int[] {720, 800}) {
                wall.page().setViewportSize(1280, height);
                assertThat(wall.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isEqualTo(true);
                wall.look("circle-wall-agenda-" + height);
            }
            ffion.go(meeting).press("sdmi.next.agenda").sees("sdmi.lead.first").look("meeting-unled");
            ffion.page().locator("#lead").selectOption(new SelectOption().setLabel("Fay"));
            ffion.press("sdmi.lead.them").sees("saved").press("sdmi.next.agenda");
            ffion.page().locator("#agenda button").first().click();
            ffion.look("meeting-items").follow("sdmi.open-item");
            String item = ffion.page().url().replaceFirst(".*(/p/)", "$1");
            ffion.follow("sdmi.item.change");
            ffion.write("sdmi.proposal", "We paint it blue")
                    .write("sdmi.wanted", "A hall people like to come to")
                    .write("sdmi.reason", "It is grey")
                    .write("sdmi.affected", "All who come")
                    .press("save");
            ffion.press("sdmi.open.clarify").sees("sdmi.touches.unsaid").look("item-touches-unsaid");
            ffion.page().getByLabel(ffion.say("sdmi.touches.none")).check();
            ffion.press("sdmi.open.clarify").sees("sdmi.round.opened");
            for (Visitor phone : phones.subList(1, 6)) {
                assertThat(phone.page().locator("#words")).isVisible();
            }
            phones.get(1).write("sdmi.say.clarify", "Who pays for the paint?");
            phones.get(1).look("circle-phone-clarify").press("sdmi.reply.send");
            assertThat(phones.get(1).page().locator("#replied")).isVisible();
            assertThat(wall.page().locator("main").innerText()).doesNotContain("the paint?");
            wall.look("circle-wall-blind");
            for (Visitor phone : phones.subList(2, 6)) {
                phone.press("sdmi.reply.send");
            }
            assertThat(wall.page().locator("#seen")).containsText("Who pays for the paint?", patient());
            wall.look("circle-wall-open");
            phones.get(4).press("sdmi.rest");
            assertThat(wall.page().locator("#state")).containsText(wall.say("sdmi.rests"), patient());
            phones.get(4).look("circle-phone-rest");
            ffion.go(meeting).look("meeting-rest").press("sdmi.go-on");
            ffion.go(item).press("sdmi.open.react").sees("sdmi.round.opened");
            for (Visitor phone : phones.subList(1, 6)) {
                phone.write("sdmi.say.react", "I like it").press("sdmi.reply.send");
            }
            assertThat(wall.page().locator("#seen")).containsText("I like it", patient());
            ffion.go(item).press("sdmi.open.object").sees("sdmi.round.opened");
            for (Visitor phone : phones.subList(1, 6)) {
                assertThat(phone.page().locator("#stance")).isAttached();
                // What was said in the round before stays there.
                assertThat(phone.page().locator("#words")).hasValue("");
                phone.choose("sdmi.stance.consent.none");
                phone.choose("sdmi.support.4");
                if (phone == phones.get(4)) {
                    phone.look("circle-phone-object");
                }
                phone.press("sdmi.reply.send");
            }
            assertThat(wall.page().locator("#seen"))
                    .containsText(wall.say("sdmi.stance.consent.none.short"), patient());
            ffion.go(item).sees("sdmi.verdict.ready").write("sdmi.who", "Owen and two neighbours");
            ffion.page().getByLabel(ffion.say("sdmi.by")).fill("2031-07-01");
            ffion.press("sdmi.adopt.button").sees("sdmi.ended.adopted").look("item-adopted-in-room");
            ffion.go(meeting)
                    .press("sdmi.next.items")
                    .press("sdmi.next.check-out")
                    .sees("sdmi.at.ended");
            ffion.follow("sdmi.report").look("report").reads("Adroddiad y cyfarfod");
            ffion.page()
                    .emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions()
                            .setMedia(com.microsoft.playwright.options.Media.PRINT));
            ffion.picture("report-print");
            ffion.page()
                    .emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions()
                            .setMedia(com.microsoft.playwright.options.Media.SCREEN));
            try (Visitor small = Who.FACILITATOR.at(Device.PHONE, Language.CY)) {
                small.go(meeting + "/report").look("report").go(meeting).look("meeting-ended");
                small.go(circle + "?lang=en");
            }
            assertThat(phones.get(5).page().locator("#now"))
                    .containsText(phones.get(5).say("sdmi.at.ended"), patient());
        } finally {
            phones.forEach(Visitor::close);
        }
    }

    @Test
    void oneCanPractise() {
        for (Language language : Language.values()) {
            try (Visitor macsen = Who.MEMBER.at(Device.PHONE, language)) {
                macsen.go("/p/" + Who.slug() + "/circles")
                        .follow("sdmi.practice")
                        .look("practice");
                macsen.press("sdmi.practice.on").press("sdmi.practice.on").look("practice-3");
                macsen.press("sdmi.practice.on").look("practice-4").press("sdmi.practice.on");
                macsen.sees("sdmi.react.blank")
                        .write("sdmi.say.react", "Pam lai")
                        .press("sdmi.practice.on");
                macsen.look("practice-5")
                        .write("sdmi.adjust.proposal", "On our feet, or sitting")
                        .press("sdmi.practice.on");
                macsen.sees("sdmi.practice.end").look("practice-6").go("/p/" + Who.slug() + "/circles?lang=en");
            }
        }
    }

    private static String circle(Visitor ffion, String english, String welsh) {
        ffion.go("/p/" + Who.slug() + "/patterns").follow("sdmi.title").look("circles");
        ffion.follow("sdmi.circle.new").look("circle-new");
        ffion.write("sdmi.circle.name-en", english)
                .write("sdmi.circle.name-cy", welsh)
                .press("save")
                .sees("saved");
        return ffion.page().url().replaceFirst(".*(/p/)", "$1");
    }

    /** Takes somebody in who has no account; their link. */
    private static String take(Visitor ffion, String circle, String name, boolean lived) {
        ffion.go(circle).write("sdmi.seat.name", name);
        if (lived) {
            ffion.page().getByLabel(ffion.say("sdmi.seat.lived")).check();
        }
        ffion.press("sdmi.seat.add").sees("sdmi.link.once").look("link");
        return ffion.page().locator("#link").innerText().replaceFirst(".*(/d/)", "$1");
    }

    private static String raise(Visitor ffion, String circle, String question) {
        ffion.go(circle + "/items/new").write("sdmi.question", question);
        ffion.page().locator("#owner").selectOption(new SelectOption().setLabel("Owen"));
        ffion.write("sdmi.proposal", "All Saturday calls go to one number from May")
                .write("sdmi.wanted", "Nobody rings three times")
                .write("sdmi.reason", "Families told us")
                .write("sdmi.affected", "Families and the weekend team")
                .press("save")
                .sees("saved");
        return ffion.page().url().replaceFirst(".*(/p/)", "$1");
    }

    private static String item(String path) {
        return path.replaceFirst(".*/", "/");
    }

    private static ContainsTextOptions patient() {
        return new ContainsTextOptions().setTimeout(PATIENT).setUseInnerText(true);
    }
}
