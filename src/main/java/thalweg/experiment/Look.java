package thalweg.experiment;

import java.util.List;
import java.util.Optional;
import thalweg.math.Range;

/**
 * How an experiment is shown: everything that changes pictures and nothing that changes numbers.
 *
 * @param tiles ids of the views on screen, row by row: {@code contour}, {@code surface}, {@code loss} ...
 * @param layout id: {@code 1}, {@code 1x2}, {@code 2x2}, {@code 2x3}, {@code per-run}
 * @param window ranges of the slice seen; empty: the objective's own
 * @param colormap {@code viridis}, {@code magma}, {@code cividis}, {@code grey}, each also with {@code -reversed}
 * @param scale how values become colours and levels
 * @param height how values become heights
 * @param exaggeration factor on the height of the surface, 1 is normal
 * @param levels wanted number of contour levels, 0: chosen for the function
 * @param camera where the surface is seen from
 * @param measure what the loss chart shows
 * @param lossScale its vertical axis
 * @param gradientArrows whether the gradient is drawn at the playhead
 * @param memoryArrows whether the rule's memory is
 * @param polar whether the gradient arrow is split in its polar components
 * @param criticalPoints whether minima, maxima and saddles are marked
 * @param selected index of the run selected, -1 none
 * @param focus what views of learning look at
 * @param curving what is asked of the curvature
 */
public record Look(List<String> tiles, String layout, List<Range> window, String colormap, Scale scale, Scale height, double exaggeration,
        int levels, Camera camera, Measure measure, Scale lossScale, boolean gradientArrows, boolean memoryArrows, boolean polar,
        boolean criticalPoints, int selected, Focus focus, Curving curving) {

    /** A scale; AUTO lets the program choose for the values at hand. */
    public enum Scale { AUTO, LINEAR, LOG }

    /**
     * What the loss chart shows: J, its distance from the best value known, the length of the gradient, or the part of the samples whose
     * class is found.
     */
    public enum Measure { LOSS, GAP, GRADIENT_NORM, ACCURACY }

    /**
     * The ids that {@link #tiles} may hold; painters for them are listed in the same order where pictures are drawn, and a test compares.
     */
    public static final List<String> VIEWS = List.of("contour", "surface", "curve", "fit", "loss", "table", "update", "network",
            "gradient-check", "samples", "weights", "soundness", "spectrum",
            "sharpness", "basins", "rates", "sweep", "bands");
    public static final List<String> LAYOUTS = List.of("1", "1x2", "2x2", "2x3", "per-run");
    public static final List<String> COLORMAPS = List.of("viridis", "viridis-reversed", "magma", "magma-reversed", "cividis",
            "cividis-reversed", "grey", "grey-reversed");

    public static final Look DEFAULT = new Look(List.of("contour", "surface", "loss", "table"), "2x2", List.of(), "viridis", Scale.AUTO,
            Scale.AUTO, 1, 0, Camera.HOME, Measure.LOSS, Scale.AUTO, false, false, false, true, -1,
            Focus.DEFAULT, Curving.DEFAULT);

    public Look {
        tiles = List.copyOf(tiles);
        window = List.copyOf(window);
    }

    /** How many views the layout has room for. */
    public int room() {
        return switch (layout) {
            case "1", "per-run" -> 1;
            case "1x2" -> 2;
            case "2x2" -> 4;
            default -> 6;
        };
    }

    /** The views that the layout has room for. */
    public List<String> shown() {
        return tiles.stream().limit(room()).toList();
    }

    /** Of these runs or tracks, by their indices, the selected one if it is among them, or else the first. */
    public Optional<Integer> foremost(List<Integer> shown) {
        return shown.contains(selected) ? Optional.of(selected) : shown.stream().findFirst();
    }

    public Look withTiles(List<String> changed) {
        return new Look(changed, layout, window, colormap, scale, height, exaggeration, levels, camera, measure, lossScale,
                gradientArrows, memoryArrows, polar, criticalPoints, selected, focus, curving);
    }

    public Look withLayout(String changed) {
        return new Look(tiles, changed, window, colormap, scale, height, exaggeration, levels, camera, measure, lossScale,
                gradientArrows, memoryArrows, polar, criticalPoints, selected, focus, curving);
    }

    public Look withWindow(List<Range> changed) {
        return new Look(tiles, layout, changed, colormap, scale, height, exaggeration, levels, camera, measure, lossScale,
                gradientArrows, memoryArrows, polar, criticalPoints, selected, focus, curving);
    }

    public Look withColormap(String changed) {
        return new Look(tiles, layout, window, changed, scale, height, exaggeration, levels, camera, measure, lossScale,
                gradientArrows, memoryArrows, polar, criticalPoints, selected, focus, curving);
    }

    public Look withScale(Scale changed) {
        return new Look(tiles, layout, window, colormap, changed, height, exaggeration, levels, camera, measure, lossScale,
                gradientArrows, memoryArrows, polar, criticalPoints, selected, focus, curving);
    }

    public Look withHeight(Scale changed) {
        return new Look(tiles, layout, window, colormap, scale, changed, exaggeration, levels, camera, measure, lossScale,
                gradientArrows, memoryArrows, polar, criticalPoints, selected, focus, curving);
    }

    public Look withExaggeration(double changed) {
        return new Look(tiles, layout, window, colormap, scale, height, changed, levels, camera, measure, lossScale, gradientArrows,
                memoryArrows, polar, criticalPoints, selected, focus, curving);
    }

    public Look withLevels(int changed) {
        return new Look(tiles, layout, window, colormap, scale, height, exaggeration, changed, camera, measure, lossScale,
                gradientArrows, memoryArrows, polar, criticalPoints, selected, focus, curving);
    }

    public Look withCamera(Camera changed) {
        return new Look(tiles, layout, window, colormap, scale, height, exaggeration, levels, changed, measure, lossScale,
                gradientArrows, memoryArrows, polar, criticalPoints, selected, focus, curving);
    }

    public Look withMeasure(Measure changed) {
        return new Look(tiles, layout, window, colormap, scale, height, exaggeration, levels, camera, changed, lossScale,
                gradientArrows, memoryArrows, polar, criticalPoints, selected, focus, curving);
    }

    public Look withLossScale(Scale changed) {
        return new Look(tiles, layout, window, colormap, scale, height, exaggeration, levels, camera, measure, changed, gradientArrows,
                memoryArrows, polar, criticalPoints, selected, focus, curving);
    }

    public Look withGradientArrows(boolean changed) {
        return new Look(tiles, layout, window, colormap, scale, height, exaggeration, levels, camera, measure, lossScale, changed,
                memoryArrows, polar, criticalPoints, selected, focus, curving);
    }

    public Look withMemoryArrows(boolean changed) {
        return new Look(tiles, layout, window, colormap, scale, height, exaggeration, levels, camera, measure, lossScale,
                gradientArrows, changed, polar, criticalPoints, selected, focus, curving);
    }

    public Look withPolar(boolean changed) {
        return new Look(tiles, layout, window, colormap, scale, height, exaggeration, levels, camera, measure, lossScale,
                gradientArrows, memoryArrows, changed, criticalPoints, selected, focus, curving);
    }

    public Look withCriticalPoints(boolean changed) {
        return new Look(tiles, layout, window, colormap, scale, height, exaggeration, levels, camera, measure, lossScale,
                gradientArrows, memoryArrows, polar, changed, selected, focus, curving);
    }

    public Look withSelected(int changed) {
        return new Look(tiles, layout, window, colormap, scale, height, exaggeration, levels, camera, measure, lossScale,
                gradientArrows, memoryArrows, polar, criticalPoints, changed, focus, curving);
    }

    public Look withFocus(Focus changed) {
        return new Look(tiles, layout, window, colormap, scale, height, exaggeration, levels, camera, measure, lossScale,
                gradientArrows, memoryArrows, polar, criticalPoints, selected, changed, curving);
    }

    public Look withCurving(Curving changed) {
        return new Look(tiles, layout, window, colormap, scale, height, exaggeration, levels, camera, measure, lossScale,
                gradientArrows, memoryArrows, polar, criticalPoints, selected, focus, changed);
    }
}
