package thalweg.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import thalweg.math.Grid;
import thalweg.math.Vec;
import thalweg.objective.Maximised;
import thalweg.objective.Objective;
import thalweg.slice.Curvature;
import thalweg.slice.CurvatureSearch;
import thalweg.slice.LeastEigenvalue;
import thalweg.slice.Progress;
import thalweg.slice.Sharpness;
import thalweg.slice.Slices;

/**
 * What the views on show ask of the curvature. It is found on demand: much of it takes longer than the runs themselves.
 *
 * @param point the curvature where the playhead stands
 * @param along the sharpness along every run that is shown
 * @param map the smallest eigenvalue over the slice
 */
public record Inquiry(boolean point, boolean along, boolean map) {
    /** Id of the view of a spectrum, and of the one of the sharpness. */
    public static final String SPECTRUM = "spectrum";
    public static final String SHARPNESS = "sharpness";

    /** Nodes per side of a map of eigenvalues of a model, each of which takes some ten to a hundred gradients. */
    private static final int NODES_OF_A_STUDY = 49;

    /** Of starting vectors and probes; the same for every experiment, whose own seed is for what it learns. */
    private static final long SEED = 1;

    /** What these views ask for under this look. */
    public static Inquiry of(Collection<String> views, Look look) {
        return new Inquiry(views.contains(SPECTRUM), views.contains(SHARPNESS), look.curving().map() && views.contains("contour"));
    }

    public boolean isNothing() {
        return !point && !along && !map;
    }

    /** The frame with all that is asked for at its step; what it knows already is not sought again. */
    public Frame answered(Frame frame, BooleanSupplier cancelled) {
        if (!frame.variants().isEmpty()) {
            return frame.withVariants(frame.variants().stream().map(v -> answered(v, cancelled)).toList());
        }
        Curvatures known = frame.curvatures();
        Curving curving = frame.experiment().look().curving();
        try {
            Curvatures.Point looked = Curvatures.looked(frame);
            if (point && !known.points().containsKey(looked)) {
                known = known.with(looked, curvature(frame.scene().objective(), theta(frame, looked), curving, cancelled, _ -> { }, _ -> { }));
            }
            for (int i = 0; i < frame.tracks().size() && along; i++) {
                Track track = frame.tracks().get(i);
                if (!track.run().hidden() && !known.along().containsKey(i)) {
                    List<Sharpness> found = new ArrayList<>(Sharpness.along(descended(frame), track.trajectory(),
                            Curvatures.steps(track.trajectory().last(), curving.stretches()), search(curving), cancelled, _ -> { }));
                    found.sort(Comparator.comparingInt(Sharpness::step));
                    known = known.withAlong(i, found);
                }
            }
            if (map && known.least().isEmpty() && frame.scene().slice().dimension() == 2) {
                known = known.withLeast(Optional.of(map(frame.scene(), curving, Optional.empty(), Runnable::run, 0, cancelled, _ -> { })));
            }
        } catch (IllegalArgumentException e) {
            known = known.withRefusal(e.getMessage());
        }
        return frame.withCurvatures(known);
    }

    /** What the runs of a frame descend: J, or its negative if they climb. */
    public static Objective descended(Frame frame) {
        Objective j = frame.scene().objective();
        return frame.experiment().maximise() ? new Maximised(j) : j;
    }

    /** Where a point lies. */
    public static Vec theta(Frame frame, Curvatures.Point point) {
        return point.track() == Curvatures.START ? frame.scene().start() : frame.tracks().get(point.track()).trajectory().theta(point.step());
    }

    /**
     * The curvature at a point, without eigenvectors, which would fill the memory with many points kept.
     *
     * @param progress told the part done
     * @param sofar given what is known before the end
     * @throws IllegalArgumentException if the objective has no Hessian
     */
    public static Curvature curvature(Objective f, Vec at, Curving curving, BooleanSupplier cancelled, DoubleConsumer progress,
            Consumer<Curvature> sofar) {
        CurvatureSearch search = curving.search(f.dimension(), SEED);
        return search.of(f, at, cancelled, p -> progress.accept(Math.min(1, (double) p.products() / p.most())),
                part -> sofar.accept(part.withoutVectors())).withoutVectors();
    }

    /** How sharpnesses along runs are sought: the largest eigenvalue alone. */
    public static CurvatureSearch search(Curving curving) {
        return curving.search(1, SEED);
    }

    /**
     * The smallest eigenvalue over a slice of two directions, coarse to fine.
     *
     * @param known of the same map, where a search that was cancelled left it
     * @param helpers how many tasks to hand to the executor
     * @throws IllegalArgumentException if the objective has no Hessian
     */
    public static Grid map(Scene scene, Curving curving, Optional<Grid> known, Executor executor, int helpers, BooleanSupplier cancelled,
            Progress progress) {
        int nodes = scene.objective().dimension() <= 2 ? Frames.NODES : NODES_OF_A_STUDY;
        LeastEigenvalue least = new LeastEigenvalue(scene.objective(), curving.searchForMap(SEED));
        return known.isPresent() ? Slices.resume(least, scene.slice(), known.get(), nodes, nodes, executor, helpers, cancelled, progress)
                : Slices.sample(least, scene.slice(), nodes, nodes, executor, helpers, cancelled, progress);
    }
}
