package org.whorl.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.modulith.core.ApplicationModules;
import org.whorl.server.design.Screens;
import org.whorl.server.planted.TellsHowManyPeople;
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

    @Test
    void noCountOfPeopleIsAPlainNumber() {
        CountsOfPeople.NOT_AS_A_FIELD.check(CLASSES);
        CountsOfPeople.NOT_AS_AN_ANSWER.check(CLASSES);
    }

    @Test
    void noTemplateCountsPeopleByItself() throws IOException {
        assertThat(sources(".jte").flatMap(source -> CountsOfPeople.inTemplate(source).stream()))
                .isEmpty();
    }

    @Test
    void noStoreAddsPeopleUpUnseen() throws IOException {
        assertThat(sources("Store.java").filter(CountsOfPeople::addsUpUnseen)).isEmpty();
    }

    @Test
    void aCountOfPeopleThatSlipsThroughIsFound() {
        JavaClasses planted = new ClassFileImporter().importClasses(TellsHowManyPeople.class);
        assertThat(CountsOfPeople.NOT_AS_A_FIELD.evaluate(planted).hasViolation())
                .isTrue();
        assertThat(CountsOfPeople.NOT_AS_AN_ANSWER.evaluate(planted).hasViolation())
                .isTrue();
        for (String printed : List.of(
                "${members.size()}",
                "${s.count(\"turns\", members.size())}",
                "${members.stream().count()}",
                "!{var some = members.stream().toList();}${some.size()}")) {
            assertThat(CountsOfPeople.inTemplate("@param List<Member> members\n" + printed))
                    .as(printed)
                    .hasSize(1);
        }
        assertThat(CountsOfPeople.inTemplate("@param List<Turn> turns\n${turns.size()}"))
                .isEmpty();
        assertThat(CountsOfPeople.addsUpUnseen("\"\"\"\nselect count(*) from member where left_on is null\"\"\""))
                .isTrue();
        assertThat(CountsOfPeople.addsUpUnseen("select coalesce(sum(people), 0) from taking_part"))
                .isTrue();
        assertThat(CountsOfPeople.addsUpUnseen("select count(*) from passkey")).isFalse();
        assertThatThrownBy(() -> Running.bean(Screens.class)
                        .on(new MockHttpServletRequest())
                        .count("people", 3))
                .hasMessageContaining("counts people");
    }

    private static Stream<String> sources(String ending) throws IOException {
        Path main = Path.of(System.getProperty("whorl.root", ".."), "server", "src", "main");
        try (Stream<Path> files = Files.walk(main)) {
            return files.filter(file -> file.toString().endsWith(ending)).map(ArchitectureTest::read).toList().stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
