package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import thalweg.catalog.SpecException;

class ColourMapTest {
    static final java.util.List<String> IDS = ColourMap.IDS;

    /** Places in matplotlib's tables that are not anchors of ours: index 64, 128 and 192 of 255; 2 of 255 is what interpolation may cost. */
    @ParameterizedTest
    @CsvSource({"viridis, 64, 3b528b", "viridis, 128, 21918c", "viridis, 192, 5ec962", "magma, 64, 51127c", "magma, 128, b73779",
            "magma, 192, fc8961", "cividis, 85, 575d6d", "cividis, 170, a59c74", "cividis, 9, 00295d", "viridis, 0, 440154",
            "viridis, 255, fde725", "grey, 51, 333333"})
    void coloursAreThePublishedOnes(String id, int index, String hex) {
        Color wanted = new Color(Integer.parseInt(hex, 16));
        Color c = ColourMap.of(id).colour(index / 255.0);
        assertEquals(wanted.getRed(), c.getRed(), 2);
        assertEquals(wanted.getGreen(), c.getGreen(), 2);
        assertEquals(wanted.getBlue(), c.getBlue(), 2);
    }

    @ParameterizedTest
    @FieldSource("IDS")
    void lightnessOnlyRisesOrOnlyFalls(String id) {
        ColourMap map = ColourMap.of(id);
        double sign = id.endsWith("-reversed") ? -1 : 1;
        for (int i = 4; i < 256; i += 4) {
            double step = Tint.luminance(map.colour(i / 255.0)) - Tint.luminance(map.colour((i - 4) / 255.0));
            assertTrue(sign * step > 0, id + " at " + i);
        }
    }

    @Test
    void reversedRunsBackwards() {
        int[] there = ColourMap.of("magma").table();
        int[] back = ColourMap.of("magma-reversed").table();
        for (int i = 0; i < 256; i++) {
            assertEquals(there[i], back[255 - i]);
        }
    }

    @Test
    void unknownMapNamesTheKnownOnes() {
        String message = assertThrows(SpecException.class, () -> ColourMap.of("jet")).getMessage();
        assertEquals("there is no colour map 'jet'; there are viridis, magma, cividis, grey, viridis-reversed, magma-reversed, "
                + "cividis-reversed, grey-reversed", message);
    }

    @Test
    void fractionsBeyondTheEndsAreTheEndsAndNaNIsTransparent() {
        ColourMap map = ColourMap.of("viridis");
        assertEquals(map.argb(0), map.argb(-3));
        assertEquals(map.argb(1), map.argb(Double.POSITIVE_INFINITY));
        assertEquals(0, map.argb(Double.NaN));
    }

    @Test
    void themesMixTheirCanvasIn() {
        assertEquals(new Color(0x33, 0x33, 0x33).getRGB(), ColourMap.of("grey").onMap(Theme.LIGHT).argb(0));     // 20 % of white
        assertEquals(Tint.mix(Color.WHITE, Theme.DARK.canvas(), 0.26).getRGB(), ColourMap.of("grey").onMap(Theme.DARK).argb(1));
        assertEquals(Tint.mix(Color.BLACK, Color.WHITE, 0.11).getRGB(), ColourMap.of("grey").onSurface(Theme.LIGHT).argb(0));
        assertNotEquals(ColourMap.of("cividis").onMap(Theme.LIGHT), ColourMap.of("cividis"));
    }

    @Test
    void equalByValue() {
        assertEquals(ColourMap.of("viridis").onMap(Theme.DARK), ColourMap.of("viridis").onMap(Theme.DARK));
        assertArrayEquals(ColourMap.of("cividis").table(), ColourMap.of("cividis").table());
    }
}
