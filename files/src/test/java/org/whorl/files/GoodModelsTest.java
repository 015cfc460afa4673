package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;

class GoodModelsTest {

    static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(GoodModelsTest.class.getResource(name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theExampleOfTheDesignIsReadWholly() {
        Model model = ModelFolder.read(folder("good/design")).orThrow();

        assertThat(model.name()).isEqualTo(new Name("Home from hospital", "Adref o'r ysbyty"));
        assertThat(model.time()).isEqualTo(new Horizon(LocalDate.of(2026, 4, 1), 365, 0));
        assertThat(model.money().priceYear()).isEqualTo("2024/25");
        assertThat(model.exits()).containsExactly("home", "care-home", "died");
        assertThat(model.arrivals().getFirst().weekday().factors()).containsExactly(1.1, 1.1, 1.1, 1.1, 1.1, 0.8, 0.7);
        assertThat(model.services())
                .extracting(Service::id)
                .containsExactly("d2a", "home-care", "community-bed", "acute");

        Service d2a = model.services().getFirst();
        assertThat(d2a.capacity()).isEqualTo(Capacity.places(46));
        assertThat(d2a.lengthOfStay()).isEqualTo(Duration.of(Duration.Family.LOGNORMAL, 10, 7.7));
        assertThat(d2a.queue())
                .isEqualTo(new Queue(
                        new Queue.Order.Fifo(),
                        Parameter.of(20),
                        Queue.Overflow.LOST,
                        Duration.of(Duration.Family.EXPONENTIAL, 30),
                        "died"));
        assertThat(d2a.waitsIn()).isEqualTo("acute");
        assertThat(d2a.funding().keySet()).containsExactly("health-board", "council");

        assertThat(model.findService("home-care").orElseThrow().capacity().countsVisits())
                .isTrue();
        assertThat(model.findService("acute").orElseThrow().capacity().isUnlimited())
                .isTrue();
        assertThat(model.opening().getFirst().waiting().people()).isEqualTo(6);
        assertThat(model.scenarios().getFirst().changes())
                .containsExactly(new Scenario.Change(
                        "services.home-care.capacity",
                        Scenario.Operation.TIMES,
                        Parameter.of(0.95),
                        List.of(),
                        LocalDate.of(2026, 7, 1),
                        null));
        assertThat(model.measures().getLast().on()).isEqualTo(new Measure.CensusDay(3, 3));
    }
}
