package thalweg.paint;

import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Names of lines at the right of a chart, each with its marker, moved apart so that they do not touch, led to by a thin line. */
final class NameColumn {
    private static final double GAP = 16;
    /** Names nearer than this cover each other. */
    private static final double CLOSEST = 12;
    /** Of the area: a third. */
    private static final double WIDEST = 0.34;
    /** On a stage; wider names stand in rows above the chart. */
    private static final double WIDEST_ON_STAGE = 0.18;

    private NameColumn() {
    }

    /**
     * One name.
     *
     * @param y where its line ends, in pixels
     * @param marked whether the run's marker stands before it
     */
    record Entry(String name, RunStyle style, double y, boolean marked) {
        /** Of a line that ends in its run's marker. */
        Entry(String name, RunStyle style, double y) {
            this(name, style, y, true);
        }
    }

    /** Whether these names can stand below each other without touching, each in full. */
    static boolean fits(Ink ink, List<String> names, Rectangle2D area) {
        return (names.size() - 1) * ink.px(GAP) <= area.getHeight() - ink.px(60) && widest(ink, names) <= area.getWidth() * WIDEST;
    }

    private static double widest(Ink ink, List<String> names) {
        return names.stream().mapToDouble(n -> ink.width(n, face(ink), size(ink))).max().orElse(0) + ink.px(38);
    }

    /** Whether on a stage these names would take too much of the width. */
    static boolean isTooWide(Ink ink, List<String> names, double area) {
        return ink.style().isPresentation() && !names.isEmpty() && widest(ink, names) > area * WIDEST_ON_STAGE;
    }

    /** Room that names need to the right of a plot, in pixels: at most a third of the area; 0 if that is too little to read. */
    static double width(Ink ink, List<String> names, double area) {
        double widest = widest(ink, names);
        double most = area * WIDEST;
        return names.isEmpty() || most < ink.px(90) ? 0 : Math.min(widest, most);
    }

    /** How many of so many names a column has room for, at scale 1; if not for all, the last line is for how many more there are. */
    static int named(int count, double length) {
        int lines = (int) (length / CLOSEST) + 1;
        return count <= lines ? count : Math.max(1, lines - 1);
    }

    /** Paints as many as there is room for, in the order given, and says how many more there are. */
    static void paint(Ink ink, List<Entry> entries, double x, double width, double top, double bottom) {
        int named = named(entries.size(), (bottom - top) / ink.px(1));
        List<Entry> sorted = entries.stream().limit(named).sorted(Comparator.comparingDouble(Entry::y)).toList();
        double lowest = bottom;
        if (named < entries.size()) {
            lowest -= ink.px(CLOSEST);
            ink.textAround("and " + (entries.size() - named) + " more", face(ink), size(ink), ink.theme().muted(), x + ink.px(28), bottom, 0);
        }
        double[] at = apart(sorted.stream().mapToDouble(Entry::y).toArray(), ink.px(GAP), top, lowest);
        IntStream.range(0, at.length).forEach(i -> {
            Entry e = sorted.get(i);
            ink.line(Tint.mix(e.style().edge(ink.theme()), ink.theme().canvas(), 0.45), 1, x + ink.px(1), e.y(), x + ink.px(12), at[i]);
            String name = face(ink).fit(e.name(), ink.px(size(ink)), room(ink, width));
            if (ink.style().isPresentation()) {                   // over the chart, beside the line's own marker
                ink.halo(name, face(ink), size(ink), ink.theme().text(), 4, x + ink.px(15), at[i] + Face.capHeight(ink.px(size(ink))) / 2,
                        0);
            } else {
                if (e.marked()) {
                    e.style().paintMarker(ink, x + ink.px(18), at[i], 4.2);
                }
                ink.textAround(name, face(ink), size(ink), ink.theme().text(), x + ink.px(e.marked() ? 28 : 14), at[i], 0);
            }
        });
    }

    /** How long a name can be in a column of a width. */
    static double room(Ink ink, double width) {
        return width - ink.px(ink.style().isPresentation() ? 17 : 30);
    }

    static Face face(Ink ink) {
        return ink.style().isPresentation() ? Face.SEMIBOLD : Face.REGULAR;
    }

    static double size(Ink ink) {
        return ink.style().isPresentation() ? 14 : Ink.DETAIL;
    }

    /** Places nearest to the wanted ones, in order, a gap apart and between top and bottom; closer if they would not fit. */
    static double[] apart(double[] wanted, double gap, double top, double bottom) {
        int n = wanted.length;
        double step = n < 2 ? 0 : Math.min(gap, (bottom - top) / (n - 1));
        double[] at = wanted.clone();
        double[] sum = new double[n];                             // runs of touching names are moved to their mean together
        int[] count = new int[n];
        int groups = 0;
        for (int i = 0; i < n; i++) {
            sum[groups] = wanted[i] - i * step;
            count[groups++] = 1;
            while (groups > 1 && sum[groups - 2] / count[groups - 2] > sum[groups - 1] / count[groups - 1]) {
                sum[groups - 2] += sum[groups - 1];
                count[groups - 2] += count[--groups];
            }
        }
        int i = 0;
        for (int k = 0; k < groups; k++) {
            for (int j = 0; j < count[k]; j++, i++) {
                at[i] = Math.clamp(sum[k] / count[k], top, Math.max(top, bottom - (n - 1) * step)) + i * step;
            }
        }
        return at;
    }
}
