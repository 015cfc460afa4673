package org.whorl.server.design;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Refused;
import org.whorl.server.trust.Viewer;

/**
 * One page on its way to one person: their language, who they are, where they are. Handed to every page method and to
 * every template as {@code s}.
 */
public final class Screen {

    /** Says of a request that a role outside of partnerships waits for a second step at signing in. */
    public static final String HELD_BACK = "whorl.held-back";

    private static final String NOTICE = "whorl.notice";
    private static final String UNDO = "whorl.undo";
    private static final String REFUSAL = "whorl.refusal";
    private static final String AT = "whorl.at";

    private final HttpServletRequest request;
    private final TemplateEngine templates;
    private final Assets assets;
    private final ObjectProvider<Unread> unread;
    private final Language language;
    private final Texts texts;

    Screen(HttpServletRequest request, TemplateEngine templates, Assets assets, ObjectProvider<Unread> unread) {
        this.request = request;
        this.templates = templates;
        this.assets = assets;
        this.unread = unread;
        this.language = Languages.of(request);
        this.texts = Texts.in(language);
    }

    private Screen(Screen other, Language language) {
        this.request = other.request;
        this.templates = other.templates;
        this.assets = other.assets;
        this.unread = other.unread;
        this.language = language;
        this.texts = Texts.in(language);
    }

    /** The same in a language that is said, for what goes to people who read either. */
    public Screen in(Language said) {
        return new Screen(this, said);
    }

    /** Fills a template and sends it. */
    public ResponseEntity<String> show(String template, Map<String, Object> parts) {
        return show(refusal().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT, template, parts);
    }

    /**
     * What was asked for cannot be, and nothing was done: the page that is shown next opens with that, never with "Done".
     *
     * @param sentence why, as the name of a sentence
     * @param at the address of the page that is shown next
     */
    public Screen refuse(String sentence, String at) {
        request.setAttribute(REFUSAL, sentence);
        return at(at);
    }

    /** The page that is shown next stands at that address, whatever address a form was sent to. */
    public Screen at(String address) {
        request.setAttribute(AT, address);
        return this;
    }

    /** The same where the page on which it was asked is there no more: says it, and leads to that address. */
    public ResponseEntity<String> refused(String sentence, String at) {
        return refuse(sentence, at).show("design/refused", Map.of("back", at));
    }

    /** The name of the sentence that says why this page did nothing; empty where it did. */
    public String refusal() {
        return request.getAttribute(REFUSAL) instanceof String sentence ? sentence : "";
    }

    private Optional<String> stands() {
        return request.getAttribute(AT) instanceof String at ? Optional.of(at) : Optional.empty();
    }

    /** Fills a template and sends it with another status than "all is well". */
    public ResponseEntity<String> show(HttpStatus status, String template, Map<String, Object> parts) {
        Map<String, Object> all = new HashMap<>(parts);
        all.put("s", this);
        StringOutput out = new StringOutput(16_384);
        templates.render(template + ".jte", all, out);
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
                .header("Content-Language", language.code())
                .body(out.toString());
    }

    /** Sends the form back with what is wrong with it. */
    public ResponseEntity<String> again(String template, Map<String, Object> parts) {
        return show(HttpStatus.UNPROCESSABLE_CONTENT, template, parts);
    }

    /** Goes on to another page after something was done; it opens with the sentence of that name. */
    public ResponseEntity<String> leaveFor(String path, String notice) {
        request.getSession().setAttribute(NOTICE, notice);
        return leaveFor(path);
    }

    /** The same after something that can be undone, which the page offers beside that sentence. */
    public ResponseEntity<String> leaveFor(String path, String notice, String kind, UUID id, int version) {
        request.getSession().setAttribute(UNDO, new Undo(kind, id, version));
        return leaveFor(path, notice);
    }

    /** Goes on to another page. */
    public ResponseEntity<String> leaveFor(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** The name of the sentence this page opens with, once; empty when there is none. */
    public String notice() {
        @Nullable HttpSession session = request.getSession(false);
        if (session == null || session.getAttribute(NOTICE) == null) {
            return "";
        }
        String notice = String.valueOf(session.getAttribute(NOTICE));
        session.removeAttribute(NOTICE);
        return notice;
    }

    /** What this page offers to undo, once. */
    public Optional<Undo> undo() {
        @Nullable HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(UNDO) instanceof Undo undo)) {
            return Optional.empty();
        }
        session.removeAttribute(UNDO);
        return Optional.of(undo);
    }

    /** A sentence, in the partnership's own words where it has some. */
    public String say(String key, Object... parts) {
        Optional<Wording> wording = here().map(Here::wording);
        return wording.flatMap(words -> words.find(language, key))
                .orElseGet(() -> texts.say(
                        wording.map(words -> texts.named(key, words.nation())).orElse(key), parts));
    }

    /** A sentence that counts people; where how many is not told, it says that there are some. */
    public String people(String key, Disclosure.Shown number) {
        return switch (number) {
            case Disclosure.Shown.Count(int value) -> texts.count(key, value);
            case Disclosure.Shown.Hidden _ -> texts.say(key + Texts.HIDDEN);
        };
    }

    /** A count of people in a table, or an asterisk where it is not told. */
    public String number(Disclosure.Shown number) {
        return switch (number) {
            case Disclosure.Shown.Count(int value) -> Texts.written(value);
            case Disclosure.Shown.Hidden hidden -> hidden.toString();
        };
    }

    /**
     * A sentence that counts.
     *
     * @throws IllegalArgumentException if it counts people: such a sentence takes what {@link Disclosure} shows
     */
    public String count(String key, long number) {
        if (texts.keys().contains(key + Texts.HIDDEN)) {
            throw new IllegalArgumentException(
                    "'%s' counts people, and takes what may be shown of them".formatted(key));
        }
        return texts.count(key, number);
    }

    /** A whole number as people write it. */
    public String number(long number) {
        return Texts.written(number);
    }

    /** All sentences in this language. */
    public Texts texts() {
        return texts;
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /** One of two names. */
    public String pick(String english, String welsh) {
        return language.pick(english, welsh);
    }

    /** A day, in full. */
    public String date(LocalDate day) {
        return language.words().date(day);
    }

    /** A month with its year. */
    public String month(LocalDate day) {
        return language.words().month(day.getMonth()) + " " + day.getYear();
    }

    /** A moment, to the minute, as clocks in Wales show it. */
    public String moment(Instant at) {
        ZonedDateTime local = at.atZone(ZoneId.of("Europe/London"));
        return "%s, %02d:%02d"
                .formatted(language.words().shortDate(local.toLocalDate()), local.getHour(), local.getMinute());
    }

    /** The address of an asset. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** Who is looking. */
    public Viewer viewer() {
        return Viewer.current();
    }

    /** May they do that? */
    public boolean may(Action action) {
        return viewer().may(action);
    }

    /**
     * Goes no further for whoever may not do this, on a page that is only a way to doing it.
     *
     * @throws Refused what is said to people who may not is the same everywhere
     */
    public void refuseUnless(Action action) {
        if (!may(action)) {
            throw new Refused(action);
        }
    }

    /** How much they have been told and have not looked at. */
    public int unread() {
        @Nullable Unread told = unread.getIfAvailable();
        return told == null || !may(Action.SEE_NEWS) ? 0 : told.count();
    }

    /** Has somebody signed in? */
    public boolean signedIn() {
        return viewer().account().isPresent();
    }

    /** The partnership this page belongs to, if it belongs to one. */
    public Optional<Here> here() {
        return Optional.ofNullable((Here) request.getAttribute(Here.class.getName()));
    }

    /** Does a role of the reader's wait for a second step at signing in? */
    public boolean heldBack() {
        return here().map(Here::heldBack).orElse(Boolean.TRUE.equals(request.getAttribute(HELD_BACK)));
    }

    /** An address inside this partnership. */
    public String to(String rest) {
        return here().map(here -> here.path(rest)).orElse("/");
    }

    /** The path of this page, without what follows a question mark. */
    public String path() {
        return stands().map(at -> at.replaceFirst("[?#].*", "")).orElseGet(request::getRequestURI);
    }

    /** This page's address, with what follows a question mark. */
    public String address() {
        return query().isEmpty() ? path() : path() + "?" + query();
    }

    private String query() {
        return stands().map(at -> at.replaceFirst("#.*", ""))
                .map(at -> at.contains("?") ? at.substring(at.indexOf('?') + 1) : "")
                .orElseGet(() -> Optional.ofNullable(request.getQueryString()).orElse(""));
    }

    /** This page's address in the other language. */
    public String inOtherLanguage() {
        String query = query().replaceAll("(^|&)lang=[^&]*", "").replaceFirst("^&", "");
        return path() + "?" + (query.isEmpty() ? "" : query + "&") + "lang="
                + language.other().code();
    }

    /** The value that proves a form came from us. */
    public String csrf() {
        Object token = request.getAttribute(CsrfToken.class.getName());
        return token instanceof CsrfToken csrf ? csrf.getToken() : "";
    }
}
