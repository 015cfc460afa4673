package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One thread: from anything to what led to it and to what came of it, and back. */
class ThreadTest {

    private static final String SLUG = "cwm-taf-morgannwg";
    private static final String EXAMPLE = "/p/" + SLUG;

    /** What can be reached, by its address: what led to it and what came of it. */
    private record Seen(Set<String> led, Set<String> came, String page) {}

    /** Follows every link of the thread, wherever it leads. */
    private static Map<String, Seen> walk(Browser browser, String partnership) {
        Map<String, Seen> seen = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(
                links(browser.open(partnership + "/thread?lang=en").body(), partnership));
        while (!open.isEmpty()) {
            String address = open.pop();
            if (!seen.containsKey(address)) {
                Browser.Page page = browser.open(address);
                assertThat(page.status()).as(address).isEqualTo(200);
                String own = page.body().replaceAll("(?s)^.*<p><a href=\"([^\"]+)\">Open its page.*$", "$1");
                Seen here = new Seen(
                        links(section(page.body(), "led"), partnership),
                        links(section(page.body(), "came"), partnership),
                        own.replace("&amp;", "&"));
                seen.put(address, here);
                open.addAll(here.led());
                open.addAll(here.came());
            }
        }
        return seen;
    }

    private static String section(String body, String id) {
        int from = body.indexOf("<section id=\"" + id + "\"");
        return body.substring(from, body.indexOf("</section>", from));
    }

    private static Set<String> links(String body, String partnership) {
        Set<String> links = new LinkedHashSet<>();
        Matcher link = Pattern.compile("href=\"(" + partnership + "/thread/[a-z-]+\\?id=[^\"]+)\"")
                .matcher(body);
        while (link.find()) {
            links.add(link.group(1).replace("&amp;", "&"));
        }
        return links;
    }

    @Test
    void theWholeExampleIsOneThreadWithoutADeadEndForGuests() {
        assertThat(kindsInOneThread(Running.browser()))
                .contains("spiral", "version", "number", "answer", "shift", "finding")
                .contains("story", "claim", "decision", "permission", "experiment")
                .doesNotContain("item", "measure", "big-room");
    }

    /** Nia, who leads the example, sees what guests do not. */
    @Test
    void theWholeExampleIsOneThreadWithoutADeadEndForWhoeverLeadsIt() {
        StoryHouse house = new StoryHouse("Threads");
        String account = house.asked("select account::text from member where name = 'Dev of Threads'", String.class);
        StoryHouse.changedIn(SLUG, "update member set account = '%s' where name = 'Nia'".formatted(account));
        try {
            // Looking at the decision again shows what was counted since, though its proposal's model has no such
            // measure.
            String decision = StoryHouse.found(
                    house.member.open(EXAMPLE + "/decisions?lang=en").body(),
                    "href=\"(" + EXAMPLE + "/decisions/[0-9a-f-]{36})\"");
            assertThat(house.member.open(decision + "/review?lang=en").body())
                    .contains("What was counted since", "a home-care round on Saturdays", "Hours from ready to home");
            assertThat(Running.browser().open(decision + "/review?lang=en").body())
                    .as("guests do not see measures")
                    .doesNotContain("What was counted since");
            assertThat(kindsInOneThread(house.member))
                    .contains("spiral", "version", "number", "answer", "shift", "finding", "rule", "partner")
                    .contains("story", "claim", "circle", "item", "decision", "permission")
                    .contains("experiment", "measure", "big-room");
        } finally {
            StoryHouse.changedIn(SLUG, "update member set account = null where name = 'Nia'");
        }
    }

    /** Goes everywhere the thread leads; every tie is there from both ends, and every page of a thing opens. */
    private static Set<String> kindsInOneThread(Browser browser) {
        Map<String, Seen> seen = walk(browser, EXAMPLE);
        Set<String> kinds = new HashSet<>();
        seen.forEach((address, here) -> {
            kinds.add(address.replaceAll("^.*/thread/([a-z-]+).*$", "$1"));
            assertThat(here.led().size() + here.came().size())
                    .as("a dead end: " + URLDecoder.decode(address, StandardCharsets.UTF_8))
                    .isPositive();
            for (String before : here.led()) {
                assertThat(seen.get(before).came()).as(before + " and back").contains(address);
            }
            for (String after : here.came()) {
                assertThat(seen.get(after).led()).as(after + " and back").contains(address);
            }
        });
        Set<String> pages = new HashSet<>();
        for (Seen here : seen.values()) {
            if (pages.add(here.page().replaceAll("#.*$", ""))) {
                assertThat(browser.open(here.page()).status()).as(here.page()).isEqualTo(200);
            }
        }
        return kinds;
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Browser guest = Running.browser();
        for (String wrong : new String[] {"story?id=x", "nothing?id=1", "version?id=%00", "number?id='--"}) {
            assertThat(guest.open(EXAMPLE + "/thread/" + wrong).status())
                    .as(wrong)
                    .isEqualTo(404);
        }
    }

    @Test
    void programsReadTheSameThread() {
        Program program = Program.in(SLUG, "");
        String address = links(
                        Running.keeper().open(EXAMPLE + "/thread?lang=en").body(), EXAMPLE)
                .stream()
                .filter(link -> link.contains("/thread/shift"))
                .findFirst()
                .orElseThrow();
        var trace = program.get(address.substring(EXAMPLE.length())).json();
        assertThat(trace.at("/self/kind").asString()).isEqualTo("shift");
        assertThat(trace.at("/links").size()).isPositive();
        assertThat(trace.at("/around/0/page").asString()).startsWith("/");
    }
}
