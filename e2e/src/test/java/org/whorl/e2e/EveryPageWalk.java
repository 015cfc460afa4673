package org.whorl.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.whorl.server.design.Language;

/**
 * Every page there is, for everybody who may open it, in both languages, in light and dark. Pages are found as people
 * find them, by following links; a route that nobody finds is a fault too.
 */
class EveryPageWalk {

    private static final Routes ROUTES = Routes.ofTheServer();

    /** What is no page, and what is walked elsewhere because one does not get there by a link. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("/assets/{version}/{name}", "a file"),
            Map.entry("/assets/{version}/images/{name}", "a file"),
            Map.entry("${server.error.path:/error}", "shown in place of other pages"),
            Map.entry("/set-up", "once, by the first of all: Keeper"),
            Map.entry("/set-up/passkey", "the same"),
            Map.entry("/account/codes", "shown once, after they were made: PasskeyWalk"),
            Map.entry("/sign-in/code", "in the middle of signing in with a password: SignInTest"),
            Map.entry("/sign-in/with/{provider}", "the way to an organisation: ProviderWalk"),
            Map.entry("/join/{secret}/with/{provider}", "the same"),
            Map.entry("/set-up/with/{provider}", "the same, by the first of all"),
            Map.entry("/sign-in/arrived", "the way back: ProviderWalk"),
            Map.entry("/sign-in/trouble/{kind}/{provider}", "what goes wrong on it: ProviderWalk"),
            Map.entry("/p/{slug}/picture", "leads on to the first model"),
            Map.entry("/p/{slug}/picture/{id}/show", "leads on to what somebody shows: WatchingWalk"),
            Map.entry("/p/{slug}/picture/{id}/show/now", "for the script of whoever looks along: WatchingWalk"),
            Map.entry("/p/{slug}/picture/{id}/answer", "a piece of the picture: PictureWalk"),
            Map.entry("/p/{slug}/picture/{id}/compare", "once there are two versions: ModelsTest"),
            Map.entry("/p/{slug}/picture/{id}/runs/{run}", "once simulation has checked something: ModelsTest"),
            Map.entry("/p/{slug}/picture/{id}/runs/{run}/report", "the same"),
            Map.entry("/p/{slug}/picture/{id}/runs/{run}/answer.json", "the same"),
            Map.entry("/p/{slug}/shifts/answer", "a piece of the builder: ShiftsTest"),
            Map.entry("/p/{slug}/spirals/{id}/commitments/{commitment}", "once one was written: ConfidenceWalk"),
            Map.entry("/p/{slug}/spirals/{id}/commitments/{commitment}/review", "the same"),
            Map.entry("/p/{slug}/experiments/{id}", "once one was written: ExperimentWalk"),
            Map.entry("/p/{slug}/experiments/{id}/edit/{part}", "the same"),
            Map.entry("/p/{slug}/experiments/{id}/evidence/{clause}", "the same"),
            Map.entry("/p/{slug}/experiments/{id}/framings", "the same"),
            Map.entry("/p/{slug}/experiments/{id}/result", "once an experiment has begun: BeliefWalk"),
            Map.entry("/p/{slug}/experiments/{id}/result/figures.csv", "a file: BeliefsTest"),
            Map.entry("/p/{slug}/experiments/{experiment}/belief", "once its figures were asked: BeliefWalk"),
            Map.entry("/p/{slug}/experiments/{experiment}/belief/{id}", "the same"),
            Map.entry("/p/{slug}/decisions/{id}", "once a decision was begun: DecisionWalk"),
            Map.entry("/p/{slug}/decisions/{id}/edit/{part}", "the same"),
            Map.entry("/p/{slug}/decisions/{id}/evidence", "the same"),
            Map.entry("/p/{slug}/decisions/{id}/people", "the same"),
            Map.entry("/p/{slug}/decisions/{id}/dissent", "the same"),
            Map.entry("/p/{slug}/decisions/{id}/review", "the same"),
            Map.entry("/p/{slug}/decisions/{id}/reply", "the same: DecisionsTest"),
            Map.entry("/p/{slug}/decisions/{id}/board", "the same: DecisionWalk"),
            Map.entry("/p/{slug}/decisions/{id}/impact", "a file: DecisionsTest"),
            Map.entry("/p/{slug}/decisions/{id}/packs/{number}", "the same"),
            Map.entry("/p/{slug}/decisions/year.csv", "the same"),
            Map.entry("/p/{slug}/shifts/plans/{job}", "once plans were searched for: PlansTest"),
            Map.entry("/p/{slug}/assets/{id}/edit", "once something is listed: AssetWalk"),
            Map.entry("/p/{slug}/assets/{id}/take-back", "the same"),
            Map.entry("/p/{slug}/offers/{id}", "once something is offered: AssetWalk"),
            Map.entry("/p/{slug}/patterns/bright-spots/{id}", "once figures were brought in: BrightWalk"),
            Map.entry("/p/{slug}/patterns/bright-spots/{id}/team", "the same"),
            Map.entry("/p/{slug}/patterns/inquiries/{id}", "once somebody set out to ask: BrightWalk"),
            Map.entry("/p/{slug}/circles/{id}", "once there is a circle: CircleWalk"),
            Map.entry("/p/{slug}/circles/{id}/change", "the same"),
            Map.entry("/p/{slug}/circles/{circle}/items/new", "the same"),
            Map.entry("/p/{slug}/circles/{circle}/meetings/new", "the same"),
            Map.entry("/p/{slug}/circles/meetings/{id}", "once a circle meets: CircleWalk"),
            Map.entry("/p/{slug}/circles/meetings/{id}/change", "the same"),
            Map.entry("/p/{slug}/circles/meetings/{id}/wall", "for a projector: CircleWalk"),
            Map.entry("/p/{slug}/circles/meetings/{id}/live", "for the script of a meeting: CircleWalk"),
            Map.entry("/p/{slug}/circles/meetings/{id}/report", "once a circle met: CircleWalk"),
            Map.entry("/p/{slug}/items/{id}", "once somebody raised an item: CircleWalk"),
            Map.entry("/p/{slug}/items/{id}/change", "the same"),
            Map.entry("/d", "for whoever was given a code: CirclesTest"),
            Map.entry("/d/{code}", "by a link of one's own: CircleWalk"),
            Map.entry("/d/{code}/calendar.ics", "a calendar subscribes to it: MailTest"),
            Map.entry("/d/{code}/live", "for the script of a phone: CircleWalk"),
            Map.entry("/d/{code}/{item}", "the same"),
            Map.entry("/p/{slug}/search", "one types a word: TogetherWalk"),
            Map.entry("/p/{slug}/news/{id}", "leads on to what the news is about: NewsTest"),
            Map.entry("/p/{slug}/jobs/{id}", "once something was started: TogetherWalk"),
            Map.entry("/letters/{secret}", "by a link in a letter: MailWalk"),
            Map.entry("/letters/confirm/{secret}", "the same"),
            Map.entry("/p/{slug}/circles/meetings/{id}/calendar.ics", "a file"),
            Map.entry("/api/letters/{secret}/stop", "for mail programs: MailTest"),
            Map.entry("/t/{code}", "hangs on walls; the same pages as /p/{slug}/tell: TellTest"),
            Map.entry("/t/{code}/sheet", "kept for where there is no signal: NoSignalWalk"),
            Map.entry("/t/{link}/help", "the same page as /p/{slug}/help: ConfidedTest"),
            Map.entry("/t/help/{code}", "by a code: ConfidedTest"),
            Map.entry("/t/worker.js", "a script"),
            Map.entry("/t/{code}/kiosk", "on a device that many use: KioskWalk"),
            Map.entry("/t/{code}/kiosk/start", "the same"),
            Map.entry("/t/{code}/contact", "on slips of paper: CollectingWalk"),
            Map.entry("/t/mine/with/{code}", "by a code of whoever collects: CollectingWalk"),
            Map.entry("/p/{slug}/telling/{id}/slips", "once a link was made: CollectingWalk"),
            Map.entry("/p/{slug}/workshops/{id}", "once a board was opened: CollectingWalk"),
            Map.entry("/t/mine/{code}", "by a code: TellTest"),
            Map.entry("/t/mine/{code}/withdraw", "the same"),
            Map.entry("/t/mine/{code}/place", "by a code: TriadWalk"),
            Map.entry("/t/mine/{code}/place/{question}", "the same"),
            Map.entry("/p/{slug}/patterns/triads/{id}", "once something is asked of tellers: TriadWalk"),
            Map.entry("/p/{slug}/patterns/triads/{id}/change", "the same"),
            Map.entry("/t/{code}/felt", "after telling; the same page as /p/{slug}/felt: FeltTest"),
            Map.entry("/p/{slug}/tell/felt", "the same"),
            Map.entry("/p/{slug}/big-rooms/{id}", "once a Big Room was opened: BigRoomWalk"),
            Map.entry("/p/{slug}/big-rooms/{id}/edit", "the same"),
            Map.entry("/p/{slug}/big-rooms/weeks/{week}", "the same"),
            Map.entry("/p/{slug}/big-rooms/weeks/{week}/wall", "the same"),
            Map.entry("/p/{slug}/measures/{id}", "once something is measured: ChartWalk"),
            Map.entry("/p/{slug}/measures/{id}/edit", "the same"),
            Map.entry("/p/{slug}/measures/{id}/week", "the same"),
            Map.entry("/p/{slug}/measures/{id}/bring", "the same"),
            Map.entry("/p/{slug}/measures/{id}/rebase", "the same"),
            Map.entry("/p/{slug}/measures/{id}/story", "the same"),
            Map.entry("/p/{slug}/measures/{id}/points/{point}", "the same"),
            Map.entry("/p/{slug}/measures/{id}/figures.csv", "a file"),
            Map.entry("/p/{slug}/rules/{id}", "once a rule was listed: PermissionWalk"),
            Map.entry("/p/{slug}/rules/{id}/edit", "the same"),
            Map.entry("/p/{slug}/permissions/{id}", "once somebody asked for permission to try: PermissionWalk"),
            Map.entry("/p/{slug}/permissions/{id}/edit", "the same"),
            Map.entry("/p/{slug}/promises/{id}", "once something was promised: PromisesTest"),
            Map.entry("/p/{slug}/telling/{id}", "once a link was made: TellTest"),
            Map.entry("/p/{slug}/stories/{id}", "once a story may be heard: CareTest"),
            Map.entry("/p/{slug}/patterns/codes/stories/{id}", "the same: SenseWalk"),
            Map.entry("/p/{slug}/patterns/significant/{id}", "once a round was opened: SenseWalk"),
            Map.entry("/p/{slug}/patterns/habits/{id}", "once a habit was begun: SenseWalk"),
            Map.entry("/p/{slug}/patterns/habits/{id}/now", "the same"),
            Map.entry("/p/{slug}/patterns/habits/{id}/name", "the same"),
            Map.entry("/p/{slug}/patterns/significant/{id}/name", "once a round was opened: SenseTogetherTest"),
            Map.entry("/p/{slug}/patterns/codes/{id}/name", "once a code is in the book: SenseTest"),
            Map.entry("/p/{slug}/patterns/lives/{id}", "once something was added: SenseWalk"),
            Map.entry("/p/{slug}/patterns/lives/stories/{id}", "once a story may be heard: SenseWalk"),
            Map.entry("/p/{slug}/patterns/claims/{id}", "once something is claimed: SenseWalk"),
            Map.entry("/p/{slug}/patterns/claims/{id}/quote", "the same"),
            Map.entry("/p/{slug}/patterns/claims/{id}/quote/{story}", "the same"),
            Map.entry("/p/{slug}/patterns/opinions/{id}", "once a question was asked: OpinionsWalk"),
            Map.entry("/p/{slug}/patterns/opinions/{id}/statements", "the same"),
            Map.entry("/p/{slug}/patterns/opinions/{id}/story", "the same"),
            Map.entry("/p/{slug}/patterns/opinions/{id}/story/{story}", "once a story may be heard: OpinionsTest"),
            Map.entry("/v/{code}", "by a link: OpinionsWalk"),
            Map.entry("/c", "where a code is typed: ConfidenceWalk"),
            Map.entry("/c/{code}", "by a link: ConfidenceWalk"),
            Map.entry("/c/{code}/thanks", "the same"),
            Map.entry("/v/{code}/done", "the same"),
            Map.entry("/v/{code}/suggest", "the same"),
            Map.entry("/p/{slug}/care", "for whoever cares for stories that day: StoryWalk"),
            Map.entry("/p/{slug}/care/{id}", "once somebody has begun to read one: CareTest"),
            Map.entry("/p/{slug}/care/{id}/words", "the same"),
            Map.entry("/p/{slug}/care/{id}/answer", "the same: AnsweredTest"),
            Map.entry("/p/{slug}/care/{id}/voice", "a sound: VoiceWalk"),
            Map.entry("/p/{slug}/care/{id}/photo/{number}", "a photograph: VoiceWalk"),
            Map.entry("/p/{slug}/stories/{id}/photo/{number}", "the same"),
            Map.entry("/t/mine/{code}/photo/{number}", "the same"),
            Map.entry("/p/{slug}/patterns/words/{id}", "once a word was added: WordsTest"),
            Map.entry("/p/{slug}/patterns/gatherings/{id}", "once a gathering was opened: GatheringWalk"),
            Map.entry("/p/{slug}/patterns/gatherings/{id}/wall", "the same"),
            Map.entry("/p/{slug}/patterns/gatherings/{id}/live", "for the script of its screens: GatheringsTest"),
            Map.entry("/p/{slug}/patterns/gatherings/{id}/outcome.csv", "a file"),
            Map.entry("/j", "typed from a wall: GatheringWalk"),
            Map.entry("/j/{code}", "the same"),
            Map.entry("/j/{code}/live", "for the script of a phone: GatheringsTest"),
            Map.entry("/house/{id}", "the same, for the whole house: JobsTest"));

    /** So many addresses of one kind are enough: two spirals, not all. */
    private static final int OF_A_KIND = 2;

    private final List<String> faults = new ArrayList<>();
    private final Set<String> opened = new HashSet<>();
    private final Set<String> pictured = new HashSet<>();
    private final Set<String> examined = new HashSet<>();

    @Test
    void everyPageIsForEverybody() {
        String invitation = Keeper.invite(Who.slug(), "member").replace(House.address(), "");
        for (Who who : Who.values()) {
            try (Visitor visitor = who.at(Device.DESK, Language.EN)) {
                List<String> beginnings = who == Who.GUEST
                        ? List.of("/", "/nothing-here", "/p/" + Who.slug(), invitation)
                        : List.of("/p/" + Who.slug(), "/", "/account");
                Set<String> found = find(who, visitor, beginnings);
                visitor.go("/?lang=cy").reads(Language.CY);
                found.forEach(path -> open(who, visitor, path, Language.CY));
            }
        }
        Set<String> unseen = new TreeSet<>(ROUTES.all());
        // What programs ask is no page: KeysWalk, and the server's own tests.
        unseen.removeIf(route -> route.startsWith("/api/"));
        unseen.removeAll(opened);
        unseen.removeAll(ELSEWHERE.keySet());
        assertThat(faults).isEmpty();
        assertThat(unseen).as("no link leads to these").isEmpty();
    }

    /** Follows every link, page by page; gives back where it came. */
    private Set<String> find(Who who, Visitor visitor, List<String> beginnings) {
        Map<String, Integer> kinds = new HashMap<>();
        Set<String> found = new LinkedHashSet<>();
        Set<String> known = new HashSet<>(beginnings);
        Deque<String> next = new ArrayDeque<>(beginnings);
        while (!next.isEmpty()) {
            String path = next.poll();
            String kind = ROUTES.of(House.address() + path).orElse("");
            if (!beginnings.contains(path) && kinds.merge(kind, 1, Integer::sum) > OF_A_KIND) {
                continue;
            }
            if (open(who, visitor, path, Language.EN)) {
                found.add(path);
                links(visitor.page()).stream()
                        .filter(link -> isTheirs(who, link))
                        .filter(known::add)
                        .forEach(next::add);
            }
        }
        return found;
    }

    /** Whoever is in a partnership walks in that one; the example is for guests. An organisation is not ours. */
    private static boolean isTheirs(Who who, String link) {
        return !link.contains("/with/")
                && (who == Who.GUEST || !link.startsWith("/p/") || link.startsWith("/p/" + Who.slug()));
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page) {
        return ((List<String>) page.evaluate("""
                () => [
                  ...[...document.querySelectorAll('a[href]:not([download])')].map((a) => new URL(a.getAttribute('href'), location)),
                  // A form that only asks is a link with words.
                  ...[...document.querySelectorAll('form[method=get]')].flatMap((form) =>
                    [form, ...form.querySelectorAll('button[formaction]')].map((to) => {
                      const words = new URLSearchParams(new FormData(form));
                      if (words.get('q') === '') words.set('q', 'caffi');
                      return new URL((to.getAttribute('formaction') || form.getAttribute('action') || location.pathname) + '?' + words, location);
                    })),
                ].filter((url) => url.origin === location.origin && !url.searchParams.has('lang'))
                    .map((url) => url.pathname + url.search)""")).stream().distinct().toList();
    }

    /** Opens a page and looks at it from all sides. Says whether it is a page at all. */
    private boolean open(Who who, Visitor visitor, String path, Language language) {
        Page page = visitor.page();
        page.setViewportSize(Device.DESK.width(), Device.DESK.height());
        Response response;
        try {
            response = page.navigate(House.address() + path);
        } catch (PlaywrightException e) {
            if (e.getMessage().contains("Download is starting")) {
                opened.add(ROUTES.of(House.address() + path).orElse(path));
                return false;
            }
            throw e;
        }
        if (response == null || !response.headerValue("content-type").startsWith("text/html")) {
            return false;
        }
        String kind = ROUTES.of(page.url()).orElse(path);
        opened.add(kind);
        String where = "%s as %s in %s (%d)".formatted(path, who, language, response.status());
        boolean allowed = response.status() == 200;
        if (!allowed && !(who == Who.GUEST && List.of(403, 404).contains(response.status()))) {
            faults.add(where + ": a link leads to a page that is not theirs");
        }
        Object lang = page.getAttribute("html", "lang");
        if (!language.code().equals(lang)) {
            faults.add(where + ": is in " + lang);
        }
        boolean fresh = pictured.add(kind + response.status() + language);
        String name = "every-" + kind.replaceAll("[^a-z0-9]+", "-") + "-" + response.status();
        check(where + ", light", page);
        if (fresh) {
            visitor.picture(name);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(Device.PHONE.width(), Device.PHONE.height());
        check(where + ", dark", page);
        if (fresh) {
            visitor.picture(name + "-dark");
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(Device.ZOOMED.width(), Device.ZOOMED.height());
        Number wide = (Number) page.evaluate("document.documentElement.scrollWidth");
        if (wide.intValue() > Device.ZOOMED.width()) {
            faults.add(where + ": is " + wide + " wide on a screen of 320");
        }
        visitor.complaints().forEach(complaint -> faults.add(where + ": says on the console " + complaint));
        return true;
    }

    @SuppressWarnings("unchecked")
    private void check(String where, Page page) {
        if (isNew(page)) {
            Axe.look(page).forEach(fault -> faults.add(where + ": " + fault));
        }
        ((List<String>) page.evaluate("""
                () => {
                  const shown = (each) => each.checkVisibility();
                  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
                  const text = document.body.innerText;
                  const primary = all('main .nhsuk-button').filter((each) => !each.matches('.nhsuk-button--secondary'));
                  return [
                    all('h1').length === 1 ? '' : all('h1').length + ' first headings',
                    /\\{\\d}|\\?\\?|\\bnull\\b|undefined/.test(text) ? 'a sentence is unfinished: ' + text.match(/.*(\\{\\d}|\\?\\?|\\bnull\\b|undefined).*/)[0] : '',
                    primary.length > 1 ? 'several main actions: ' + primary.map((each) => each.innerText).join(', ') : '',
                  ].filter(Boolean);
                }""")).forEach(fault -> faults.add(where + ": " + fault));
    }

    /** Is anything on it that was not on a page before? Two people often see the same: axe finds the same in it. */
    @SuppressWarnings("unchecked")
    private boolean isNew(Page page) {
        List<String> parts = (List<String>) page.evaluate("""
                () => ['header', 'main', 'footer'].map((part) =>
                    [document.documentElement.lang, innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, document.title,
                        document.querySelector(part)?.outerHTML
                            .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
                            .replace(/name="_csrf" value="[^"]*"/g, '')].join())""");
        return parts.stream().map(examined::add).reduce(false, Boolean::logicalOr);
    }
}
