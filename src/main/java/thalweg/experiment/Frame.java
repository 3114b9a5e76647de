package thalweg.experiment;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import thalweg.math.Grid;
import thalweg.slice.Soundness;

/**
 * All that a painter needs for one picture; immutable, handed over whole.
 *
 * @param experiment what was asked for
 * @param scene what it means
 * @param grid values over the slice
 * @param tracks one per run of the experiment, in its order, hidden ones included
 * @param step where the playhead stands, 0 to {@link #last()}
 * @param hover the iterate under the pointer
 * @param beside along a random line: values over the same range along other draws that are shown with it
 * @param soundness what was found when the picture was checked, as soon as it was
 * @param curvatures what is known of how the cost curves, which is found on demand
 * @param surveys comparisons of many runs, as far as views have asked for them
 * @param variants the frames of the experiment's variants, as far as they are there; they are what is shown then
 * @param kin of a variant: values of the same cost, in steps of the same scale, in the variants beside it, so that one height is one J in all
 * @param coarse whether the grid is a first one, of some nodes or some samples only, and a finer one is on its way
 */
public record Frame(Experiment experiment, Scene scene, Grid grid, List<Track> tracks, int step, Optional<Hover> hover, List<Grid> beside,
        Optional<Soundness> soundness, Curvatures curvatures, Surveys surveys, List<Frame> variants, List<Grid> kin, boolean coarse) {
    public Frame {
        tracks = List.copyOf(tracks);
        beside = List.copyOf(beside);
        variants = List.copyOf(variants);
        kin = List.copyOf(kin);
    }

    /** Of one slice, not checked. */
    public Frame(Experiment experiment, Scene scene, Grid grid, List<Track> tracks, int step, Optional<Hover> hover) {
        this(experiment, scene, grid, tracks, step, hover, List.of(), Optional.empty(), Curvatures.NONE, Surveys.NONE, List.of(), List.of(), false);
    }

    public Frame withSurveys(Surveys changed) {
        return new Frame(experiment, scene, grid, tracks, step, hover, beside, soundness, curvatures, changed, variants, kin, coarse);
    }

    /** Indices of the tracks that are not hidden. */
    public List<Integer> shown() {
        return IntStream.range(0, tracks.size()).filter(i -> !tracks.get(i).run().hidden()).boxed().toList();
    }

    /** Index of the track that views of one place show: the selected one if it is shown, or else the first that is. */
    public Optional<Integer> foremost() {
        return experiment.look().foremost(shown());
    }

    /** The last step of the longest track, those of variants included; 0 without tracks. */
    public int last() {
        int own = tracks.stream().mapToInt(t -> t.trajectory().last()).max().orElse(0);
        return variants.stream().mapToInt(Frame::last).reduce(own, Math::max);
    }

    public Frame at(int newStep) {
        return new Frame(experiment, scene, grid, tracks, newStep, hover, beside, soundness, curvatures, surveys, each(v -> v.at(newStep)), kin,
                coarse);
    }

    public Frame withHover(Optional<Hover> changed) {
        return new Frame(experiment, scene, grid, tracks, step, changed, beside, soundness, curvatures, surveys, each(v -> v.withHover(changed)), kin,
                coarse);
    }

    public Frame withLook(Look look) {
        return new Frame(experiment.withLook(look), scene, grid, tracks, step, hover, beside, soundness, curvatures, surveys,
                each(v -> v.withLook(look)), kin, coarse);
    }

    /** The same numbers under another experiment's looks and its tracks. */
    public Frame relabelled(Experiment changed, List<Track> relabelled) {
        return new Frame(changed, scene, grid, relabelled, step, hover, beside, soundness, curvatures, surveys, variants, kin, coarse);
    }

    public Frame withScene(Scene changed) {
        return new Frame(experiment, changed, grid, tracks, step, hover, beside, soundness, curvatures, surveys, variants, kin, coarse);
    }

    public Frame withBeside(List<Grid> changed) {
        return new Frame(experiment, scene, grid, tracks, step, hover, changed, soundness, curvatures, surveys, variants, kin, coarse);
    }

    public Frame withSoundness(Optional<Soundness> changed) {
        return new Frame(experiment, scene, grid, tracks, step, hover, beside, changed, curvatures, surveys, variants, kin, coarse);
    }

    public Frame withCurvatures(Curvatures changed) {
        return new Frame(experiment, scene, grid, tracks, step, hover, beside, soundness, changed, surveys, variants, kin, coarse);
    }

    /** The same with a grid that is but a first one. */
    public Frame asCoarse() {
        return new Frame(experiment, scene, grid, tracks, step, hover, beside, soundness, curvatures, surveys, variants, kin, true);
    }

    public Frame withVariants(List<Frame> changed) {
        return new Frame(experiment, scene, grid, tracks, step, hover, beside, soundness, curvatures, surveys,
                changed.stream().map(own -> own.withKin(changed.stream().filter(v -> v != own && v.isOfTheCostOf(own)).map(Frame::grid).toList()))
                        .toList(), kin, coarse);
    }

    private Frame withKin(List<Grid> changed) {
        return new Frame(experiment, scene, grid, tracks, step, hover, beside, soundness, curvatures, surveys, variants, changed, coarse);
    }

    private boolean isOfTheCostOf(Frame other) {
        return experiment.subject().equals(other.experiment.subject()) && scene.slice().dimension() == other.scene.slice().dimension()
                && experiment.slicing().normalisation().equals(other.experiment.slicing().normalisation());
    }

    private List<Frame> each(UnaryOperator<Frame> change) {
        return variants.stream().map(change).toList();
    }

    /** Whether another frame shows the same values and paths, as the same objects, so that what was found out about one holds for the other. */
    public boolean isOf(Frame other) {
        return grid == other.grid && tracks.size() == other.tracks.size()
                && IntStream.range(0, tracks.size()).allMatch(i -> tracks.get(i).trajectory() == other.tracks.get(i).trajectory()
                        && tracks.get(i).name().equals(other.tracks.get(i).name())
                        && tracks.get(i).run().hidden() == other.tracks.get(i).run().hidden());
    }
}
