package thalweg.paint;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import thalweg.catalog.SpecException;

/**
 * A colour for every fraction from 0 to 1: 256 colours of even steps in lightness, also for people who see fewer colours.
 *
 * <p>Viridis and magma are by Smith, van der Walt and Firing, cividis by Nuñez, Anderton and Renslow (2018, PLoS ONE 13(7)), as published
 * with matplotlib under CC0: every fifth of their 256 colours, straight lines in sRGB between, at most 2/255 off the published tables.
 */
public final class ColourMap {
    /** As in {@code Look.colormap} and {@code --colormap}. */
    public static final List<String> IDS = List.of("viridis", "magma", "cividis", "grey", "viridis-reversed", "magma-reversed",
            "cividis-reversed", "grey-reversed");

    /** The ends of the map around 0, told apart by every kind of colour vision. */
    private static final Color BELOW = new Color(0x2166AC);
    private static final Color ABOVE = new Color(0xB2182B);
    private static final int SIZE = 256;
    private static final int EVERY = 5;
    private static final String REVERSED = "-reversed";
    private static final String VIRIDIS = """
            44015446085c471063481769481d6f482475472a7a46307e453781433d844142873f48893d4e8a3a538b38598c355e8d33638d31
            688e2e6d8e2c718e2a768e297b8e27808e25848e23898e218e8d20928c1f978b1e9c891fa18821a58524aa8328ae802eb37c35b7
            793dbc7446c06f50c46a5ac86465cb5e70cf577cd25089d54895d840a2da37b0dd2fbddf26cae11fd8e219e5e419f1e51dfde725
            """;
    private static final String MAGMA = """
            00000402020b0504160907200e0b2b140e361a104221114e29115a311165390f6e420f754a107952137c5a167e6219806a1c8172
            1f81792282812581892881912b81992d80a1307eaa337db2357bba3878c23b75ca3e72d2426fd9466be04c67e75263ec5860f160
            5df4695cf7725cf97b5dfb8560fc8e64fd9869fea16efeaa74feb47bfebd82fec68afecf92fed89afde2a3fdebacfcf4b6fcfdbf
            """;
    private static final String CIVIDIS = """
            00224e002656002a5f002d68003070083370163770203a6f273e6e2e416d34456c3a486c3f4c6c444f6c49536c4e566c525a6d57
            5d6d5c606e60646f646770696b716d6f727272737676747b7a767f7d778481788885788d8978928c789690779b9476a09875a59c
            74aaa073afa471b5a86fbaac6dbfb06bc5b468cab965cfbd62d5c15edac65adfca56e4cf52ead44defd948f4de43f9e33dfee838
            """;

    private final String id;
    private final int[] table;

    private ColourMap(String id, int[] table) {
        this.id = id;
        this.table = table;
    }

    /**
     * The map with this id.
     *
     * @throws SpecException naming the ids there are
     */
    public static ColourMap of(String id) {
        if (!IDS.contains(id)) {
            throw new SpecException("there is no colour map '" + id + "'; there are " + String.join(", ", IDS));
        }
        boolean reversed = id.endsWith(REVERSED);
        String name = reversed ? id.substring(0, id.length() - REVERSED.length()) : id;
        int[] colours = switch (name) {
            case "viridis" -> between(VIRIDIS, EVERY);
            case "magma" -> between(MAGMA, EVERY);
            case "cividis" -> between(CIVIDIS, EVERY);
            default -> between("000000ffffff", SIZE - 1);
        };
        if (reversed) {
            for (int i = 0; i < SIZE / 2; i++) {
                int swapped = colours[i];
                colours[i] = colours[SIZE - 1 - i];
                colours[SIZE - 1 - i] = swapped;
            }
        }
        return new ColourMap(id, colours);
    }

    /** Around 0: blue below, red above, the paper itself at 0; for values whose sign is what matters. */
    static ColourMap signed(Theme theme) {
        Color paper = theme.isDark() ? new Color(0x20262e) : new Color(0xf7f7f7);
        int[] table = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            double part = (i - (SIZE - 1) / 2.0) / ((SIZE - 1) / 2.0);
            Color end = part < 0 ? BELOW : ABOVE;
            table[i] = Tint.mix(paper, theme.isDark() ? Tint.mix(end, Color.WHITE, 0.18) : end, Math.pow(Math.abs(part), 0.8) * 0.9).getRGB();
        }
        return new ColourMap("signed", table);
    }

    /** One colour for all. */
    static ColourMap flat(Color colour) {
        int[] table = new int[SIZE];
        Arrays.fill(table, colour.getRGB());
        return new ColourMap("flat", table);
    }

    private static int[] between(String anchors, int every) {
        String hex = anchors.replaceAll("\\s", "");
        int[] colours = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            int from = Math.min(i / every, hex.length() / 6 - 2);
            colours[i] = Tint.mix(anchor(hex, from), anchor(hex, from + 1), (double) (i - from * every) / every).getRGB();
        }
        return colours;
    }

    private static Color anchor(String hex, int i) {
        return new Color(Integer.parseInt(hex, 6 * i, 6 * i + 6, 16));
    }

    public String id() {
        return id;
    }

    /** The nearest of the 256 colours, opaque, as {@code 0xffrrggbb}; the end's colour beyond an end, transparent for NaN. */
    public int argb(double fraction) {
        return Double.isNaN(fraction) ? 0 : table[(int) Math.round(Math.clamp(fraction, 0, 1) * (SIZE - 1))];
    }

    public Color colour(double fraction) {
        return new Color(argb(fraction), true);
    }

    /** A copy of its 256 colours, from 0 to 1. */
    public int[] table() {
        return table.clone();
    }

    /** Every colour moved towards another by a share from 0 to 1. */
    public ColourMap mixed(Color with, double share) {
        return new ColourMap(id, Arrays.stream(table).map(c -> Tint.mix(new Color(c), with, share).getRGB()).toArray());
    }

    /** As it lies under paths and text on a map: lighter on white paper, dimmer on the dark canvas. */
    public ColourMap onMap(Theme theme) {
        return mixed(theme.canvas(), theme.isDark() ? 0.26 : id.startsWith("cividis") ? 0.06 : 0.20);
    }

    /** As on a shaded surface. */
    public ColourMap onSurface(Theme theme) {
        return mixed(theme.canvas(), theme.isDark() ? 0.14 : id.startsWith("cividis") ? 0.06 : 0.11);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ColourMap m && id.equals(m.id) && Arrays.equals(table, m.table);
    }

    @Override
    public int hashCode() {
        return 31 * id.hashCode() + Arrays.hashCode(table);
    }

    @Override
    public String toString() {
        return id;
    }
}
