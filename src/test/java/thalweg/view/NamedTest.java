package thalweg.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import thalweg.catalog.Catalog;
import thalweg.catalog.Choice;
import thalweg.catalog.KnobInfo;
import thalweg.data.DataSources;
import thalweg.export.Preset;
import thalweg.network.Models;
import thalweg.objective.Objectives;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Schedules;
import thalweg.paint.ViewKind;
import thalweg.paint.Views;
import thalweg.slice.DirectionKinds;
import thalweg.slice.Origins;

class NamedTest {
    private static final List<Catalog<?>> CATALOGS =
            List.of(Objectives.CATALOG, Optimizers.CATALOG, Schedules.CATALOG, DataSources.CATALOG, Models.CATALOG,
            DirectionKinds.CATALOG, Origins.CATALOG);

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @AfterEach
    void restore() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    private static Properties german() throws IOException {
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src/main/resources/thalweg/session/Catalog_de.properties"), StandardCharsets.UTF_8)) {
            read.load(in);
        }
        return read;
    }

    @Test
    void everyGermanNameBelongsToSomethingThatIsThere() throws IOException {
        Set<String> known = new HashSet<>();
        for (Catalog<?> catalog : CATALOGS) {
            String kind = catalog.kind().replace(' ', '-');
            for (Choice<?> choice : catalog.choices()) {
                String own = kind + "." + choice.id();
                known.addAll(List.of(own, own + ".help", "group." + choice.group().toLowerCase(Locale.ROOT).replace(' ', '-')));
                for (KnobInfo knob : choice.knobs()) {
                    known.addAll(List.of(own + "." + knob.name(), own + "." + knob.name() + ".help", "knob." + knob.name(),
                            "knob." + knob.name() + ".help"));
                }
            }
        }
        Views.ALL.forEach(v -> known.add("view." + v.id()));
        Preset.ids().forEach(p -> known.add("preset." + p));
        Set<String> stale = new TreeSet<>(german().stringPropertyNames());
        stale.removeAll(known);
        stale.removeIf(key -> key.startsWith("loss.") || key.startsWith("norms."));
        assertEquals(Set.of(), stale);
    }

    @Test
    void whatIsSharedByKnobsOfOneNameIsTheSameInEnglish() throws IOException {
        Properties german = german();
        Map<String, Set<String>> english = new HashMap<>();
        for (Catalog<?> catalog : CATALOGS) {
            for (Choice<?> choice : catalog.choices()) {
                for (KnobInfo knob : choice.knobs()) {
                    String own = catalog.kind().replace(' ', '-') + "." + choice.id() + "." + knob.name();
                    if (german.getProperty(own + ".help") == null && german.getProperty("knob." + knob.name() + ".help") != null) {
                        english.computeIfAbsent(knob.name(), _ -> new TreeSet<>()).add(knob.help());
                    }
                }
            }
        }
        assertTrue(english.size() > 5);
        english.forEach((name, texts) -> assertEquals(1, texts.size(), name + ": " + texts));
    }

    /** A new entry may come without German; most must have it. */
    @Test
    void nearlyAllHelpIsInGerman() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
        Set<String> lacking = new TreeSet<>();
        int all = 0;
        for (Catalog<?> catalog : CATALOGS) {
            for (Choice<?> choice : catalog.choices()) {
                all++;
                if (Named.help(catalog, choice).equals(choice.help())) {
                    lacking.add(catalog.kind() + " " + choice.id());
                }
                for (KnobInfo knob : choice.knobs()) {
                    all++;
                    if (!knob.help().isEmpty() && Named.knob(catalog, choice, knob).help().equals(knob.help())) {
                        lacking.add(catalog.kind() + " " + choice.id() + " " + knob.name());
                    }
                }
            }
        }
        assertTrue(lacking.size() < 0.05 * all, lacking.size() + " of " + all + ": " + lacking);
    }

    @Test
    void theOwnWordsOfAnEntryComeBeforeThoseItShares() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
        Choice<?> adamax = Optimizers.CATALOG.choice("adamax");
        List<String> labels = adamax.knobs().stream().map(k -> Named.knob(Optimizers.CATALOG, adamax, k).label()).toList();
        assertEquals(List.of("Lernrate", "Abklingen des Mittels", "Abklingen der Spitze", "Epsilon"), labels);
        ViewKind contour = Views.of("contour");
        assertEquals("Höhenlinien", Named.view(contour));
        assertEquals("Täler", Named.group(Objectives.CATALOG.choice("rosenbrock").group()));
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        assertEquals(List.of("learning rate", "decay of the mean", "decay of the peak", "epsilon"),
                adamax.knobs().stream().map(k -> Named.knob(Optimizers.CATALOG, adamax, k).label()).toList());
        assertEquals("Contour", Named.view(contour));
    }
}
