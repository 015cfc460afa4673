package org.whorl.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** No module-info holds this module's walls, because Spark is no Java module; so a rule does. */
class WallsTest {

    private static final ArchRule KNOWS = classes()
            .that()
            .resideInAPackage("org.whorl.cluster..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.whorl.cluster..",
                    "org.whorl.engine.answer..",
                    "org.whorl.engine.load..",
                    "org.whorl.engine.model..",
                    "org.whorl.engine.simulation..",
                    "org.whorl.files",
                    "org.apache.spark..",
                    "org.apache.hadoop..",
                    "org.apache.parquet..",
                    "scala..",
                    "java..",
                    "org.jspecify..")
            .because("it holds no rules of its own: the engine plays, files reads, Spark spreads");

    @Test
    void itKnowsTheEngineFilesAndSpark() {
        KNOWS.check(new ClassFileImporter()
                .importUrl(Cluster.class.getProtectionDomain().getCodeSource().getLocation()));
    }

    @Test
    void aClassThatBreaksTheRuleIsFound() {
        var planted = new ClassFileImporter().importClasses(WallsTest.class);
        assertThatThrownBy(() -> KNOWS.check(planted)).hasMessageContaining("archunit");
    }
}
