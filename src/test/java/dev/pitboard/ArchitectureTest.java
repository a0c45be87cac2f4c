package dev.pitboard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows between the packages, in sentences. ARCHITECTURE.md draws them. */
final class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.pitboard");

    private static final String[] EDGE = {
        "dev.pitboard.seasons..",
        "dev.pitboard.store..",
        "dev.pitboard.quartz..",
        "dev.pitboard.discord..",
        "dev.pitboard.telegram..",
        "dev.pitboard.terminal..",
        "dev.pitboard.config..",
        "dev.pitboard.metrics.."
    };

    @Test
    void theGlossaryKnowsNothingButJava() {
        classes()
                .that()
                .resideInAnyPackage("dev.pitboard.motorsport..", "dev.pitboard.card..", "dev.pitboard.chat..")
                .should()
                .onlyDependOnClassesThat(resideIn(
                        "java..",
                        "org.jspecify..",
                        "dev.pitboard.motorsport..",
                        "dev.pitboard.card..",
                        "dev.pitboard.chat.."))
                .check(CODE);
    }

    @Test
    void readingATimetableKnowsTheSportAndNothingElse() {
        classes()
                .that()
                .resideInAPackage("dev.pitboard.reading..")
                .should()
                .onlyDependOnClassesThat(resideIn(
                        "java..",
                        "org.jspecify..",
                        "dev.pitboard.reading..",
                        "dev.pitboard.motorsport..",
                        "biweekly..",
                        "com.fasterxml.jackson.."))
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage("dev.pitboard.reading..")
                .and()
                .resideOutsideOfPackage("dev.pitboard.reading.json..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson..")
                .check(CODE);
    }

    @Test
    void readersOfOneFormatDoNotKnowThoseOfAnother() {
        slices().matching("dev.pitboard.reading.(calendar|json|table)..")
                .should()
                .notDependOnEachOther()
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage("dev.pitboard.reading.text..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.pitboard.reading.calendar..",
                        "dev.pitboard.reading.json..",
                        "dev.pitboard.reading.table..")
                .check(CODE);
    }

    @Test
    void importingKnowsReadingTheTimetableAndItsRevisions() {
        classes()
                .that()
                .resideInAPackage("dev.pitboard.importing..")
                .should()
                .onlyDependOnClassesThat(resideIn(
                        "java..",
                        "org.jspecify..",
                        "dev.pitboard.importing..",
                        "dev.pitboard.reading..",
                        "dev.pitboard.motorsport..",
                        "dev.pitboard.revision..",
                        "dev.pitboard.notice..",
                        "dev.pitboard.subscription..",
                        "dev.pitboard.command..",
                        "dev.pitboard.card..",
                        "dev.pitboard.chat.."))
                .check(CODE);
    }

    @Test
    void motorsportAndCardsDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("dev.pitboard.motorsport..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.pitboard.card..", "dev.pitboard.chat..")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage("dev.pitboard.card..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.pitboard.motorsport..", "dev.pitboard.chat..")
                .check(CODE);
    }

    @Test
    void whereTimesComeFromIsToldFromTheGlossaryAlone() {
        classes()
                .that()
                .resideInAPackage("dev.pitboard.sources..")
                .should()
                .onlyDependOnClassesThat(resideIn(
                        "java..",
                        "org.jspecify..",
                        "dev.pitboard.sources..",
                        "dev.pitboard.motorsport..",
                        "dev.pitboard.card.."))
                .check(CODE);
    }

    @Test
    void nothingDependsOnTheEdgeButTheProgramItself() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.pitboard")
                .and()
                .resideOutsideOfPackages(EDGE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(EDGE)
                .check(CODE);
    }

    @Test
    void edgesDoNotKnowEachOther() {
        slices().matching("dev.pitboard.(seasons|store|quartz|discord|telegram|terminal|config|metrics)..")
                .should()
                .notDependOnEachOther()
                .check(CODE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.pitboard.(**)").should().beFreeOfCycles().check(CODE);
    }

    @TestFactory
    java.util.stream.Stream<DynamicTest> eachLibraryHasOneHome() {
        return java.util.stream.Stream.of(
                home("the YAML parser", "dev.pitboard.seasons..", "org.snakeyaml.."),
                home(
                        "SQL",
                        "dev.pitboard.store..",
                        "java.sql..",
                        "org.jdbi..",
                        "org.flywaydb..",
                        "com.zaxxer..",
                        "org.sqlite..",
                        "org.postgresql.."),
                home("Quartz", "dev.pitboard.quartz..", "org.quartz.."),
                home(
                        "the iCalendar library",
                        "dev.pitboard.reading.calendar..",
                        "biweekly..",
                        "com.github.mangstadt.."),
                home("JDA", "dev.pitboard.discord..", "net.dv8tion.."),
                home("the Telegram client", "dev.pitboard.telegram..", "com.pengrad..", "com.google.gson.."),
                home("Micrometer", "dev.pitboard.metrics..", "io.micrometer..", "io.prometheus.."),
                home("JLine", "dev.pitboard.terminal..", "org.jline.."),
                home("picocli", "dev.pitboard", "picocli.."));
    }

    @Test
    void theClockIsReadInTheCompositionRootOnly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.pitboard.Main")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CODE);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Service|Dto)")
                .because("those words fit anything")
                .check(CODE);
    }

    private static DynamicTest home(String library, String home, String... packages) {
        return DynamicTest.dynamicTest(
                library + " is at home in " + home,
                () -> noClasses()
                        .that()
                        .resideOutsideOfPackage(home)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(packages)
                        .check(CODE));
    }

    private static DescribedPredicate<JavaClass> resideIn(String... packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages);
    }
}
