package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** A question in a partnership, and people who vote on it without a login. */
final class VoteHouse {

    private static final Pattern STATEMENT = Pattern.compile("name=\"statement\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern HEADING = Pattern.compile("(?s)<h1[^>]* id=\"statement\"[^>]*>(.*?)</h1>");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([0-9a-z-]+)\"");

    final Browser keeper;
    final String here;
    final String id;
    final String link;

    VoteHouse(Browser keeper, String partnership, String question) {
        this.keeper = keeper;
        Browser.Page form = keeper.open(partnership + "/patterns/opinions/new");
        Browser.Page opened = form.send(Map.of(
                "question-en",
                question,
                "question-cy",
                question + " (cy)",
                "spiral",
                spiral(form),
                "roles",
                "Patient or carer | Claf neu ofalwr\nNurse | Nyrs\nGP | Meddyg teulu"));
        Matcher at =
                Pattern.compile("/patterns/opinions/([0-9a-f-]{36})/statements").matcher(opened.url());
        assertThat(at.find()).as(opened.body()).isTrue();
        id = at.group(1);
        here = partnership + "/patterns/opinions/" + id;
        Matcher code = Pattern.compile("href=\"(/v/[0-9a-z]{12})\"")
                .matcher(keeper.open(here).body());
        assertThat(code.find()).isTrue();
        link = code.group(1);
    }

    static String spiral(Browser.Page form) {
        Matcher option = Pattern.compile("<option value=\"([0-9a-f-]{36})\"").matcher(form.body());
        assertThat(option.find()).as(form.body()).isTrue();
        return option.group(1);
    }

    /** Writes a statement and lets people vote on it. */
    void states(String words) {
        keeper.open(here + "/statements").send(Map.of("words", words, "language", "en"));
        judge(words, "accepted", "");
    }

    /** What the keeper makes of the statement with these words. */
    Browser.Page judge(String words, String state, String note) {
        Browser.Page page = keeper.open(here + "/statements?lang=en");
        Matcher one = Pattern.compile("(?s)id=\"statement-([0-9a-f-]{36})\"((?:(?!id=\"statement-).)*)")
                .matcher(page.body());
        while (one.find()) {
            if (HtmlUtils.htmlUnescape(one.group(2)).contains(words)) {
                Matcher version =
                        Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(one.group(2));
                assertThat(version.find()).isTrue();
                return keeper.post(
                        here + "/statements/" + one.group(1),
                        Map.of("_csrf", page.csrf(), "version", version.group(1), "state", state, "note", note));
            }
        }
        throw new AssertionError("no statement says " + words + ": " + page.body());
    }

    /** Somebody new votes on all there is, by what the statements say; the page they end on. */
    Browser.Page votes(Browser voter, Map<String, String> votes) {
        Browser.Page page = voter.open(link + "?lang=en");
        for (int i = 0; i < 100 && page.body().contains("id=\"statement\""); i++) {
            Matcher heading = HEADING.matcher(page.body());
            assertThat(heading.find()).as(page.body()).isTrue();
            String words = HtmlUtils.htmlUnescape(heading.group(1)).strip();
            page = cast(page, votes.getOrDefault(words, "pass"));
        }
        return page;
    }

    /** Votes on the statement that a page shows. */
    static Browser.Page cast(Browser.Page page, String vote) {
        Map<String, String> values = new HashMap<>(Map.of("_csrf", page.csrf(), "vote", vote));
        values.put("statement", found(page, STATEMENT));
        values.put("key", found(page, KEY));
        return page.browser().post(page.url().replaceAll("\\?.*", ""), values);
    }

    /** Says at the end what somebody is. */
    void says(Browser voter, String role, String why) {
        Browser.Page done = voter.open(link + "/done?lang=en");
        Map<String, String> values = new LinkedHashMap<>();
        Matcher radio = Pattern.compile("name=\"role\" type=\"radio\" value=\"(\\d+)\"[^>]*>\\s*<label[^>]*>([^<]*)<")
                .matcher(done.body());
        while (radio.find()) {
            if (HtmlUtils.htmlUnescape(radio.group(2)).equals(role)) {
                values.put("role", radio.group(1));
            }
        }
        assertThat(values).as(role + " on " + done.body()).isNotEmpty();
        values.put("why", why);
        values.put("_csrf", done.csrf());
        assertThat(voter.post(link + "/done", values).body()).contains("It is saved");
    }

    /** Works out the votes and waits until that is done; the page of the question. */
    Browser.Page workedOut() {
        Browser.Page page = keeper.open(here);
        Browser.Page job = keeper.post(here + "/work-out", Map.of("_csrf", page.csrf()));
        for (int i = 0; i < 600 && job.url().contains("/jobs/"); i++) {
            if (job.body().contains("The votes are worked out")) {
                return keeper.open(here + "?lang=en");
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            job = keeper.open(job.url());
        }
        throw new AssertionError("it does not end: " + job.body());
    }

    private static String found(Browser.Page page, Pattern pattern) {
        Matcher matcher = pattern.matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return matcher.group(1);
    }

    /** What a page says, without markup. */
    static String plain(String body) {
        return HtmlUtils.htmlUnescape(body.replaceAll("(?s)<svg.*?</svg>", " ").replaceAll("<[^>]+>", " "))
                .replaceAll("\\s+", " ");
    }

    /** The part of a page between two ids. */
    static String between(String body, String from, String to) {
        int begin = body.indexOf("id=\"" + from + "\"");
        int end = body.indexOf("id=\"" + to + "\"");
        assertThat(List.of(begin, end)).as("%s, %s in %s", from, to, body).allMatch(at -> at > 0);
        return plain(body.substring(begin, end));
    }
}
