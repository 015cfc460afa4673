package org.whorl.server.measures;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.search.Findable;
import org.whorl.server.thread.Spun;

/** What of measures goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class MeasureParts {

    @Bean
    Undoable undoMeasure(Measures measures) {
        return new Undoable(Measure.VERSIONED.kind(), measures::undo);
    }

    @Bean
    Undoable undoMeasurePoint(Measures measures) {
        return new Undoable(Point.VERSIONED.kind(), measures::undoPoint);
    }

    @Bean
    Undoable undoMeasureRebase(Measures measures) {
        return new Undoable(Rebase.VERSIONED.kind(), measures::undoRebase);
    }

    @Bean
    Findable findMeasures() {
        return MeasureStore.MEASURES;
    }

    @Bean
    Spun spinMeasures() {
        return MeasureThreadStore.SPUN;
    }
}
