package org.whorl.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;

/** The arrows inside the server, and that nothing goes round a door. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // Written by the build, for quick starts.
            .withImportOption(location -> !location.contains("__") && !location.contains("$$SpringCGLIB"))
            .importPackages("org.whorl.server");

    @Test
    void featuresMeetOnlyAtDoors() {
        ApplicationModules.of(WhorlServer.class).verify();
    }

    @Test
    void everyMethodOfADoorSaysWhatItNeeds() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Door.class)
                .should()
                .beAnnotatedWith(Needs.class)
                .check(CLASSES);
    }

    @Test
    void sqlIsOnlyInStores() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .haveSimpleNameNotEndingWith("Store$Account")
                .and()
                .haveNameNotMatching(".*\\.trust\\.(Logbook|RecordCheck)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc.core..")
                .check(CLASSES);
    }

    @Test
    void pagesGoThroughDoorsNotToStores() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Pages")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Store")
                .check(CLASSES);
    }
}
