package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thalweg.descent.Outcome;
import thalweg.descent.Trajectory;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Track;
import thalweg.math.Vec;
import thalweg.slice.Slice;

/** The numbers of all runs at the playhead, and below them the next update of the selected one, with what its rule remembers. */
public record TablePainter(Style style, Memo memo) implements Plot {
    private static final double ROW = 28;
    private static final double LEAST = 18;
    private static final double PAD = 12;
    private static final double WIDE = 960;

    /**
     * Where things stand.
     *
     * @param runs indices of the tracks shown, as many as fit
     * @param more how many do not
     * @param row height of a row in pixels
     * @param top of the first row
     * @param left of the first number's room
     */
    private record Layout(List<Integer> runs, int more, double row, double top, double left) {
        double end() {
            return top + row * (runs.size() + (more > 0 ? 1 : 0));
        }
    }

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area, Frame frame) {
        Ink.on(graphics, area, style, ink -> {
            Layout layout = layout(ink, area, frame);
            if (layout.runs.isEmpty()) {
                Notice.paint(ink, area, frame.tracks().isEmpty() ? "No runs yet. Add one to see its numbers." : "All runs are hidden.");
                return;
            }
            Optional<Track> selected = selected(frame, layout);
            boolean beside = selected.isPresent() && area.getWidth() >= ink.px(WIDE);
            Rectangle2D table = beside ? new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth() * 0.55, area.getHeight()) : area;
            paintTable(ink, table, frame, layout);
            double x = beside ? table.getMaxX() + ink.px(2 * PAD) : area.getX() + ink.px(PAD);
            double y = beside ? area.getY() : layout.end();
            Rectangle2D rest = new Rectangle2D.Double(x, y, Math.max(1, area.getMaxX() - ink.px(PAD + 4) - x),
                    Math.max(0, area.getMaxY() - y));
            selected.ifPresent(track -> NextUpdate.paint(ink, rest, frame, track, memo));
        });
    }

    private static void paintTable(Ink ink, Rectangle2D area, Frame frame, Layout layout) {
        List<TableColumns.Column> columns = TableColumns.of(ink, frame, layout.left, area.getMaxX() - ink.px(PAD + 4));
        paintHead(ink, area, layout, columns);
        int best = best(frame, layout.runs);
        for (int i = 0; i < layout.runs.size(); i++) {
            paintRow(ink, area, frame, layout, columns, i, best);
        }
        if (layout.more > 0) {
            ink.textAround("and " + layout.more + " more", Face.REGULAR, Ink.DETAIL, ink.theme().muted(), area.getX() + ink.px(PAD),
                    layout.end() - layout.row / 2, 0);
        }
    }

    private static Layout layout(Ink ink, Rectangle2D area, Frame frame) {
        List<Integer> shown = frame.shown();
        double room = area.getHeight() - ink.px(ROW + 2);
        double row = Math.clamp(room / Math.max(1, shown.size()), ink.px(LEAST), ink.px(ROW));
        int fit = (int) Math.max(1, room / row + 1e-9);
        boolean all = fit >= shown.size();
        List<Integer> runs = all ? shown : shown.subList(0, Math.max(1, fit - 1));
        double widest = shown.stream().mapToDouble(i -> ink.width(frame.tracks().get(i).name(), Face.MEDIUM, Ink.BODY)).max().orElse(0);
        double left = area.getX() + ink.px(PAD + RunStyle.KEY_WIDTH + 8) + Math.min(widest, area.getWidth() * 0.3);
        return new Layout(runs, shown.size() - runs.size(), row, area.getY() + ink.px(ROW), left);
    }

    private static void paintHead(Ink ink, Rectangle2D area, Layout layout, List<TableColumns.Column> columns) {
        double y = layout.top - ink.px(9);
        ink.text("Run", Face.REGULAR, Ink.DETAIL, ink.theme().muted(), area.getX() + ink.px(PAD), y, 0);
        for (TableColumns.Column c : columns) {
            Typeset.line(c.head()).paint(ink, Ink.DETAIL, ink.theme().muted(), c.right(), y, 1);
        }
        ink.hairline(ink.theme().border(), area.getX(), layout.top, area.getMaxX(), layout.top);
    }

    private static void paintRow(Ink ink, Rectangle2D area, Frame frame, Layout layout, List<TableColumns.Column> columns, int i,
            int best) {
        int index = layout.runs.get(i);
        Track track = frame.tracks().get(index);
        Trajectory t = track.trajectory();
        int step = Math.min(frame.step(), t.last());
        double top = layout.top + i * layout.row;
        double y = top + layout.row / 2;
        boolean selected = index == frame.experiment().look().selected();
        if (selected) {
            ink.fill(ink.theme().selection(), new Rectangle2D.Double(area.getX(), top, area.getWidth(), layout.row));
        }
        ink.hairline(ink.theme().hairline(), area.getX(), top + layout.row, area.getMaxX(), top + layout.row);
        RunStyle.of(track.run()).paintKey(ink, area.getX() + ink.px(PAD), y);
        double nameAt = area.getX() + ink.px(PAD + RunStyle.KEY_WIDTH + 8);
        String name = Face.REGULAR.fit(track.name(), ink.px(Ink.BODY), layout.left - nameAt + ink.px(2));
        ink.textAround(name, selected ? Face.MEDIUM : Face.REGULAR, Ink.BODY, ink.theme().text(), nameAt, y, 0);
        if (t.outcome() instanceof Outcome.Diverged d && frame.step() >= d.step()) {
            double right = columns.getLast().right();
            double room = right - nameAt - ink.width(name, Face.MEDIUM, Ink.BODY) - ink.px(8);
            Stream.of(diverged(frame, t, d), "diverged at step " + Numbers.whole(d.step()), "diverged", "\u2013")
                    .filter(words -> ink.width(words, Face.REGULAR, Ink.BODY) <= room).findFirst()
                    .ifPresent(words -> ink.textAround(words, Face.REGULAR, Ink.BODY, ink.theme().danger(), right, y, 1));
            return;
        }
        for (TableColumns.Column c : columns) {
            Face face = c.isLoss() && index == best ? Face.SEMIBOLD : Face.REGULAR;
            ink.textAround(c.cell().text(t, step), face, Ink.BODY, ink.theme().text(), c.right(), y, 1);
        }
    }

    static String diverged(Frame frame, Trajectory t, Outcome.Diverged d) {
        OptionalInt left = frame.scene().isWhole() ? leaves(frame.scene().slice(), t) : OptionalInt.empty();
        return "diverged at step " + Numbers.whole(d.step())
                + (left.isEmpty() ? "" : left.getAsInt() == 0 ? ", started outside the window"
                        : ", left the window at step " + Numbers.whole(left.getAsInt()));
    }

    /** The first step that lies outside the window; not a number does. */
    private static OptionalInt leaves(Slice slice, Trajectory t) {
        return IntStream.rangeClosed(0, t.last()).filter(step -> {
            Vec at = slice.project(t.theta(step)).coordinates();
            return IntStream.range(0, at.size()).anyMatch(i -> !slice.ranges().get(i).contains(at.get(i)));
        }).findFirst();
    }

    /** The track with the lowest J at the playhead, or the highest when maximising; -1 if there is nothing to compare. */
    private static int best(Frame frame, List<Integer> runs) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i : runs) {
            Trajectory t = frame.tracks().get(i).trajectory();
            boolean gone = t.outcome() instanceof Outcome.Diverged d && frame.step() >= d.step();
            double loss = t.loss(Math.min(frame.step(), t.last())) * (frame.experiment().maximise() ? -1 : 1);
            if (!gone && loss < least) {
                least = loss;
                best = i;
            }
        }
        return runs.size() > 1 ? best : -1;
    }

    private static Optional<Track> selected(Frame frame, Layout layout) {
        int selected = frame.experiment().look().selected();
        boolean only = layout.runs.size() == 1 && layout.more == 0;
        int index = only ? layout.runs.getFirst() : selected;
        boolean visible = index >= 0 && index < frame.tracks().size() && !frame.tracks().get(index).run().hidden();
        return visible ? Optional.of(frame.tracks().get(index)) : Optional.empty();
    }

    /** The run of the row under the point, at the playhead. */
    @Override
    public Optional<Hover> hit(Point2D point, Rectangle2D area, Frame frame) {
        Layout layout = layout(new Ink(new OutlineGraphics(), style), area, frame);
        int row = (int) Math.floor((point.getY() - layout.top) / layout.row);
        if (row < 0 || row >= layout.runs.size() || !area.contains(point)) {
            return Optional.empty();
        }
        int index = layout.runs.get(row);
        return Optional.of(new Hover(index, Math.min(frame.step(), frame.tracks().get(index).trajectory().last())));
    }

    @Override
    public String detail(Frame frame) {
        return "numbers at step " + Numbers.whole(frame.step());
    }
}
