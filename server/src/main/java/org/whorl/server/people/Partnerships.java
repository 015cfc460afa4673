package org.whorl.server.people;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/** The door to partnerships: which there are, and opening one. */
@Door
public class Partnerships {

    // The stakeholders the programme's own papers name; each partnership changes them as it needs.
    private static final List<Perspective> USUAL = List.of(
            voice("People who use services", "Pobl sy'n defnyddio gwasanaethau"),
            voice("Unpaid carers", "Gofalwyr di-dâl"),
            voice("Community health", "Iechyd cymunedol"),
            voice("Hospital", "Ysbyty"),
            voice("Social care", "Gofal cymdeithasol"),
            voice("Primary care", "Gofal sylfaenol"),
            voice("Third sector", "Y trydydd sector"));

    private final PeopleStore store;
    private final StructureStore structure;
    private final Accounts accounts;
    private final Clock clock;

    Partnerships(PeopleStore store, StructureStore structure, Accounts accounts, Clock clock) {
        this.store = store;
        this.structure = structure;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Those that guests may look at. */
    @Needs(Action.SEE_OPEN)
    public List<Partnership> listOpen() {
        return store.listOpen();
    }

    /** Those the viewer is in. */
    @Needs(Action.SEE_MINE)
    public List<Partnership> listMine() {
        return Viewer.current().account().map(store::listOf).orElse(List.of());
    }

    /**
     * Opens a partnership. Whoever opens it facilitates and administers it until others do.
     *
     * @param nameEn its name in English
     * @param nameCy its name in Welsh
     * @param place what its region is called in English
     * @param placeCy what its region is called in Welsh
     */
    @Needs(Action.OPEN_PARTNERSHIP)
    public Partnership open(String nameEn, String nameCy, String place, String placeCy) {
        UUID account = Viewer.current().account().orElseThrow();
        Partnership partnership = added(new Partnership(UUID.randomUUID(), slug(nameEn), nameEn, nameCy, false, false));
        structure.add(partnership.id(), new Place(UUID.randomUUID(), Optional.empty(), "region", place, placeCy, 1));
        USUAL.forEach(usual -> structure.add(partnership.id(), voice(usual.nameEn(), usual.nameCy())));
        Member opener = new Member(
                UUID.randomUUID(),
                accounts.name(account),
                Optional.empty(),
                Optional.empty(),
                Set.of(Role.FACILITATOR, Role.ADMINISTRATOR),
                Set.of("core"),
                LocalDate.now(clock));
        store.add(partnership.id(), opener, Optional.of(account), Optional.empty());
        Note.about("partnership", partnership.id(), "");
        Note.in(partnership.id());
        return partnership;
    }

    private Partnership added(Partnership wanted) {
        // Two partnerships may have the same name; the second gets a number in its address.
        Partnership named = wanted;
        for (int i = 2; store.findPartnership(named.slug()).isPresent(); i++) {
            named = new Partnership(
                    wanted.id(),
                    wanted.slug() + "-" + i,
                    wanted.nameEn(),
                    wanted.nameCy(),
                    wanted.open(),
                    wanted.illustrative());
        }
        store.add(named);
        return named;
    }

    static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "partnership" : plain;
    }

    private static Perspective voice(String english, String welsh) {
        return new Perspective(UUID.randomUUID(), english, welsh);
    }
}
