package thalweg.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;
import thalweg.catalog.Choice;
import thalweg.catalog.KnobInfo;
import thalweg.experiment.Experiments;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.objective.Objectives;
import thalweg.optimizer.Optimizers;
import thalweg.paint.Composition;
import thalweg.paint.Formulary;
import thalweg.view.RunsPanel;

/**
 * What the build works out beforehand, so that no start has to: style sheets as JavaFX reads them, which it takes by itself where they lie beside the
 * text, and the formulas of the first window and of pictures of named functions.
 */
final class Preparation {
    private static final String SHEET = ".css";

    private Preparation() {
    }

    /**
     * Prepares all.
     *
     * @param args the folder of classes and resources, and the folder to write to, which is laid over it in the program's jar
     */
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        styles(Path.of(args[0]), Path.of(args[1]));
        formulas(Path.of(args[1]));
    }

    /** Parses every style sheet of the window. */
    static void styles(Path resources, Path to) throws IOException {
        Path folder = Path.of("thalweg", "view");
        Files.createDirectories(to.resolve(folder));
        for (Path sheet : sheets(resources.resolve(folder))) {
            String name = sheet.getFileName().toString().replace(SHEET, ".bss");
            Stylesheet.convertToBinary(sheet.toFile(), to.resolve(folder).resolve(name).toFile());
        }
    }

    /** Sets what the tiles of the first window show, the letters beside its knobs and numbers, and the title of a picture of any function. */
    private static void formulas(Path to) throws IOException {
        Frame frame = Frames.frame(Experiments.first());
        Stream<String> knobs = Stream.concat(Optimizers.CATALOG.choices().stream(), Objectives.CATALOG.choices().stream())
                .flatMap(c -> c.knobs().stream()).map(KnobInfo::symbol).filter(s -> !s.isEmpty());
        Path folder = Files.createDirectories(to.resolve(Path.of("thalweg", "paint")));
        Stream<String> titles = Objectives.CATALOG.choices().stream().map(Choice::latex).filter(latex -> !latex.isEmpty()).map(Composition::title);
        Formulary.write(folder, frame, Stream.of(knobs, RunsPanel.formulas().stream(),
                Stream.of(frame.scene().objective().appearance().latex()), titles).flatMap(s -> s).toList());
    }

    private static List<Path> sheets(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(SHEET)).sorted().toList();
        }
    }
}
