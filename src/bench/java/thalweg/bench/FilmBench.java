package thalweg.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiments;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.export.Exports;
import thalweg.export.Film;
import thalweg.export.Picture;
import thalweg.export.Progress;

/**
 * A film of 300 pictures of 1280 x 720 pixels, contour and surface with six paths, painted and written on two cores: at most 15 s as GIF and
 * 30 s as MP4. {@code turn} lets the surface turn, so that half of every picture changes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
public class FilmBench {
    @Param({".gif", ".mp4"})
    public String ending;

    @Param({"0", "90"})
    public double turn;

    private final ExecutorService painting = Executors.newFixedThreadPool(2);
    private Frame frame;
    private Path folder;

    @Setup
    public void scene() throws IOException {
        frame = Frames.frame(Experiments.first(Spec.of("rosenbrock")));
        folder = Files.createTempDirectory("film");
    }

    @TearDown
    public void away() throws IOException {
        painting.shutdown();
        Files.deleteIfExists(folder.resolve("a" + ending));
        Files.delete(folder);
    }

    @Benchmark
    public long film() throws IOException {
        Path file = folder.resolve("a" + ending);
        Exports.film(frame, Picture.of(List.of("contour", "surface"), 1280, 720), new Film(0, 299, 1, 25, 0, turn), file, painting, Progress.NONE);
        return Files.size(file);
    }
}
