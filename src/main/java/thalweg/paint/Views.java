package thalweg.paint;

import java.util.List;
import thalweg.catalog.SpecException;

/** The views that a tile can show; the order is the order of the menu. */
public final class Views {
    public static final List<ViewKind> ALL = List.of(
            new ViewKind("contour", "Contour", ContourPainter::new),
            new ViewKind("surface", "Surface", SurfacePainter::new),
            new ViewKind("curve", "Curve", CurvePainter::new),
            new ViewKind("fit", "Fit", FitPainter::new),
            new ViewKind("loss", "Loss", LossPainter::new),
            new ViewKind("table", "Step", TablePainter::new),
            new ViewKind("update", "Update", UpdatePainter::new),
            new ViewKind("network", "Network", NetworkPainter::new),
            new ViewKind("gradient-check", "Gradient check", GradientCheckPainter::new),
            new ViewKind("samples", "Table", SamplesPainter::new),
            new ViewKind("weights", "Weights", WeightsPainter::new),
            new ViewKind("soundness", "Is my plot right?", SoundnessPainter::new),
            new ViewKind("spectrum", "Spectrum", SpectrumPainter::new),
            new ViewKind("sharpness", "Sharpness", SharpnessPainter::new),
            new ViewKind("basins", "Basins", BasinsPainter::new),
            new ViewKind("rates", "Rate map", RatesPainter::new),
            new ViewKind("sweep", "Rate sweep", SweepPainter::new),
            new ViewKind("bands", "Many starts", BandsPainter::new));

    private Views() {
    }

    /**
     * The view with this id.
     *
     * @throws SpecException naming the ids there are
     */
    public static ViewKind of(String id) {
        return ALL.stream().filter(v -> v.id().equals(id)).findFirst().orElseThrow(
                () -> new SpecException("no view '" + id + "'; there are " + String.join(", ", ALL.stream().map(ViewKind::id).toList())));
    }
}
