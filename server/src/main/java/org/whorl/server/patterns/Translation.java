package org.whorl.server.patterns;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.whorl.server.stories.Heard;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door between what services see and what people live: stories are tagged with both, and read from either side. */
@Door
public class Translation {

    private final StrandStore store;
    private final Quotes quotes;
    private final Heard heard;
    private final Clock clock;

    Translation(StrandStore store, Quotes quotes, Heard heard, Clock clock) {
        this.store = store;
        this.quotes = quotes;
        this.heard = heard;
        this.clock = clock;
    }

    /** All services and threads. */
    @Needs(Action.SEE_PEOPLE)
    public List<Strand> list() {
        return store.list();
    }

    /**
     * What stands behind one of them. Stories that were taken back are not counted. How many stories there are at all is told
     * only where every part is: from the whole and the other parts a small one could be worked out.
     */
    @Needs(Action.SEE_PEOPLE)
    public Optional<Behind> findBehind(UUID id) {
        List<Strand> all = store.list();
        Optional<Strand> strand =
                all.stream().filter(each -> each.id().equals(id)).findFirst();
        Set<UUID> kept = heard.listKept();
        return strand.map(of -> {
            List<Strand.Fragment> here = store.listFragments().stream()
                    .filter(each -> each.of(of.side()).equals(id))
                    .toList();
            List<Behind.Other> others = others(of, all, here, kept);
            boolean told = others.stream().allMatch(each -> each.stories() instanceof Disclosure.Shown.Count);
            return new Behind(
                    of, others, told ? Optional.of(Disclosure.VOICES.show(stories(here, kept))) : Optional.empty());
        });
    }

    private List<Behind.Other> others(Strand of, List<Strand> all, List<Strand.Fragment> here, Set<UUID> kept) {
        Strand.Kind side = of.side() == Strand.Kind.SERVICE ? Strand.Kind.LIFE : Strand.Kind.SERVICE;
        List<Behind.Other> others = new ArrayList<>();
        List<Quote> opened =
                quotes.open(here.stream().map(Strand.Fragment::kept).toList());
        for (Strand other : all) {
            List<Strand.Fragment> both = here.stream()
                    .filter(each -> each.of(side).equals(other.id()))
                    .toList();
            if (!both.isEmpty()) {
                others.add(new Behind.Other(
                        other,
                        Disclosure.VOICES.show(stories(both, kept)),
                        IntStream.range(0, here.size())
                                .filter(i -> both.contains(here.get(i)))
                                .mapToObj(opened::get)
                                .toList()));
            }
        }
        others.sort(Comparator.comparing(
                other -> other.stories() instanceof Disclosure.Shown.Count(int value) ? -value : 0));
        return others;
    }

    private static int stories(List<Strand.Fragment> fragments, Set<UUID> kept) {
        return fragments.stream()
                .map(each -> each.kept().passage().story())
                .filter(kept::contains)
                .collect(Collectors.toSet())
                .size();
    }

    /** What a story that the viewer may hear is tagged with. */
    @Needs(Action.SEE_PEOPLE)
    public List<Strand.Fragment> listTags(UUID story) {
        return heard.find(story).isEmpty()
                ? List.of()
                : store.listFragments().stream()
                        .filter(each -> each.kept().passage().story().equals(story))
                        .toList();
    }

    /** Adds a service or a thread. */
    @Needs(Action.MAKE_SENSE)
    public void add(Strand strand) {
        if (strand.nameEn().isBlank() && strand.nameCy().isBlank()) {
            throw new IllegalArgumentException("it has a name");
        }
        Note.about("strand", strand.id(), "");
        store.add(here(), strand, me(), clock.instant());
    }

    /** Tags a passage with both; false if the viewer may not hear its story. */
    @Needs(Action.MAKE_SENSE)
    public boolean tag(Passage passage, UUID service, UUID life) {
        Note.about("contribution", passage.story(), "tagged");
        if (heard.find(passage.story()).isEmpty()) {
            return false;
        }
        store.addFragment(
                here(),
                new Strand.Fragment(new Quotes.Kept(UUID.randomUUID(), passage), service, life),
                me(),
                clock.instant());
        return true;
    }

    /** Takes a tag away that the viewer put there; false if somebody else did. */
    @Needs(Action.MAKE_SENSE)
    public boolean untag(UUID fragment) {
        Note.about("fragment", fragment, "taken away");
        return store.removeFragment(fragment, me());
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }

    private static UUID me() {
        return Viewer.current().member().orElseThrow();
    }
}
