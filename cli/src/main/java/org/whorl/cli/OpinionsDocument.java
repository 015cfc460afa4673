package org.whorl.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.whorl.engine.voices.Ground;
import org.whorl.engine.voices.Ground.Finding;
import org.whorl.engine.voices.Opinions;
import org.whorl.engine.voices.Opinions.Verdict;
import org.whorl.engine.voices.Polis;
import org.whorl.engine.voices.PolisLists.Representative;
import org.whorl.engine.voices.PolisLists.Stance;
import org.whorl.engine.voices.Share;
import org.whorl.engine.voices.Tally;
import org.whorl.files.VotesFile;

/** What people agree on and where they differ, as one document. docs/method/voices.md lists its fields. */
final class OpinionsDocument {
    private static final double LEVEL = 0.95;

    private final VotesFile.Good read;
    private final Polis polis;
    private final Opinions ours;

    private OpinionsDocument(VotesFile.Good read, Polis polis, Opinions ours) {
        this.read = read;
        this.polis = polis;
        this.ours = ours;
    }

    static Map<String, Object> of(VotesFile.Good read, Polis polis, Opinions ours, int permutations, long seed) {
        OpinionsDocument document = new OpinionsDocument(read, polis, ours);
        SequencedMap<String, Object> root = new LinkedHashMap<>();
        root.put("people", read.votes().people().size());
        root.put("statements", read.votes().statements().size());
        root.put("votes", read.votes().count());
        root.put("permutations", permutations);
        root.put("seed", seed);
        root.put("polis", document.polis());
        root.put("ours", document.ours());
        return root;
    }

    private Map<String, Object> polis() {
        SequencedMap<String, Object> said = new LinkedHashMap<>();
        List<Map<String, Object>> groups = new ArrayList<>();
        for (Polis.Group group : polis.groups()) {
            SequencedMap<String, Object> one = new LinkedHashMap<>();
            one.put("id", group.id());
            one.put("size", group.members().length);
            one.put("members", people(group.members()));
            one.put(
                    "representative",
                    group.representative().stream().map(this::representative).toList());
            groups.add(one);
        }
        said.put("groups", groups);
        said.put(
                "consensus",
                ordered(
                        "agree", polis.agree().stream().map(this::stance).toList(),
                        "disagree", polis.disagree().stream().map(this::stance).toList()));
        SequencedMap<String, Object> informed = new LinkedHashMap<>();
        for (int j = 0; j < polis.consensus().length; j++) {
            informed.put(read.votes().statements().get(j), polis.consensus()[j]);
        }
        said.put("group-informed-consensus", informed);
        return said;
    }

    private Map<String, Object> representative(Representative one) {
        SequencedMap<String, Object> said = new LinkedHashMap<>();
        said.put("statement", statement(one.statement()));
        said.put("direction", one.agree() ? "agree" : "disagree");
        said.put("p", one.p());
        said.put("z", one.test());
        said.put("ratio", one.ratio());
        said.put("ratio-z", one.ratioTest());
        said.put("n", one.successes());
        said.put("of", one.trials());
        return said;
    }

    private Map<String, Object> stance(Stance one) {
        SequencedMap<String, Object> said = new LinkedHashMap<>();
        said.put("statement", statement(one.statement()));
        said.put("p", one.p());
        said.put("z", one.test());
        said.put("n", one.successes());
        said.put("of", one.trials());
        return said;
    }

    private Map<String, Object> ours() {
        SequencedMap<String, Object> said = new LinkedHashMap<>();
        said.put("groups-shown", ours.verdict() == Verdict.CLEAR);
        said.put("p-value", ours.p());
        said.put("stability", ours.stability().mean());
        said.put("stability-range", ours.stability());
        said.put("verdict", ours.verdict().word());
        said.put("why", OpinionsText.why(ours));
        said.put("compared-by", ours.basis().word());
        said.put("people-grouped", ours.counted());
        List<Map<String, Object>> groups = new ArrayList<>();
        for (int g = 0; g < ours.groups().size() && ours.basis() != Opinions.Basis.EVERYBODY; g++) {
            int group = g;
            SequencedMap<String, Object> one = new LinkedHashMap<>();
            one.put("name", ours.groups().get(g).name());
            one.put("size", ours.groups().get(g).size());
            one.put(
                    "members",
                    people(IntStream.range(0, ours.groupOf().length)
                            .filter(i -> ours.groupOf()[i] == group)
                            .toArray()));
            groups.add(one);
        }
        said.put("groups", groups);
        said.put("common-ground", ordered("agree", list(Finding.AGREE), "disagree", list(Finding.DISAGREE)));
        said.put("differences", list(Finding.DIFFER));
        said.put("without", ours.without().stream().map(this::without).toList());
        said.put("by-statement", ours.ground().stream().map(this::ground).toList());
        return said;
    }

    private List<Object> list(Finding finding) {
        return ours.found(finding).stream()
                .map(one -> statement(one.statement()))
                .toList();
    }

    private Map<String, Object> without(Opinions.Without without) {
        SequencedMap<String, Object> said = new LinkedHashMap<>();
        said.put("group", without.group());
        said.put("changes", without.changes());
        said.put(
                "no-longer-common", without.gone().stream().map(this::statement).toList());
        said.put("newly-common", without.come().stream().map(this::statement).toList());
        return said;
    }

    private Map<String, Object> ground(Ground one) {
        SequencedMap<String, Object> said = new LinkedHashMap<>();
        said.put("statement", statement(one.statement()));
        said.put("text", read.texts().get(one.statement()));
        said.put("finding", one.finding().word());
        said.put("all", tally(one.all()));
        said.put("groups", one.groups().stream().map(OpinionsDocument::tally).toList());
        said.put("least-agree", one.leastAgree());
        said.put("least-disagree", one.leastDisagree());
        said.put("geometric-mean", one.geometric());
        said.put("q-agree", one.agreeAdjusted());
        said.put("q-disagree", one.disagreeAdjusted());
        said.put("q-differ", one.differAdjusted());
        return said;
    }

    private static Map<String, Object> tally(Tally tally) {
        SequencedMap<String, Object> said = new LinkedHashMap<>();
        said.put("seen", tally.seen());
        said.put("agree", Share.of(tally.agree(), tally.seen(), LEVEL));
        said.put("disagree", Share.of(tally.disagree(), tally.seen(), LEVEL));
        said.put("pass", Share.of(tally.pass(), tally.seen(), LEVEL));
        return said;
    }

    private static Map<String, Object> ordered(String one, Object first, String other, Object second) {
        SequencedMap<String, Object> said = new LinkedHashMap<>();
        said.put(one, first);
        said.put(other, second);
        return said;
    }

    private List<Object> people(int[] rows) {
        return IntStream.of(rows)
                .mapToObj(i -> named(read.votes().people().get(i)))
                .toList();
    }

    private Object statement(int place) {
        return named(read.votes().statements().get(place));
    }

    /** A name that is a number is written as one, as it stands in the input. */
    private static Object named(String name) {
        return name.matches("0|[1-9]\\d{0,8}") ? (Object) Integer.valueOf(name) : name;
    }
}
