package org.whorl.files.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.whorl.draw.Palette;
import org.whorl.draw.Words;

/** The whole page: its head, the way through it, its parts, and the way to the same page in the other language. */
final class Page {

    private final Edition edition;
    private final List<Section> sections;

    Page(Edition edition) {
        this.edition = edition;
        List<Section> all = new ArrayList<>(List.of(
                new AnswerInShort(edition),
                new WhatWouldChange(edition),
                new WhoWaits(edition),
                new HowPeopleMove(edition),
                new ServicesInFull(edition),
                new PlacesNeeded(edition),
                new MoneyByPartner(edition),
                new WhatItRestsOn(edition),
                new Warnings(edition),
                new StressDes(edition)));
        if (!edition.answer().sources().isEmpty()) {
            all.add(1, new WhereItComesFrom(edition));
        }
        sections = List.copyOf(all);
    }

    String html() {
        Html out = new Html();
        out.markup("<!DOCTYPE html>\n");
        out.open("html", "lang", edition.words().code());
        head(out);
        out.open("body");
        out.element(
                "a",
                edition.say("page.skip"),
                "class",
                "skip",
                "href",
                "#" + sections.getFirst().id());
        header(out);
        contents(out);
        out.open("main");
        for (Section section : sections) {
            String heading = section.id() + "-heading";
            out.open("section", "id", section.id(), "aria-labelledby", heading);
            out.element("h2", edition.say("section." + section.id()), "id", heading);
            section.write(out);
            out.close("section");
        }
        out.close("main");
        footer(out);
        out.close("body").close("html");
        return out.toString();
    }

    private void head(Html out) {
        out.open("head");
        out.empty("meta", "charset", "utf-8");
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.empty(
                "meta",
                "name",
                "generator",
                "content",
                "Whorl " + edition.report().version());
        out.empty("meta", "name", "color-scheme", "content", "light dark");
        out.element("title", edition.say("page.title", edition.title()));
        out.open("style").markup(safe(Palette.css() + "\n" + sheet())).close("style");
        out.close("head");
    }

    private void header(Html out) {
        Words other = edition.words() == Words.EN ? Words.CY : Words.EN;
        out.open("header");
        out.open("p", "class", "language");
        out.element(
                "a",
                edition.say("page.other-language"),
                "href",
                Report.file(other),
                "hreflang",
                other.code(),
                "lang",
                other.code());
        out.close("p");
        out.element("h1", edition.title());
        out.element(
                "p",
                edition.say(
                        "page.period",
                        edition.words().date(edition.firstDay()),
                        edition.words().date(edition.lastDay())),
                "class",
                "period");
        out.close("header");
    }

    private void contents(Html out) {
        out.open("nav", "aria-label", edition.say("page.contents"));
        out.open("ul");
        for (Section section : sections) {
            out.open("li");
            out.element("a", edition.say("section." + section.id()), "href", "#" + section.id());
            out.close("li");
        }
        out.close("ul").close("nav");
    }

    private void footer(Html out) {
        out.open("footer");
        out.element(
                "p",
                edition.say(
                        "page.made",
                        edition.report().version(),
                        edition.words().date(edition.report().written())));
        out.element("p", edition.say("page.not-for-care"));
        out.close("footer");
    }

    /** A style sheet holds neither of the signs that would end it early in HTML or make it unreadable as XML. */
    private static String safe(String css) {
        return css.replace("&", "").replace("<", "");
    }

    private static String sheet() {
        try (InputStream in = Page.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("the module lacks report.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
