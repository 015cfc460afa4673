package org.whorl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.platform.Tenancy;

/** A partnership in which stories are told, cared for and answered: its keeper, its carer and a member. */
final class StoryHouse {

    final String slug;
    final String here;
    final Browser keeper = Running.keeper();
    final Browser carer = Running.browser();
    final Browser member = Running.browser();
    final String link;

    StoryHouse(String name) {
        slug = name.toLowerCase(java.util.Locale.ROOT);
        here = "/p/" + slug;
        keeper.open("/partnerships/new?lang=en")
                .send(Map.of(
                        "name-en",
                        name,
                        "name-cy",
                        name + " Cymru",
                        "place-en",
                        "Ferndale",
                        "place-cy",
                        "Glynrhedynog"));
        keeper.open(here + "/settings")
                .send(Map.of("name-en", name, "name-cy", name + " Cymru", "nation", "wales", "open", "yes"));
        link = found(
                keeper.open(here + "/telling").send(Map.of()).body(), "<code>https?://[^/]+(/t/[0-9a-z]{12})</code>");
        join(carer, "story-carer", "Sian of " + name, "sian@" + slug + ".example.org");
        join(member, "member", "Dev of " + name, "dev@" + slug + ".example.org");
        Browser.Page care = carer.open(here + "/care");
        carer.post(
                here + "/care/there",
                Map.of(
                        "_csrf",
                        care.csrf(),
                        "trained",
                        LocalDate.now(ZoneOffset.UTC).minusMonths(3).toString(),
                        "today",
                        "yes"));
    }

    private void join(Browser browser, String role, String name, String email) {
        String invitation = found(
                keeper.open(here + "/people/invite").send(Map.of("role", role)).body(), "(/join/[A-Za-z0-9_-]+)");
        Doors.join(browser, invitation, name, email);
        browser.signIn(email, Running.PASSWORD);
    }

    /** Has it read by the carer; the page it is then on. */
    Browser.Page read(String id) {
        return carer.post(
                here + "/care/" + id + "/read",
                Map.of("_csrf", carer.open(here + "/care").csrf()));
    }

    /** The id of the one with that word. */
    String id(String word) {
        return asked("select id::text from contribution where words like '%" + word + "%'", String.class);
    }

    /** Tells it, has it cared for, edited and agreed to; its code. */
    String released(Telling telling, String word, String text) {
        return released(telling, link, word, text);
    }

    /** The same, told where that address leads. */
    String released(Telling telling, String address, String word, String text) {
        String code = telling.tell(Running.browser(), address);
        String id = id(word);
        read(id).send(Map.of("outcome", "no-concern"));
        Browser.Page edit = carer.open(here + "/care/" + id + "/words").send(Map.of());
        Map<String, String> offer = new HashMap<>(Telling.hidden(edit));
        offer.putAll(Map.of("words", text, "strength", "", "neighbour", "no"));
        carer.post(here + "/care/" + id + "/offer", offer);
        Browser teller = Running.browser();
        Map<String, String> yes = new HashMap<>(Telling.hidden(teller.open("/t/mine/" + code)));
        yes.put("right", "yes");
        assertThat(teller.post("/t/mine/" + code + "/text", yes).body()).contains("You agreed with the text");
        return code;
    }

    /** So many stories that everybody in the partnership may hear, made in the database; their ids in order. */
    List<String> manyReleased(int number) {
        changed("""
                insert into contribution (partnership, id, kind, route, language, words, code, teller, age, country,
                    name_choice, answer_in, state, told_at)
                select (select id from partnership where slug = '%s'), gen_random_uuid(), 'story', 'page', 'en',
                    'Story ' || n, decode(md5('%s' || n), 'hex'), 'own', 'adult', 'wales', 'none', 'en', 'released', now()
                from generate_series(1, %d) n""".formatted(slug, slug, number));
        changed("""
                insert into released (partnership, contribution, kind, language, strength, words, name, audiences,
                    released_on, wide_from)
                select partnership, id, 'story', 'en', '', words, '', array['partnership'], current_date, current_date
                from contribution""");
        return List.of(asked(
                        "select string_agg(id::text, ' ' order by split_part(words, ' ', 2)::int) from contribution",
                        String.class)
                .split(" "));
    }

    /** Asks the database itself, as the store of what is held does. */
    <T> T asked(String statement, Class<T> type) {
        return within(jdbc -> jdbc.sql(statement).query(type).single());
    }

    /** Changes it as no page does: to let time pass. */
    int changed(String statement) {
        return within(jdbc -> jdbc.sql(statement).update());
    }

    /** The same in another partnership, such as the example. */
    static int changedIn(String slug, String statement) {
        return within(slug, jdbc -> jdbc.sql(statement).update());
    }

    private <T> T within(java.util.function.Function<JdbcClient, T> work) {
        return within(slug, work);
    }

    private static <T> T within(String slug, java.util.function.Function<JdbcClient, T> work) {
        JdbcClient jdbc = JdbcClient.create(Running.bean(DataSource.class));
        TransactionTemplate transaction = new TransactionTemplate(Running.bean(PlatformTransactionManager.class));
        UUID id = Objects.requireNonNull(
                Tenancy.acrossAll(() -> transaction.execute(_ -> jdbc.sql("select id from partnership where slug = ?")
                        .param(slug)
                        .query(UUID.class)
                        .single())));
        return Objects.requireNonNull(Tenancy.within(
                id,
                () -> transaction.execute(_ -> {
                    jdbc.sql("select set_config('whorl.story_care', 'yes', true)")
                            .query(String.class)
                            .single();
                    return work.apply(jdbc);
                })));
    }

    /** The first group of a pattern. */
    static String found(String body, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        assertThat(matcher.find()).as(pattern + " in " + body).isTrue();
        return matcher.group(1);
    }
}
