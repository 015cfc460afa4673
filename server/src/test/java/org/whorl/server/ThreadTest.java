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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One thread: from anything to what led to it and to what came of it, and back. */
class ThreadTest {

    private static final String EXAMPLE = "/p/cwm-taf-morgannwg";

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

    @ParameterizedTest
    @ValueSource(strings = {"guest", "keeper"})
    void theWholeExampleIsOneThreadWithoutADeadEnd(String who) {
        Browser browser = who.equals("guest") ? Running.browser() : Running.keeper();
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
        assertThat(kinds).contains("spiral", "version", "number", "answer", "shift", "finding");
        Set<String> pages = new HashSet<>();
        for (Seen here : seen.values()) {
            if (pages.add(here.page().replaceAll("#.*$", ""))) {
                assertThat(browser.open(here.page()).status()).as(here.page()).isEqualTo(200);
            }
        }
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
        Program program = Program.in("cwm-taf-morgannwg", "");
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
