package org.whorl.server.opinions;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Viewer;

/**
 * Voting, one statement a screen, by a link and without a login. A random code in the browser, for this one conversation
 * alone, keeps one vote on each statement; whoever has signed in is nobody in particular here.
 */
@Controller
@RequestMapping("/v")
class VotePages {

    private static final String COOKIE = "whorl-voter";
    private static final int LONGEST_WHY = 300;

    private final Voting voting;
    private final Outcomes outcomes;
    private final Conversations conversations;

    VotePages(Voting voting, Outcomes outcomes, Conversations conversations) {
        this.voting = voting;
        this.outcomes = outcomes;
        this.conversations = conversations;
    }

    @GetMapping
    ResponseEntity<String> ask(Screen s, Form form) {
        return s.show("opinions/code", Map.of("form", form));
    }

    @PostMapping
    ResponseEntity<String> open(Screen s, Form form) {
        String code = PrivateCode.written(form.value("code")).replace("-", "");
        if (Viewer.stranger().doing(() -> voting.find(code)).isEmpty()) {
            form.refuse("code", "vote.code.wrong");
            return s.again("opinions/code", Map.of("form", form));
        }
        return s.leaveFor("/v/" + code);
    }

    /** The next statement, or one again to change one's mind. */
    @GetMapping("/{code}")
    ResponseEntity<String> next(
            Screen s, HttpServletRequest request, @PathVariable String code, @RequestParam Optional<UUID> statement) {
        Conversation conversation = found(code);
        String key = key(request).orElseGet(PrivateCode::fresh);
        Ballot ballot = ballot(conversation, key);
        Optional<Statement> shown = statement
                .flatMap(id -> ballot.voted().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst())
                .or(ballot::next);
        if (!conversation.takesVotes() || (shown.isEmpty() && !ballot.said().isEmpty())) {
            return s.leaveFor("/v/" + code + "/done");
        }
        Map<String, Object> parts = new HashMap<>();
        parts.put("conversation", conversation);
        parts.put("ballot", ballot);
        parts.put("shown", shown);
        parts.put(
                "said", shown.flatMap(each -> Optional.ofNullable(ballot.said().get(each.id()))));
        parts.put("key", key);
        return s.show("opinions/vote", parts);
    }

    @PostMapping("/{code}")
    ResponseEntity<String> vote(
            Screen s, HttpServletRequest request, HttpServletResponse response, Form form, @PathVariable String code) {
        Conversation conversation = found(code);
        String key = key(request).orElseGet(() -> typed(form));
        Optional<Vote> vote = Vote.find(form.value("vote"));
        Optional<UUID> statement = id(form.value("statement"));
        if (vote.isEmpty() || statement.isEmpty()) {
            return next(s.refuse("vote.blank", "/v/" + code), request, code, statement);
        }
        boolean done = conversation
                .voter()
                .doing(() -> voting.vote(
                        conversation.id(),
                        key,
                        statement.orElseThrow(),
                        vote.orElseThrow(),
                        s.language().code()));
        if (!done) {
            return gone(s, request, code, "vote.gone");
        }
        keep(request, response, code, key, Duration.ofDays(365));
        return form.value("again").isEmpty()
                ? s.leaveFor("/v/" + code)
                : s.leaveFor("/v/" + code + "/done", "vote.changed");
    }

    @GetMapping("/{code}/done")
    ResponseEntity<String> done(Screen s, HttpServletRequest request, Form form, @PathVariable String code) {
        Conversation conversation = found(code);
        Ballot ballot = key(request).map(key -> ballot(conversation, key)).orElseGet(VotePages::none);
        form.preset("role", ballot.role().map(String::valueOf).orElse(""));
        form.preset("why", ballot.why());
        return s.show("opinions/done", parts(s, form, conversation, ballot));
    }

    @PostMapping("/{code}/done")
    ResponseEntity<String> say(Screen s, HttpServletRequest request, Form form, @PathVariable String code) {
        Conversation conversation = found(code);
        Optional<String> key = key(request);
        if (form.value("why").length() > LONGEST_WHY) {
            form.refuse("why", "vote.why.long");
        }
        if (!form.isRight()) {
            Ballot ballot = key.map(each -> ballot(conversation, each)).orElseGet(VotePages::none);
            return s.again("opinions/done", parts(s, form, conversation, ballot));
        }
        Optional<Integer> role = form.number("role")
                .filter(number -> conversation.roles().stream().anyMatch(each -> each.number() == number));
        boolean done = key.isPresent()
                && conversation
                        .voter()
                        .doing(() -> voting.say(conversation.id(), key.orElseThrow(), role, form.value("why")));
        return done ? s.leaveFor("/v/" + code + "/done", "vote.thanks") : gone(s, request, code, "vote.gone");
    }

    @GetMapping("/{code}/suggest")
    ResponseEntity<String> suggestion(Screen s, HttpServletRequest request, Form form, @PathVariable String code) {
        form.preset("key", key(request).orElseGet(PrivateCode::fresh));
        return s.show("opinions/suggest", Map.of("form", form, "conversation", found(code)));
    }

    @PostMapping("/{code}/suggest")
    ResponseEntity<String> suggest(
            Screen s, HttpServletRequest request, HttpServletResponse response, Form form, @PathVariable String code) {
        Conversation conversation = found(code);
        StatementPages.words(form, "words");
        Optional<Ballot> mine = key(request).map(each -> ballot(conversation, each));
        StatementPages.refuseTaken(
                form,
                conversation.voter().doing(() -> conversations.listShown(conversation.id())),
                mine.map(Ballot::suggested).orElse(List.of()));
        if (!form.isRight()) {
            return s.again("opinions/suggest", Map.of("form", form, "conversation", conversation));
        }
        String key = key(request).orElseGet(() -> typed(form));
        boolean done = conversation
                .voter()
                .doing(() -> voting.suggest(
                        conversation.id(),
                        key,
                        form.value("words"),
                        s.language().code()));
        if (done) {
            keep(request, response, code, key, Duration.ofDays(365));
        }
        return done ? s.leaveFor("/v/" + code + "/done", "statement.said") : gone(s, request, code, "vote.gone");
    }

    @PostMapping("/{code}/reword/{statement}")
    ResponseEntity<String> reword(
            Screen s, HttpServletRequest request, Form form, @PathVariable String code, @PathVariable UUID statement) {
        Conversation conversation = found(code);
        StatementPages.words(form, "words");
        Optional<String> key = key(request);
        boolean done = form.isRight()
                && key.isPresent()
                && conversation
                        .voter()
                        .doing(() -> voting.reword(
                                conversation.id(),
                                key.orElseThrow(),
                                statement,
                                form.number("version").orElse(0),
                                form.value("words")));
        return done
                ? s.leaveFor("/v/" + code + "/done", "statement.said")
                : gone(s, request, code, form.isRight() ? "statement.changed" : form.error("words"));
    }

    @PostMapping("/{code}/take-back")
    ResponseEntity<String> takeBack(
            Screen s, HttpServletRequest request, HttpServletResponse response, @PathVariable String code) {
        Conversation conversation = found(code);
        key(request)
                .ifPresent(key -> conversation.voter().doing(() -> {
                    voting.takeBack(conversation.id(), key);
                    return true;
                }));
        keep(request, response, code, "", Duration.ZERO);
        return s.leaveFor("/v/" + code + "/done", "vote.taken-back");
    }

    /** Whoever comes next at this device begins with nothing. */
    @PostMapping("/{code}/another")
    ResponseEntity<String> another(
            Screen s, HttpServletRequest request, HttpServletResponse response, @PathVariable String code) {
        found(code);
        keep(request, response, code, "", Duration.ZERO);
        return s.leaveFor("/v/" + code);
    }

    private ResponseEntity<String> gone(Screen s, HttpServletRequest request, String code, String why) {
        return done(s.refuse(why, "/v/" + code + "/done"), request, Form.empty(), code);
    }

    private Conversation found(String code) {
        return Viewer.stranger()
                .doing(() -> voting.find(code))
                .orElseThrow(() -> new NoSuchElementException("there is no conversation with that code"));
    }

    private Ballot ballot(Conversation conversation, String key) {
        return conversation.voter().doing(() -> voting.ballot(conversation.id(), key));
    }

    private static Ballot none() {
        return new Ballot(List.of(), Map.of(), List.of(), Optional.empty(), "");
    }

    private Map<String, Object> parts(Screen s, Form form, Conversation conversation, Ballot ballot) {
        List<Option> roles = new ArrayList<>();
        conversation
                .roles()
                .forEach(role -> roles.add(new Option(Integer.toString(role.number()), s.pick(role.en(), role.cy()))));
        // Blind until one has voted; and then only what may be shown, from the one result that is kept.
        Optional<Told> told = ballot.said().isEmpty()
                ? Optional.empty()
                : conversation
                        .voter()
                        .doing(() -> outcomes.find(conversation.id())
                                .map(kept ->
                                        new Told(s, conversation, kept, conversations.listShown(conversation.id()))));
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("conversation", conversation);
        parts.put("ballot", ballot);
        parts.put("roles", roles);
        parts.put("told", told.filter(Told::isEnough));
        return parts;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String typed(Form form) {
        return PrivateCode.isOne(form.value("key")) ? form.value("key") : PrivateCode.fresh();
    }

    private static Optional<String> key(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .filter(PrivateCode::isOne)
                .findFirst();
    }

    /** For this conversation alone: nobody can be followed from one to another. */
    private static void keep(
            HttpServletRequest request, HttpServletResponse response, String code, String key, Duration howLong) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, key)
                        .path("/v/" + code)
                        .maxAge(howLong)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }
}
