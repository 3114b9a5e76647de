package thalweg.slice;

import java.util.ArrayList;
import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.math.Vec;

/** Directions read from a file, such as those of another slice. */
@Entry(id = "file", label = "from a file", help = "The arrays direction1 and direction2 of an .npz file, as 'thalweg slice' writes it.")
record AlongSaved(
        @Knob(label = "file", help = "An .npz file with the array direction1, and direction2 for a plane.")
        String path) implements Directions {
    @Override
    public List<Vec> of(Vantage from, Vec origin) {
        List<Vec> made = new ArrayList<>(List.of(direction("direction1", origin.size())));
        if (SavedVector.holds("path", path, "direction2")) {
            made.add(direction("direction2", origin.size()));
        }
        return made;
    }

    private Vec direction(String name, int n) {
        Vec read = SavedVector.read("path", path, name, n);
        if (!(read.norm() > 0)) {
            throw new IllegalArgumentException("the array '" + name + "' of '" + path + "' points nowhere: all its numbers are 0");
        }
        return read;
    }

    @Override
    public Normalisation normalisation() {
        return Normalisation.NONE;
    }
}
