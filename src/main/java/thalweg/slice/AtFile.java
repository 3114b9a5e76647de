package thalweg.slice;

import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.math.Vec;

/** A saved model. */
@Entry(id = "file", label = "a saved model", help = "The array theta of an .npz file.")
record AtFile(
        @Knob(label = "file", help = "An .npz file with the array theta, as 'thalweg train --save' writes it.")
        String path) implements Origin {
    @Override
    public Vec of(Vantage from) {
        return SavedVector.read("path", path, "theta", from.objective().dimension());
    }
}
