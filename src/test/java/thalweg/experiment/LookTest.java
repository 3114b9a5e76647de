package thalweg.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import thalweg.paint.ColourMap;
import thalweg.paint.ViewKind;
import thalweg.paint.Views;

class LookTest {
    /** Files are checked where pictures are not known, so the ids stand in two places. */
    @Test
    void idsInFilesAreThoseOfThePainters() {
        assertEquals(Views.ALL.stream().map(ViewKind::id).toList(), Look.VIEWS);
        assertEquals(ColourMap.IDS.stream().sorted().toList(), Look.COLORMAPS.stream().sorted().toList());
    }

    @Test
    void theDefaultIsAllowed() {
        assertTrue(Look.VIEWS.containsAll(Look.DEFAULT.tiles()) && Look.LAYOUTS.contains(Look.DEFAULT.layout())
                && Look.COLORMAPS.contains(Look.DEFAULT.colormap()));
    }
}
