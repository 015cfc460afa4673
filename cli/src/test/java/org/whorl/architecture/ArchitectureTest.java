package org.whorl.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The arrows of the house, seen from its top: every module the command line stands on is on this test's class path.
 * Each kind of rule is also shown a class that breaks it.
 */
class ArchitectureTest {

    private static final JavaClasses WHORL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.whorl");

    @TempDir
    Path folder;

    static List<ArchRule> rules() {
        return Rules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theCodeKeepsTheRule(ArchRule rule) {
        rule.check(WHORL);
    }

    @Test
    void theRulesSeeEveryModuleBelow() {
        assertThat(WHORL.stream().map(c -> c.getPackageName()))
                .contains(
                        "org.whorl.engine.model",
                        "org.whorl.draw",
                        "org.whorl.files",
                        "org.whorl.optimise",
                        "org.whorl.cli");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            org.whorl.engine.model.Sql       | return new java.util.ArrayList<java.sql.Connection>() { java.sql.Connection c; };
            org.whorl.engine.model.Reads     | return java.nio.file.Files.readString(java.nio.file.Path.of("x"));
            org.whorl.engine.load.Dice       | return new java.util.Random();
            org.whorl.engine.load.Clock      | return System.nanoTime();
            org.whorl.engine.model.Climbs    | return org.whorl.engine.simulation.Simulation.class;
            org.whorl.draw.Parses            | return new tools.jackson.core.json.JsonFactory();
            org.whorl.cli.Parses             | return new tools.jackson.core.json.JsonFactory();
            org.whorl.cli.Reads              | return de.siegmar.fastcsv.reader.CsvReader.builder();
            org.whorl.files.Speaks           | return new picocli.CommandLine("");
            org.whorl.files.Commands         | return org.whorl.cli.Whorl.class;
            org.whorl.draw.Opens             | return org.whorl.files.ModelFolder.class;
            org.whorl.engine.load.Solves     | return new org.ojalgo.optimisation.ExpressionsBasedModel();
            org.whorl.cli.Solves             | return new org.ojalgo.optimisation.ExpressionsBasedModel();
            org.whorl.files.Searches         | return org.whorl.optimise.Optimiser.class;
            org.whorl.engine.load.Searches   | return org.whorl.optimise.Optimiser.class;
            org.whorl.files.TextUtil         | return "";
            """)
    void aClassThatBreaksARuleIsFound(String name, String statement) {
        new Planted(name, statement).compile(classPath(), folder);
        var classes = new ClassFileImporter().importPath(folder);

        assertThatThrownBy(() -> Rules.all().forEach(rule -> rule.check(classes)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(name.substring(name.lastIndexOf('.') + 1));
    }

    @Test
    void theEngineRequiresNothingButJava() {
        assertThat(module("org.whorl.engine").descriptor().requires())
                .extracting(ModuleDescriptor.Requires::name)
                .containsExactlyInAnyOrder("java.base", "org.jspecify");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            org.whorl.engine | org.whorl.engine.model.Sql | return java.sql.DriverManager.getConnection("");   | java.sql
            org.whorl.draw   | org.whorl.draw.Parses      | return new tools.jackson.core.json.JsonFactory();  | tools.jackson
            org.whorl.cli    | org.whorl.cli.Parses       | return new tools.jackson.core.json.JsonFactory();  | tools.jackson
            org.whorl.files  | org.whorl.files.Commands   | return org.whorl.cli.Whorl.class;                  | org.whorl.cli
            org.whorl.cli    | org.whorl.cli.Solves       | return new org.ojalgo.optimisation.ExpressionsBasedModel(); | org.ojalgo
            org.whorl.engine | org.whorl.engine.load.Solves | return new org.ojalgo.optimisation.ExpressionsBasedModel(); | org.ojalgo
            """)
    void javacRefusesItInsideTheModule(String module, String name, String statement, String reason) {
        assertThat(new Planted(name, statement).compileInside(module, classPath(), folder))
                .contains("error:")
                .contains(reason);
        assertThat(new Planted(name, "return null;").compileInside(module, classPath(), folder.resolve("fair")))
                .isEmpty();
    }

    @Test
    void versionsStandInTheRootPomAlone() throws IOException {
        var version = Pattern.compile("<version>(?!0\\.1\\.0-SNAPSHOT</version>|\\$\\{)");
        try (Stream<Path> modules = Files.list(Path.of(System.getProperty("whorl.root")))) {
            assertThat(modules.map(module -> module.resolve("pom.xml")).filter(Files::exists))
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allSatisfy(pom -> assertThat(Files.readString(pom)).doesNotContainPattern(version));
        }
    }

    private static ModuleReference module(String name) {
        return ModuleFinder.of(classPath().toArray(Path[]::new)).find(name).orElseThrow();
    }

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> !path.endsWith("test-classes"))
                .filter(Files::exists)
                .toList();
    }
}
