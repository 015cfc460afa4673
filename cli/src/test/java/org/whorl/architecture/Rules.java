package org.whorl.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The house rules of the code, as rules that can fail. */
final class Rules {
    private Rules() {}

    static final ArchRule ENGINE_NEEDS_ONLY_JAVA = classes()
            .that()
            .resideInAPackage("org.whorl.engine..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "org.whorl.engine..",
                            "java.lang..",
                            "java.util..",
                            "java.math..",
                            "java.time..",
                            "java.text..",
                            "org.jspecify..")
                    // What can be sent says so; it is sent by others.
                    .or(type(Serializable.class)))
            .because("the engine reads no file, opens no socket and knows no library")
            .allowEmptyShould(true);

    static final ArchRule ENGINE_DRAWS_ITS_OWN_CHANCE = noClasses()
            .that()
            .resideInAPackage("org.whorl.engine..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.(util|security)\\.(Random|SecureRandom|concurrent\\.ThreadLocalRandom)")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a run depends on its model, scenario, seed and precision, and on nothing else")
            .allowEmptyShould(true);

    /** Ground floor first: a package may know those before it. */
    private static final List<String> FLOORS = List.of(
            "org.whorl.engine.model..",
            "org.whorl.engine.answer..",
            "org.whorl.engine.random..",
            "org.whorl.engine.ledger..",
            "org.whorl.engine.load..",
            "org.whorl.engine.simulation..",
            "org.whorl.engine.allocation..");

    static List<ArchRule> engineFloors() {
        var rules = new ArrayList<ArchRule>();
        for (int floor = 0; floor < FLOORS.size() - 1; floor++) {
            rules.add(noClasses()
                    .that()
                    .resideInAPackage(FLOORS.get(floor))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(FLOORS.subList(floor + 1, FLOORS.size()).toArray(String[]::new))
                    .because("the engine is built from the ground floor up")
                    .allowEmptyShould(true));
        }
        return rules;
    }

    static final ArchRule NO_CYCLES = slices().matching("org.whorl.(**)")
            .should()
            .beFreeOfCycles()
            .because("what goes round in a circle cannot be read from one end")
            .allowEmptyShould(true);

    static final ArchRule NOBODY_KNOWS_THE_COMMAND_LINE = noClasses()
            .that(resideInAPackage("org.whorl..").and(not(resideInAPackage("org.whorl.cli.."))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.whorl.cli..")
            .because("the command line stands on top")
            .allowEmptyShould(true);

    static final ArchRule ONLY_THE_TOP_SEARCHES = noClasses()
            .that(resideInAPackage("org.whorl..")
                    .and(not(resideInAnyPackage(
                            "org.whorl.optimise..", "org.whorl.cli..", "org.whorl.server..", "org.whorl.bench.."))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.whorl.optimise..")
            .because("a search asks the engine, and those on top ask for a search")
            .allowEmptyShould(true);

    static final ArchRule DRAW_KNOWS_NO_FILES = noClasses()
            .that()
            .resideInAPackage("org.whorl.draw..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.whorl.files..")
            .because("pictures come from answers, not from files")
            .allowEmptyShould(true);

    /** Each of these libraries lives in one module (Jackson also comes with Spring, in the server). */
    static final List<ArchRule> LIBRARIES_AT_HOME = List.of(
            atHome("tools.jackson..", "org.whorl.files..", "org.whorl.server.."),
            atHome("com.fasterxml.jackson..", "org.whorl.files..", "org.whorl.server..", "org.whorl.fhir.."),
            atHome("org.snakeyaml..", "org.whorl.files.."),
            atHome("com.networknt..", "org.whorl.files.."),
            atHome("de.siegmar.fastcsv..", "org.whorl.files.."),
            atHome("org.dhatim.fastexcel..", "org.whorl.files.."),
            atHome("org.springframework..", "org.whorl.server.."),
            atHome("ca.uhn.fhir..", "org.whorl.fhir.."),
            atHome("org.hl7.fhir..", "org.whorl.fhir.."),
            atHome("org.apache.spark..", "org.whorl.cluster.."),
            atHome("org.apache.hadoop..", "org.whorl.cluster.."),
            atHome("org.apache.parquet..", "org.whorl.cluster.."),
            atHome("scala..", "org.whorl.cluster.."),
            atHome("org.ojalgo..", "org.whorl.optimise.."),
            atHome("org.eclipse.elk..", "org.whorl.draw.."),
            atHome("org.jgrapht..", "org.whorl.draw.."),
            atHome("picocli..", "org.whorl.cli..", "org.whorl.server.."));

    static final ArchRule NAMES_SAY_WHAT_IT_IS = noClasses()
            .that()
            .resideInAPackage("org.whorl..")
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .because("a name says what a thing is, in words of the field")
            .allowEmptyShould(true);

    static List<ArchRule> all() {
        var all = new ArrayList<ArchRule>(List.of(
                ENGINE_NEEDS_ONLY_JAVA,
                ENGINE_DRAWS_ITS_OWN_CHANCE,
                NO_CYCLES,
                NOBODY_KNOWS_THE_COMMAND_LINE,
                DRAW_KNOWS_NO_FILES,
                ONLY_THE_TOP_SEARCHES,
                NAMES_SAY_WHAT_IT_IS));
        all.addAll(engineFloors());
        all.addAll(LIBRARIES_AT_HOME);
        return all;
    }

    private static ArchRule atHome(String library, String... homes) {
        return noClasses()
                .that(resideInAPackage("org.whorl..").and(not(resideInAnyPackage(homes))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("it lives in " + String.join(" and ", homes) + " alone")
                .allowEmptyShould(true);
    }
}
