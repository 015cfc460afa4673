package org.whorl.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.whorl.draw.Flow.Link;
import org.whorl.draw.Flow.Stop;
import org.whorl.draw.Streams.Stream;

class StreamsTest {

    @Test
    void exitsStandTogetherInTheLastLayer() {
        Streams streams = Streams.of(flow("a>b>c", "a>home", "c>died"));
        assertThat(layer(streams, "a")).isZero();
        assertThat(layer(streams, "c")).isEqualTo(2);
        assertThat(layer(streams, "home")).isEqualTo(3);
        assertThat(layer(streams, "died")).isEqualTo(3);
        assertThat(streams.anyReturning()).isFalse();
    }

    @Test
    void aRingIsCutWhereItComesBackToWherePeopleArrive() {
        Streams streams = Streams.of(flow("b>c>b", "a>b", "c>home"));
        assertThat(returning(streams)).containsExactly("c>b");
    }

    @Test
    void aStopThatFeedsItselfReturns() {
        assertThat(returning(Streams.of(flow("a>b>b", "b>home")))).containsExactly("b>b");
    }

    @Test
    void aStopNobodyPassesIsLeftOut() {
        Flow flow = new Flow(
                Words.EN,
                "T",
                "S.",
                List.of(new Stop("a", "A"), new Stop("b", "B"), new Stop("c", "C")),
                List.of(new Link("a", "b", 1), new Link("b", "c", 0)));
        assertThat(Streams.of(flow).stops()).extracting(Stop::id).containsExactly("a", "b");
    }

    @Test
    void refusesALinkToNowhereAndTwoStopsWithOneName() {
        List<Stop> stops = List.of(new Stop("a", "A"));
        assertThatThrownBy(() -> new Flow(Words.EN, "T", "S.", stops, List.of(new Link("a", "z", 1))))
                .hasMessage("the link from 'a' to 'z' names a stop that is not there");
        assertThatThrownBy(() -> new Flow(Words.EN, "T", "S.", List.of(stops.getFirst(), stops.getFirst()), List.of()))
                .hasMessage("two stops are called 'a'");
    }

    @RepeatedTest(50)
    void withoutReturningStreamsEveryOneRunsForward(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Stop> stops = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            stops.add(new Stop("" + i, "Stop " + i));
        }
        for (int i = 0; i < 30; i++) {
            links.add(new Link("" + random.nextInt(12), "" + random.nextInt(12), random.nextDouble()));
        }
        Streams streams = Streams.of(new Flow(Words.EN, "T", "S.", stops, links));
        for (Stream stream : streams.streams()) {
            if (!stream.returning()) {
                assertThat(streams.layers()[stream.to()]).isGreaterThan(streams.layers()[stream.from()]);
            }
        }
    }

    /** Each line is a way: {@code a>b>c}, one person a day on each step. */
    private static Flow flow(String... ways) {
        List<Stop> stops = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (String way : ways) {
            String[] ids = way.split(">");
            for (int i = 0; i < ids.length; i++) {
                String id = ids[i];
                if (stops.stream().noneMatch(stop -> stop.id().equals(id))) {
                    stops.add(new Stop(id, id));
                }
                if (i > 0) {
                    links.add(new Link(ids[i - 1], id, 1));
                }
            }
        }
        return new Flow(Words.EN, "T", "S.", stops, links);
    }

    private static int layer(Streams streams, String id) {
        for (int i = 0; i < streams.stops().size(); i++) {
            if (streams.stops().get(i).id().equals(id)) {
                return streams.layers()[i];
            }
        }
        throw new AssertionError(id);
    }

    private static List<String> returning(Streams streams) {
        return streams.streams().stream()
                .filter(Stream::returning)
                .map(stream -> stream.link().from() + ">" + stream.link().to())
                .toList();
    }
}
