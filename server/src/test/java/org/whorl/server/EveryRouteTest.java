package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route Whorl answers on, those of tomorrow too: asked of Spring, tried over HTTP. */
class EveryRouteTest {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final Browser KEEPER = Running.keeper();

    /** What answers beside Spring's pages: filters, files, and what is not there at all. */
    private static final List<String> OTHER_PAGES = List.of(
            "/sign-in/at/health",
            "/sign-in/back/health",
            "/sign-in/back/health?error=access_denied&state=x",
            "/actuator/health",
            "/health",
            "/metrics",
            "/actuator/env",
            "/nothing-here",
            "/p/never-was",
            "/p/doors/spirals/not-an-id",
            "/assets/x/whorl.css");

    @BeforeAll
    static void begin() {
        Doors.invitation("member");
    }

    static Stream<String> pages() {
        return Stream.concat(routes(RequestMethod.GET), OTHER_PAGES.stream());
    }

    static Stream<String> changes() {
        return Stream.concat(
                routes(RequestMethod.POST).filter(path -> !isForPrograms(path)),
                Stream.of("/sign-out", "/logout", "/login", "/nothing-here"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageSaysWhatBrowsersMayDoWithIt(String path) {
        for (Browser who : List.of(Running.browser(), KEEPER)) {
            Map<String, List<String>> headers = who.asIs(path).headers();
            assertThat(headers.get("content-security-policy"))
                    .as(path)
                    .singleElement()
                    .asString()
                    .contains("default-src 'none'", "script-src 'self'", "form-action 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe")
                    .doesNotContain("*");
            assertThat(headers.get("x-content-type-options")).as(path).containsExactly("nosniff");
            assertThat(headers.get("referrer-policy")).as(path).containsExactly("same-origin");
            assertThat(headers.get("permissions-policy")).as(path).hasSize(1);
            assertThat(headers.getOrDefault("set-cookie", List.of()))
                    .as(path)
                    .allSatisfy(
                            cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
            assertThat(headers).as(path).doesNotContainKeys("server", "x-powered-by");
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void nothingIsDoneByAFormThatIsNotOurs(String path) {
        String theirs = Running.browser().open("/sign-in").csrf();
        assertThat(theirs).isNotEmpty();
        for (Browser who : List.of(Running.browser(), KEEPER.moved())) {
            for (Map<String, String> form : List.of(
                    Map.of("name", "x"), Map.of("_csrf", ""), Map.of("_csrf", "guessed"), Map.of("_csrf", theirs))) {
                assertThat(who.asIs(path, form).status())
                        .as("%s with %s", path, form)
                        .isEqualTo(403);
            }
        }
    }

    static Stream<String> programs() {
        return Stream.concat(routes(RequestMethod.GET), routes(RequestMethod.POST))
                .filter(EveryRouteTest::isForPrograms)
                .distinct();
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/api/");
    }

    /** Else a page elsewhere could use it: a browser sends its session along with whatever it is made to ask. */
    @ParameterizedTest
    @MethodSource("programs")
    void aBrowsersSessionIsWorthNothingToPrograms(String path) {
        assertThat(KEEPER.open("/p/doors").status()).isEqualTo(200);
        if (path.startsWith("/api/v1/p/")) {
            assertThat(KEEPER.asIs(path).status()).as(path).isEqualTo(401);
            assertThat(KEEPER.asIs(path, Map.of("name", "x")).status()).as(path).isEqualTo(401);
        }
        assertThat(KEEPER.asIs(path).headers()).as(path).doesNotContainKey("set-cookie");
    }

    /** A change by GET would need no proof at all. */
    @ParameterizedTest
    @MethodSource("changes")
    void nothingIsDoneByALink(String path) {
        if (routes(RequestMethod.GET).noneMatch(path::equals)) {
            assertThat(KEEPER.asIs(path).status()).as(path).isIn(404, 405);
        }
    }

    private static Stream<String> routes(RequestMethod method) {
        return Running.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .filter(route -> method == RequestMethod.GET
                        ? !route.getMethodsCondition().getMethods().contains(RequestMethod.POST)
                        : !route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(EveryRouteTest::paths)
                .distinct()
                .sorted();
    }

    private static Stream<String> paths(RequestMappingInfo route) {
        return route.getPatternValues().stream()
                .map(pattern -> pattern.replace("{slug}", "doors")
                        .replace("{provider}", "health")
                        .replaceAll("\\{[^{}]*(\\{[^}]*}[^{}]*)?}", NOBODY));
    }
}
