package org.whorl.server.design;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out which language somebody wants, and remembers it: asked for on this page, chosen before, or what their
 * browser asks for. Changing it in the middle of a form brings the same form back in the other language with all that
 * was typed.
 */
public final class Languages extends OncePerRequestFilter {

    /** The button that changes the language of a form sends this. */
    static final String SWITCH = "_language";

    private static final String COOKIE = "whorl-language";
    private static final String DRAFT = "whorl.draft:";

    /** The language of a request. */
    public static Language of(HttpServletRequest request) {
        return request.getAttribute(COOKIE) instanceof Language language ? language : asked(request);
    }

    /** What was typed into this page's form before the language was changed, once. */
    static Optional<Form> takeDraft(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(DRAFT + page(request)) instanceof Draft draft)) {
            return Optional.empty();
        }
        session.removeAttribute(DRAFT + page(request));
        return Optional.of(new Form(draft.values()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("POST")) {
            Optional<Language> wanted = parameter(request, SWITCH);
            if (wanted.isPresent()) {
                keepDraft(request);
                choose(wanted.get(), request, response);
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader("Location", page(request));
                return;
            }
        } else {
            parameter(request, "lang").ifPresent(language -> choose(language, request, response));
        }
        response.setHeader("Vary", "Cookie, Accept-Language");
        chain.doFilter(request, response);
    }

    private static void keepDraft(HttpServletRequest request) {
        HashMap<String, String> values = new HashMap<>();
        request.getParameterMap().forEach((name, all) -> {
            // Secrets are typed again: they are not kept, not even for a moment.
            if (!name.startsWith("_") && !name.startsWith("password") && !name.equals("code")) {
                values.put(name, all[0]);
            }
        });
        request.getSession().setAttribute(DRAFT + page(request), new Draft(values));
    }

    /** The language somebody asked for on this page, in so many words. */
    public static Optional<Language> chosen(HttpServletRequest request) {
        return parameter(request, "lang").or(() -> cookie(request));
    }

    /** Goes on in that language, unless somebody has chosen another in so many words. */
    public static void propose(Language language, HttpServletRequest request) {
        if (chosen(request).isEmpty()) {
            request.setAttribute(COOKIE, language);
        }
    }

    /** Goes on in that language, and remembers it. */
    public static void choose(Language language, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(COOKIE, language);
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(COOKIE, language.code())
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private static Language asked(HttpServletRequest request) {
        return cookie(request).orElseGet(() -> preferred(request));
    }

    private static Optional<Language> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> Language.find(cookie.getValue()).stream())
                .findFirst();
    }

    /** What their browser asks for, whatever was chosen here before. */
    public static Language preferred(HttpServletRequest request) {
        try {
            return Locale.LanguageRange.parse(Optional.ofNullable(request.getHeader("Accept-Language"))
                            .orElse("en"))
                    .stream()
                    .flatMap(range -> Language.find(range.getRange().split("-", 2)[0]).stream())
                    .findFirst()
                    .orElse(Language.EN);
        } catch (IllegalArgumentException _) {
            // It names no language at all.
            return Language.EN;
        }
    }

    private static Optional<Language> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).flatMap(Language::find);
    }

    /** A form is sent to the page it stands on, so its address is the page's. */
    private static String page(HttpServletRequest request) {
        return request.getQueryString() == null
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + request.getQueryString();
    }

    /** What had been typed; kept in the session only until the form is shown again. */
    private record Draft(HashMap<String, String> values) implements java.io.Serializable {}

    /** The values of a request. */
    static Map<String, String> values(HttpServletRequest request) {
        Map<String, String> values = new HashMap<>();
        request.getParameterMap().forEach((name, all) -> values.put(name, all[0]));
        return values;
    }
}
