package thalweg.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import thalweg.experiment.Frame;
import thalweg.paint.Style;
import thalweg.paint.Theme;
import thalweg.paint.ViewKind;

/** The tiles between the panels, in the layout of the look, with lines of one pixel between them that can be dragged. */
final class Tiles extends Region {
    private static final double LINE = 1;
    /** Maps above, charts below: maps want to be square. */
    private static final double UPPER = 0.6;
    /** The least share of a column or row, in parts of an equal share. */
    private static final double LEAST = 0.3;

    /** The window does not wait longer than this for pictures in another theme: some take long. */
    private static final Duration LONGEST = Duration.millis(400);

    private final Studio studio;
    private final Pictures pictures;
    private final Turntable turntable;
    private final ObservableValue<Theme> theme = Decor.themeOf(this);
    private final BooleanProperty presenting = new SimpleBooleanProperty(this, "presenting");
    private final List<Tile> tiles = new ArrayList<>();
    private final List<Divider> dividers = new ArrayList<>();
    private Arrangement arrangement = new Arrangement(1, 1, List.of());
    private String layout = "";
    private double[] columns = {1};
    private double[] rows = {1};
    private OptionalInt full = OptionalInt.empty();
    private int focused;
    private boolean bare;
    private final PauseTransition patience = new PauseTransition(PlotView.PATIENCE);
    private Optional<Theme> coming = Optional.empty();
    private Runnable change = () -> { };
    private final Set<PlotView> unready = new HashSet<>();
    private final PauseTransition longest = new PauseTransition(LONGEST);

    Tiles(Studio studio, Pictures pictures) {
        this.studio = studio;
        this.pictures = pictures;
        turntable = new Turntable(studio.session());
        getStyleClass().add("tiles");
        setId("tiles");
        setMinSize(0, 0);
        patience.setOnFinished(_ -> {
            bare = true;
            refresh();
        });
        longest.setOnFinished(_ -> changeNow());
        studio.session().awaiting().subscribe(this::await);
        studio.session().frame().subscribe(_ -> refresh());
        theme.subscribe(_ -> refresh());
        presenting.subscribe(_ -> refresh());
        heightProperty().subscribe(_ -> {
            if (presenting.get()) {
                refresh();                                        // text on a stage is a part of its height
            }
        });
        turntable.angle().subscribe(_ -> refresh(tile -> tile.plot().turns()));
    }

    /** Until the first picture of another place is there, the last place's stays for a moment, or, in a window just opened, for none. */
    private void await(boolean awaiting) {
        if (!awaiting) {
            patience.stop();
            bare = false;
            refresh();
        } else if (tiles.stream().allMatch(t -> t.plot().painted().get() == 0)) {
            bare = true;
            refresh();
        } else {
            patience.playFromStart();
        }
    }

    /**
     * Changes the theme of the window as soon as there are pictures in it, or, where they take long, in a moment: what was painted for one
     * ground is not seen on the other.
     *
     * @param change puts the window into that theme
     */
    void dress(Theme theme, Runnable change) {
        coming = Optional.of(theme);
        this.change = change;
        unready.clear();
        List<PlotView> seen = tiles.stream().filter(Node::isVisible).map(Tile::plot).filter(PlotView::isSeen).toList();
        unready.addAll(seen);
        seen.forEach(plot -> plot.hold(theme, () -> arrived(plot)));
        longest.playFromStart();
        refresh();
        if (seen.isEmpty()) {
            changeNow();
        }
    }

    private void arrived(PlotView plot) {
        unready.remove(plot);
        if (unready.isEmpty()) {
            changeNow();
        }
    }

    private void changeNow() {
        if (coming.isPresent()) {
            coming = Optional.empty();
            longest.stop();
            change.run();
            tiles.forEach(t -> t.plot().release());
        }
    }

    BooleanProperty presentingProperty() {
        return presenting;
    }

    /** Does something as soon as every visible tile has shown a picture. */
    void afterFirstPictures(Runnable work) {
        Optional<Tile> bare = tiles.stream().filter(t -> t.isVisible() && t.plot().painted().get() == 0).findFirst();
        if (bare.isEmpty()) {
            work.run();
            return;
        }
        ReadOnlyIntegerProperty painted = bare.get().plot().painted();
        painted.addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable count) {
                painted.removeListener(this);
                afterFirstPictures(work);
            }
        });
    }

    /** Lets the surfaces turn by themselves, or come to rest where they are seen. */
    void toggleTurning() {
        surface().ifPresentOrElse(turntable::toggle, turntable::stop);
    }

    /** Brings surfaces that turn to rest where they are seen, so that what is written to a file is what is seen. */
    void rest() {
        surface().flatMap(PlotView::camera).ifPresentOrElse(turntable::rest, turntable::stop);
    }

    private Optional<PlotView> surface() {
        return tiles.stream().filter(Node::isVisible).map(Tile::plot).filter(PlotView::turns).findFirst();
    }

    List<Tile> tiles() {
        return List.copyOf(tiles);
    }

    /** The tile that keyboard and clipboard mean. */
    Optional<Tile> focusedTile() {
        int which = full.orElse(focused);
        return which < tiles.size() ? Optional.of(tiles.get(which)) : tiles.stream().findFirst();
    }

    /** Makes the tile full, or, if it is, the grid whole again. */
    void toggleFull(int index) {
        if (index < tiles.size()) {
            full = full.equals(OptionalInt.of(index)) ? OptionalInt.empty() : OptionalInt.of(index);
            focused = index;
            tiles.get(index).requestFocus();
            refresh();
            requestLayout();
        }
    }

    /** The tile that is full. */
    OptionalInt full() {
        return full;
    }

    /** Makes a tile full, or shows the whole grid, as it was at {@link #full}. */
    void restore(OptionalInt was) {
        if (!was.equals(full)) {
            whole();
            was.ifPresent(this::toggleFull);
        }
    }

    /** Shows the whole grid. Returns whether a tile was full. */
    boolean whole() {
        boolean was = full.isPresent();
        full = OptionalInt.empty();
        refresh();
        requestLayout();
        return was;
    }

    private void refresh() {
        Frame frame = frame();
        Arrangement wanted = Arrangement.of(frame, studio.kinds().stream().map(ViewKind::id).toList());
        String named = frame.experiment().look().layout();
        if (!named.equals(layout) || !sameGrid(wanted)) {         // two layouts of one grid have each its own shares
            layout = named;
            rebuild(wanted);
            requestLayout();
        }
        arrangement = wanted;
        refresh(_ -> true);
        dividers.forEach(d -> d.setVisible(full.isEmpty()));
    }

    /** The newest frame; while another place's is awaited, in the layout of that one. */
    private Frame frame() {
        Frame frame = studio.session().frame().get();
        return isWaiting() ? frame.withLook(studio.session().experiment().get().look()) : frame;
    }

    private boolean isWaiting() {
        return bare && studio.session().awaiting().get();
    }

    /** Shows the newest frame in some of the tiles. */
    private void refresh(Predicate<Tile> which) {
        Frame frame = frame();
        Theme painted = coming.orElse(theme.getValue());
        Style style = presenting.get() ? Style.onStage(painted, getScene().getHeight()) : Style.of(painted);
        for (int i = 0; i < tiles.size(); i++) {
            boolean visible = full.isEmpty() || full.getAsInt() == i;
            tiles.get(i).setVisible(visible);
            if (visible && isWaiting()) {
                tiles.get(i).await(arrangement.slots().get(i), presenting.get());
            } else if (visible && which.test(tiles.get(i))) {
                tiles.get(i).show(arrangement.slots().get(i), frame, style, presenting.get());
            }
        }
    }

    private boolean sameGrid(Arrangement wanted) {
        return wanted.rows() == arrangement.rows() && wanted.columns() == arrangement.columns()
                && wanted.slots().size() == arrangement.slots().size() && tiles.size() == wanted.slots().size()
                && spans(wanted).equals(spans(arrangement));
    }

    private static List<Integer> spans(Arrangement a) {
        return a.slots().stream().map(Arrangement.Slot::span).toList();
    }

    private void rebuild(Arrangement wanted) {
        while (tiles.size() > wanted.slots().size()) {
            tiles.removeLast();
        }
        while (tiles.size() < wanted.slots().size()) {
            Tile tile = new Tile(studio, pictures, turntable, () -> surface().flatMap(PlotView::camera), tiles.size(), this::toggleFull);
            tile.focusedProperty().subscribe(has -> focused = has ? tile.index() : focused);
            tiles.add(tile);
        }
        full = full.stream().filter(i -> i < tiles.size()).findFirst();
        columns = remembered("columns." + layout, wanted.columns());
        rows = remembered("rows." + layout, wanted.rows());
        dividers.clear();
        for (int i = 1; i < columns.length; i++) {
            dividers.add(divider(Orientation.VERTICAL, i, columns, "columns." + layout));
        }
        for (int i = 1; i < rows.length; i++) {
            dividers.add(divider(Orientation.HORIZONTAL, i, rows, "rows." + layout));
        }
        List<Node> children = new ArrayList<>(tiles);
        children.addAll(dividers);
        getChildren().setAll(children);
    }

    private Divider divider(Orientation orientation, int i, double[] shares, String name) {
        return new Divider(orientation, (by, done) -> {
            double room = orientation == Orientation.VERTICAL ? getWidth() : getHeight();
            double least = LEAST / shares.length;
            double moved = Math.clamp(by / room, least - shares[i - 1], shares[i] - least);
            shares[i - 1] += moved;
            shares[i] -= moved;
            if (done) {
                studio.session().preferences().put(name,
                        DoubleStream.of(shares).mapToObj(Double::toString).collect(Collectors.joining(" ")));
            }
            requestLayout();
        });
    }

    /** The shares of columns or rows as they were left, or at first. */
    private double[] remembered(String name, int count) {
        double[] first = new double[count];
        Arrays.fill(first, 1.0 / count);
        if (name.startsWith("rows.") && count == 2 && !name.endsWith(Arrangement.PER_RUN)) {
            first = new double[] {UPPER, 1 - UPPER};
        }
        try {
            double[] kept = Arrays.stream(studio.session().preferences().text(name, "").split(" ")).filter(s -> !s.isEmpty())
                    .mapToDouble(Double::parseDouble).toArray();
            boolean good = kept.length == count && Arrays.stream(kept).allMatch(s -> s >= LEAST / count && s <= 1)
                    && Math.abs(Arrays.stream(kept).sum() - 1) < 1e-6;
            return good ? kept : first;
        } catch (NumberFormatException _) {
            return first;
        }
    }

    @Override
    protected void layoutChildren() {
        double[] x = edges(columns, getWidth());
        double[] y = edges(rows, getHeight());
        for (int i = 0; i < tiles.size() && i < arrangement.slots().size(); i++) {
            Arrangement.Slot s = arrangement.slots().get(i);
            if (full.isPresent()) {
                tiles.get(i).resizeRelocate(0, 0, getWidth(), getHeight());
            } else {
                int right = s.column() + s.span();
                tiles.get(i).resizeRelocate(x[s.column()], y[s.row()], gap(x[right], right < columns.length) - x[s.column()],
                        gap(y[s.row() + 1], s.row() + 1 < rows.length) - y[s.row()]);
            }
        }
        int d = 0;
        for (int i = 1; i < columns.length; i++) {
            dividers.get(d++).place(x[i] - LINE, getHeight());
        }
        for (int i = 1; i < rows.length; i++) {
            dividers.get(d++).place(y[i] - LINE, getWidth());
        }
    }

    private static double gap(double edge, boolean inner) {
        return inner ? edge - LINE : edge;
    }

    /** Where columns or rows begin, on whole pixels, and the end. */
    private static double[] edges(double[] shares, double room) {
        double[] edges = new double[shares.length + 1];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i];
            edges[i + 1] = Math.round(sum * room);
        }
        edges[shares.length] = room;
        return edges;
    }
}
