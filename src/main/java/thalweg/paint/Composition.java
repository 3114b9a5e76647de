package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import thalweg.descent.Outcome;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Run;
import thalweg.experiment.Track;

/**
 * Several views on one picture, as the window shows them: a title, tiles with heads between lines of one pixel, and a legend where no
 * view names the runs. On a stage only tiles and legend remain.
 *
 * @param views at least one, in the order of reading
 * @param perRun whether every visible run has a tile of its own with the first view
 * @param parts which of the things around the tiles are there
 * @param memos what each tile may keep from frame to frame, by its place; {@link Memo#NONE} for single pictures
 */
public record Composition(List<ViewKind> views, boolean perRun, Style style, Parts parts, IntFunction<Memo> memos) implements Painter {
    /** Id of the layout with a tile for every run. */
    public static final String PER_RUN = "per-run";

    private static final List<String> NAMING = List.of("loss", "table");
    private static final double HEAD = 40;
    private static final double PAD = 12;

    public Composition {
        views = List.copyOf(views);
        style = style.onPaper();
        if (views.isEmpty()) {
            throw new IllegalArgumentException("a picture needs at least one view, but got none");
        }
    }

    /** With everything around the tiles. */
    public Composition(List<ViewKind> views, boolean perRun, Style style, IntFunction<Memo> memos) {
        this(views, perRun, style, Parts.ALL, memos);
    }

    /** A single picture of some views. */
    public static Composition of(List<ViewKind> views, Style style) {
        return new Composition(views, false, style, _ -> Memo.NONE);
    }

    /**
     * What is painted besides the tiles.
     *
     * @param ground the canvas; without it what is empty stays as it was, for graphics that put no kept pixels back (see {@link Vectors})
     * @param title the line above with the objective, its formula and the step
     * @param legend the names of runs where no view carries them
     * @param caption sentences below that say what is seen: the step, and every run with its settings and its cost
     */
    public record Parts(boolean ground, boolean title, boolean legend, boolean caption) {
        /** All that the window has too: it needs no caption. */
        public static final Parts ALL = new Parts(true, true, true, false);
    }

    /**
     * One view in its place.
     *
     * @param area with the head
     * @param run the only one shown, or empty for all
     * @param variant the only experiment shown of several side by side
     */
    public record Tile(ViewKind view, Rectangle2D area, OptionalInt run, OptionalInt variant) {
        /** What it shows of a frame. */
        Frame part(Frame frame) {
            return variant.isPresent() ? frame.variants().get(variant.getAsInt()) : run.isPresent() ? alone(frame, run.getAsInt()) : frame;
        }
    }

    /**
     * How experiments stand side by side: a column for each and a row for each of the first views, or one view of each in two rows if there are many.
     *
     * @param columns of tiles
     * @param rows of tiles
     * @param views how many views are shown
     */
    public record Compared(int columns, int rows, int views) {
        /** More would be too low to be read. */
        private static final int MOST_ROWS = 3;
        private static final int BESIDE = 3;

        public static Compared of(int views, int variants) {
            if (variants > BESIDE || views == 1) {
                int columns = variants > BESIDE ? Math.ceilDiv(variants, 2) : variants;
                return new Compared(columns, Math.ceilDiv(variants, columns), 1);
            }
            int rows = Math.min(views, MOST_ROWS);
            return new Compared(variants, rows, rows);
        }

        /** Which of the views a tile shows. */
        public int view(int tile) {
            return views == 1 ? 0 : tile / columns;
        }

        /** Which of the experiments a tile shows. */
        public int variant(int tile) {
            return views == 1 ? tile : tile % columns;
        }
    }

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            if (parts.ground()) {
                ink.fill(ink.theme().canvas(), area);
            }
            double title = style.isPresentation() || !parts.title() ? 0 : ink.px(HEAD);
            List<Track> named = legend(frame);
            double legend = named.isEmpty() ? 0 : Legend.height(ink, area.getWidth(), named);
            if (title > 0) {
                paintTitle(ink, new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), title), frame);
            }
            if (legend > 0) {
                Legend.paint(ink, new Rectangle2D.Double(area.getX(), area.getY() + title, area.getWidth(), legend), named);
            }
            double top = title + legend;
            List<String> words = parts.caption() ? CaptionText.lines(ink, area.getWidth(), frame) : List.of();
            double caption = CaptionText.height(ink, words);
            if (caption > 0) {
                CaptionText.paint(ink, new Rectangle2D.Double(area.getX(), area.getMaxY() - caption, area.getWidth(), caption), words);
            }
            Rectangle2D rest = new Rectangle2D.Double(area.getX(), area.getY() + top, area.getWidth(), Math.max(1, area.getHeight() - top - caption));
            List<Tile> tiles = tiles(rest, frame);
            for (int i = 0; i < tiles.size(); i++) {
                paintTile(ink, tiles.get(i), frame, memos.apply(i), tiles.size() > 1 && !style.isPresentation());
            }
            tiles.forEach(t -> paintLines(ink, t.area(), area, top > 0));
        });
    }

    /** Where the views stand in an area: rows of equal height, each filled from left to right; a shorter last row is stretched. */
    public List<Tile> tiles(Rectangle2D area, Frame frame) {
        if (!frame.variants().isEmpty()) {
            return compared(area, frame.variants().size());
        }
        List<Integer> runs = new ArrayList<>();
        for (int i = 0; i < frame.tracks().size(); i++) {
            if (!frame.tracks().get(i).run().hidden()) {
                runs.add(i);
            }
        }
        boolean each = perRun && !runs.isEmpty();
        int n = each ? runs.size() : perRun ? 1 : views.size();
        int columns = columns(n, area.getWidth() / area.getHeight());
        int rows = Math.ceilDiv(n, columns);
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int row = i / columns;
            int inRow = row < rows - 1 || each ? columns : n - row * columns;
            int column = i - row * columns;
            double x = Math.rint(area.getX() + area.getWidth() * column / inRow);
            double y = Math.rint(area.getY() + area.getHeight() * row / rows);
            double right = Math.rint(area.getX() + area.getWidth() * (column + 1) / inRow);
            double bottom = Math.rint(area.getY() + area.getHeight() * (row + 1) / rows);
            tiles.add(new Tile(views.get(each ? 0 : i), new Rectangle2D.Double(x, y, right - x, bottom - y),
                    each ? OptionalInt.of(runs.get(i)) : OptionalInt.empty(), OptionalInt.empty()));
        }
        return tiles;
    }

    private List<Tile> compared(Rectangle2D area, int variants) {
        Compared grid = Compared.of(views.size(), variants);
        List<Tile> tiles = new ArrayList<>();
        for (int i = 0; i < grid.views() * variants; i++) {
            int column = i % grid.columns();
            int row = i / grid.columns();
            double x = Math.rint(area.getX() + area.getWidth() * column / grid.columns());
            double y = Math.rint(area.getY() + area.getHeight() * row / grid.rows());
            double right = Math.rint(area.getX() + area.getWidth() * (column + 1) / grid.columns());
            double bottom = Math.rint(area.getY() + area.getHeight() * (row + 1) / grid.rows());
            tiles.add(new Tile(views.get(grid.view(i)), new Rectangle2D.Double(x, y, right - x, bottom - y), OptionalInt.empty(),
                    OptionalInt.of(grid.variant(i))));
        }
        return tiles;
    }

    /** The number of columns that brings the tile of the worst shape nearest to three by two. */
    static int columns(int n, double aspect) {
        int best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int columns = 1; columns <= n; columns++) {
            int rows = Math.ceilDiv(n, columns);
            int last = n - (rows - 1) * columns;
            double worst = Math.max(Math.abs(Math.log(aspect * rows / columns / 1.5)), Math.abs(Math.log(aspect * rows / last / 1.5)));
            if (worst < least - 1e-9) {
                least = worst;
                best = columns;
            }
        }
        return best;
    }

    /** The frame with all runs but one hidden, for a tile of its own; indices stay, and charts keep the axes that all runs need. */
    public static Frame alone(Frame frame, int only) {
        Experiment e = frame.experiment();
        List<Track> tracks = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < frame.tracks().size(); i++) {
            Track t = frame.tracks().get(i);
            Run run = t.run().withHidden(i != only);
            tracks.add(t.relabelled(run, t.name()));
            runs.add(run);
        }
        return frame.relabelled(e.withRuns(runs).withLook(e.look().withLayout(PER_RUN)), tracks);
    }

    private void paintTile(Ink ink, Tile tile, Frame frame, Memo memo, boolean headed) {
        Plot plot = tile.view().plot().apply(style, memo);
        Frame shown = tile.part(frame);
        double head = headed ? ink.px(HEAD) : ink.px(style.isPresentation() ? 4 : 8);
        Rectangle2D a = tile.area();
        double end = ink.px(8);
        Rectangle2D body = new Rectangle2D.Double(a.getX() + 1, a.getY() + head, Math.max(1, a.getWidth() - 1),
                Math.max(1, a.getHeight() - head - end));
        if (headed) {
            paintHead(ink, tile, frame, plot.title(shown, tile.view().label()), plot.detail(body, shown));
        }
        plot.paint(ink.g(), body, shown);
    }

    private static void paintHead(Ink ink, Tile tile, Frame frame, String title, String detail) {
        double x = tile.area().getX() + ink.px(PAD);
        double y = tile.area().getY() + ink.px(HEAD / 2);
        String name = title;
        String muted = detail;
        if (tile.variant().isPresent()) {
            name = frame.experiment().variants().get(tile.variant().getAsInt()).name();
            muted = title + (detail.isEmpty() ? "" : ", " + detail);
        }
        if (tile.run().isPresent()) {
            Track track = frame.tracks().get(tile.run().getAsInt());
            RunStyle.of(track.run()).paintKey(ink, x, y);
            x += ink.px(RunStyle.KEY_WIDTH + 8);
            name = track.name();
            boolean gone = track.trajectory().outcome() instanceof Outcome.Diverged d && frame.step() >= d.step();
            muted = gone ? "diverged at step " + Numbers.whole(track.trajectory().last())
                    : "J = " + Numbers.of(track.trajectory().loss(Math.min(frame.step(), track.trajectory().last())));
        }
        double room = tile.area().getMaxX() - ink.px(PAD) - x;
        String fitted = Face.SEMIBOLD.fit(name, ink.px(Ink.BODY), room);
        ink.textAround(fitted, Face.SEMIBOLD, Ink.BODY, ink.theme().text(), x, y, 0);
        double after = ink.width(fitted, Face.SEMIBOLD, Ink.BODY) + ink.px(16);
        ink.textAround(Face.REGULAR.fit(muted, ink.px(Ink.DETAIL), Math.max(0, room - after)), Face.REGULAR, Ink.DETAIL,
                ink.theme().muted(),
                x + after, y, 0);
    }

    /** A line above and one at the left of a tile, where it does not lie at the picture's edge. */
    private static void paintLines(Ink ink, Rectangle2D tile, Rectangle2D picture, boolean belowTitle) {
        if (tile.getX() > picture.getX()) {
            ink.hairline(ink.theme().border(), tile.getX(), tile.getY(), tile.getX(), tile.getMaxY());
        }
        if (belowTitle || tile.getY() > picture.getY()) {
            ink.hairline(ink.theme().border(), tile.getX(), tile.getY(), tile.getMaxX(), tile.getY());
        }
    }

    /** The objective's name, how many runs, its formula, and the step. */
    private void paintTitle(Ink ink, Rectangle2D area, Frame frame) {
        double y = area.getCenterY();
        double x = area.getX() + ink.px(PAD);
        String name = frame.scene().objective().appearance().name();
        ink.textAround(name, Face.SEMIBOLD, Ink.BODY, ink.theme().text(), x, y, 0);
        x += ink.width(name, Face.SEMIBOLD, Ink.BODY);
        long runs = frame.tracks().stream().filter(t -> !t.run().hidden()).count();
        String count = runs == 0 ? "" : ", " + runs + (runs == 1 ? " optimizer" : " optimizers");
        ink.textAround(count, Face.REGULAR, Ink.BODY, ink.theme().text(), x, y, 0);
        x += ink.width(count, Face.REGULAR, Ink.BODY) + ink.px(28);
        String step = runs == 0 ? "" : "step " + Numbers.whole(frame.step()) + " of " + Numbers.whole(frame.last());
        double right = area.getMaxX() - ink.px(PAD);
        ink.textAround(step, Face.REGULAR, Ink.DETAIL, ink.theme().muted(), right, y, 1);
        String latex = frame.scene().objective().appearance().latex();
        if (!latex.isEmpty()) {
            Typeset formula = Typeset.of(title(latex));
            double room = right - ink.width(step, Face.REGULAR, Ink.DETAIL) - ink.px(28) - x;
            double size = formula.fit(ink.px(Ink.LETTER), Math.max(1, room));
            size = Math.min(size, size * (area.getHeight() - ink.px(6)) / (formula.height(size) + formula.depth(size)));
            if (size >= ink.px(12)) {
                formula.paintAround(ink, size / style.scale(), ink.theme().text(), x, y, 0);
            }
        }
    }

    /** What is set above the tiles of a function. */
    public static String title(String latex) {
        return "J = " + latex;
    }

    /** Runs that need a legend: none if some view carries their names. */
    private List<Track> legend(Frame frame) {
        boolean named = !parts.legend() || perRun || views.stream().anyMatch(v -> NAMING.contains(v.id()) || v.id().equals("contour")
                && style.isPresentation());
        return named ? List.of() : frame.tracks().stream().filter(t -> !t.run().hidden()).toList();
    }
}
