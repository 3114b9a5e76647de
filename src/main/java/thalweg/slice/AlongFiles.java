package thalweg.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.math.Range;
import thalweg.math.Vec;

/**
 * Towards other models: the line through the origin, at 0, and a model in a file, at 1, or the plane with a second one (Goodfellow, Vinyals and Saxe
 * 2015).
 */
@Entry(id = "towards", label = "towards models", help = "From the origin, at 0, to a saved model, at 1; or the plane of two saved models.",
        source = "Goodfellow, Vinyals and Saxe 2015, Qualitatively characterizing neural network optimization problems")
record AlongFiles(
        @Knob(label = "first model", help = "File with the parameters: the array theta of an .npz file, as 'thalweg train --save' writes it.")
        String first,
        @Knob(label = "second model", word = "none", help = "The second file; none for a line.")
        String second) implements Directions {
    @Override
    public List<Vec> of(Vantage from, Vec origin) {
        List<Vec> made = new ArrayList<>(List.of(towards(from, first, "first", origin)));
        if (!second.equals("none") && !second.isBlank()) {
            made.add(towards(from, second, "second", origin));
        }
        return made;
    }

    private static Vec towards(Vantage from, String path, String knob, Vec origin) {
        Vec way = from.way(origin, SavedVector.read(knob, path, "theta", origin.size()));
        if (!(way.norm() > 0)) {
            throw new IllegalArgumentException("towards: the model in '" + path + "' is the origin itself; choose another file or origin");
        }
        return way;
    }

    @Override
    public Normalisation normalisation() {
        return Normalisation.NONE;
    }

    @Override
    public Optional<Range> range() {
        return Optional.of(new Range(-0.5, 1.5));
    }
}
