package thalweg;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The map of the packages, checked against the byte code. A new package or edge is a decision: change this table and the package's page together. */
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("thalweg");

    /** Java's own packages that only some may use; all the rest of java.base is free. */
    private static final List<String> GUARDED =
            List.of("java.awt", "javax.imageio", "javax.swing", "java.lang.classfile", "java.util.prefs", "java.net");

    /** From the innermost to the outermost, for those packages that may use all below them. */
    private static final List<String> ORDER =
            List.of("math", "catalog", "formula", "data", "objective", "network", "optimizer", "descent", "comparison", "slice", "experiment",
                    "lesson",
            "paint", "export", "session", "view", "cli", "app");

    /** What each package may use besides itself and java.base. */
    private static final Map<String, Set<String>> MAP = Map.ofEntries(
            Map.entry("math", Set.of("org.ejml", "jdk.incubator.vector")),
            Map.entry("catalog", Set.of()),
            Map.entry("formula", Set.of("math", "java.lang.classfile")),
            Map.entry("data", Set.of("math", "catalog", "de.siegmar.fastcsv", "io.jhdf")),
            Map.entry("objective", Set.of("math", "catalog", "formula", "data")),
            Map.entry("network", Set.of("math", "catalog", "objective", "data")),
            Map.entry("optimizer", Set.of("math", "catalog", "data", "objective")),
            Map.entry("descent", Set.of("math", "objective", "optimizer")),
            Map.entry("comparison", Set.of("math", "objective", "optimizer", "descent")),
            Map.entry("slice", Set.of("math", "catalog", "data", "objective", "network", "descent")),
            Map.entry("experiment", with(below("experiment"), "tools.jackson")),
            Map.entry("lesson", Set.of("catalog", "experiment")),
            Map.entry("paint", with(below("paint"), "java.awt", "javax.imageio", "org.jfree", "org.scilab.forge.jlatexmath")),
            Map.entry("export", with(below("export"), "java.awt", "javax.imageio", "javax.xml", "org.w3c.dom", "org.apache.batik.svggen",
                    "org.apache.pdfbox", "de.rototor.pdfbox.graphics2d", "org.jcodec")),
            Map.entry("session", with(below("session"), "javafx.beans", "javafx.collections")),
            Map.entry("view", with(below("view"), "session", "java.awt", "java.net", "javafx", "atlantafx", "org.kordamp.ikonli")),
            Map.entry("cli", with(below("session"), "picocli")),
            Map.entry("app", with(below("app"), "javafx", "atlantafx", "org.kordamp.ikonli")));

    private static Set<String> below(String part) {
        return new HashSet<>(ORDER.subList(0, ORDER.indexOf(part)));
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    static Set<String> packages() {
        return CODE.stream().map(JavaClass::getPackageName).filter(p -> p.contains(".")).map(ArchitectureTest::part)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyPackageIsOnTheMap() {
        assertEquals(new TreeSet<>(MAP.keySet()), packages());
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packageUsesOnlyWhatTheMapAllows(String from) {
        Set<String> wrong = new TreeSet<>();
        int seen = 0;
        for (JavaClass c : CODE.that(resideInAPackage("thalweg." + from + ".."))) {
            for (Dependency d : c.getDirectDependenciesFromSelf()) {
                seen++;
                String target = d.getTargetClass().getBaseComponentType().getPackageName();
                String to = target.startsWith("thalweg.") ? part(target) : target;
                boolean base = to.isEmpty() || to.startsWith("java.") && GUARDED.stream().noneMatch(to::startsWith);
                if (!base && !to.equals(from) && MAP.get(from).stream().noneMatch(may -> to.equals(may) || to.startsWith(may + "."))) {
                    wrong.add(d.getDescription());
                }
            }
        }
        assertTrue(seen > 0, "no dependency of '" + from + "' was looked at");
        assertEquals(Set.of(), wrong);
    }

    /**
     * Work in progress, owned by one thread: the memory of a run, and readers and builders that live within one call. All else below session is a
     * value.
     */
    private static final Set<String> WORKING_MEMORY =
            Set.of("thalweg.optimizer.State", "thalweg.optimizer.TermSyntax", "thalweg.catalog.SpecReader", "thalweg.formula.Lexer",
            "thalweg.formula.Parser", "thalweg.formula.Term", "thalweg.experiment.RunSyntax", "thalweg.paint.MeshBuilder",
            "thalweg.paint.MapPath", "thalweg.export.Gif", "thalweg.paint.Draper", "thalweg.paint.PixelPen", "thalweg.math.Krylov");

    @Test
    void valuesNeverChange() {
        classes().that().resideInAnyPackage(packagesBelow("session"))
                .and(com.tngtech.archunit.base.DescribedPredicate.describe("are no working memory",
                        (JavaClass c) -> !WORKING_MEMORY.contains(outermost(c))))
                .should().haveOnlyFinalFields()
                .because("values need no locks, copies or listeners").check(CODE);
    }

    @Test
    void timeAndChanceAreArguments() {
        noClasses().that().resideInAnyPackage(packagesBelow("session"))
                .should().callMethod(System.class, "nanoTime").orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(Math.class, "random").orShould().callMethod(java.time.Instant.class, "now")
                .orShould().dependOnClassesThat().belongToAnyOf(java.util.Random.class, java.util.concurrent.ThreadLocalRandom.class,
                        java.security.SecureRandom.class)
                .because("equal experiments give equal pictures, on every machine").check(CODE);
    }

    @Test
    void nobodyBelowSessionStartsThreads() {
        noClasses().that().resideInAnyPackage(packagesBelow("session"))
                .should().dependOnClassesThat().belongToAnyOf(Thread.class, java.util.concurrent.Executors.class,
                        java.util.concurrent.ForkJoinPool.class)
                .orShould().callMethod(CompletableFuture.class, "runAsync", Runnable.class)
                .orShould().callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
                .because("executors are arguments, so tests run everything inline").check(CODE);
    }

    @Test
    void onlyMainNamesTheStandardStreams() {
        noClasses().that().resideOutsideOfPackage("thalweg.app..").should().accessField(System.class, "out")
                .orShould().accessField(System.class, "err").because("what is printed is an argument").check(CODE);
    }

    @Test
    void optimizersAndSchedulesAreRecords() {
        classes().that().areNotInterfaces().and().implement(thalweg.optimizer.Optimizer.class).should().beRecords().check(CODE);
        classes().that().areNotInterfaces().and().implement(thalweg.optimizer.Schedule.class).should().beRecords().check(CODE);
    }

    private static String[] packagesBelow(String part) {
        return below(part).stream().map(p -> "thalweg." + p + "..").toArray(String[]::new);
    }

    private static String outermost(JavaClass c) {
        String name = c.getName();
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    private static String part(String packageName) {
        return packageName.split("\\.")[1];
    }
}
