package thalweg.view;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.paint.Composition;

/**
 * Which view stands where: the slots of a layout, row by row.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param slots in the order of reading
 */
record Arrangement(int rows, int columns, List<Slot> slots) {
    /** One tile per visible run. */
    static final String PER_RUN = "per-run";
    /** The layouts that people can choose, in the order of the buttons. */
    static final List<String> LAYOUTS = List.of("1", "1x2", "2x2", "2x3", PER_RUN);

    /**
     * One tile.
     *
     * @param place index into the look's tiles, which the tile's chooser changes
     * @param view id of what it shows
     * @param run the only run it shows, or empty for all
     * @param variant the only experiment it shows of several side by side
     */
    record Slot(int place, String view, OptionalInt run, OptionalInt variant, int row, int column, int span) {
        /** Of the experiment itself. */
        Slot(int place, String view, OptionalInt run, int row, int column, int span) {
            this(place, view, run, OptionalInt.empty(), row, column, span);
        }
    }

    /** Views that say something about a function alone, without data and a model. */
    private static final Set<String> OF_FUNCTIONS = Set.of("contour", Turntable.TURNS, "curve", "loss", "table", "update",
            "gradient-check");

    private record Size(int rows, int columns) {
    }

    Arrangement {
        slots = List.copyOf(slots);
    }

    /** The arrangement a frame asks for; views of a plane and of a line stand in for each other where the other has nothing to show. */
    static Arrangement of(Frame frame, List<String> known) {
        Look look = frame.experiment().look();
        if (!frame.experiment().variants().isEmpty()) {
            return compared(frame, known);
        }
        return look.layout().equals(PER_RUN) ? perRun(frame, known) : grid(frame, known);
    }

    private static Arrangement grid(Frame frame, List<String> known) {
        Look look = frame.experiment().look();
        Size size = size(look.layout());
        boolean line = frame.scene().slice().dimension() == 1;
        List<String> views = filled(look.tiles(), size.rows() * size.columns(), candidates(frame, known));
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            String view = shown(views.get(i), line, known);
            int row = i / size.columns();
            int column = i % size.columns();
            Slot before = slots.isEmpty() ? null : slots.getLast();
            if (line && before != null && before.row() == row && before.view().equals(view)) {
                slots.set(slots.size() - 1, new Slot(before.place(), view, OptionalInt.empty(), row, before.column(), before.span() + 1));
            } else {
                slots.add(new Slot(i, view, OptionalInt.empty(), row, column, 1));
            }
        }
        return new Arrangement(size.rows(), size.columns(), slots);
    }

    private static Arrangement compared(Frame frame, List<String> known) {
        boolean line = frame.scene().slice().dimension() == 1;
        List<String> views = filled(frame.experiment().look().shown(), frame.experiment().look().shown().size(), known);
        int variants = frame.experiment().variants().size();
        Composition.Compared grid = Composition.Compared.of(views.size(), variants);
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < grid.views() * variants; i++) {
            boolean last = i == grid.views() * variants - 1;
            slots.add(new Slot(grid.view(i), shown(views.get(grid.view(i)), line, known), OptionalInt.empty(), OptionalInt.of(grid.variant(i)),
                    i / grid.columns(), i % grid.columns(), last ? grid.columns() - i % grid.columns() : 1));
        }
        return new Arrangement(grid.rows(), grid.columns(), slots);
    }

    /** Ids of the views of a look that have no room where experiments stand side by side. */
    static List<String> withoutRoom(Experiment e) {
        List<String> views = e.look().shown();
        int variants = e.variants().size();
        return variants == 0 || views.isEmpty() ? List.of() : views.subList(Composition.Compared.of(views.size(), variants).views(), views.size());
    }

    private static Arrangement perRun(Frame frame, List<String> known) {
        boolean line = frame.scene().slice().dimension() == 1;
        String view = shown(filled(frame.experiment().look().tiles(), 1, known).getFirst(), line, known);
        List<Integer> visible = new ArrayList<>();
        for (int i = 0; i < frame.tracks().size(); i++) {
            if (!frame.tracks().get(i).run().hidden()) {
                visible.add(i);
            }
        }
        if (visible.isEmpty()) {
            return new Arrangement(1, 1, List.of(new Slot(0, view, OptionalInt.empty(), 0, 0, 1)));
        }
        int columns = (int) Math.ceil(Math.sqrt(visible.size()));
        int rows = Math.ceilDiv(visible.size(), columns);
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < visible.size(); i++) {
            boolean last = i == visible.size() - 1;
            slots.add(new Slot(0, view, OptionalInt.of(visible.get(i)), i / columns, i % columns, last ? columns - i % columns : 1));
        }
        return new Arrangement(rows, columns, slots);
    }

    private static Size size(String layout) {
        return switch (layout) {
            case "1" -> new Size(1, 1);
            case "1x2" -> new Size(1, 2);
            case "2x3" -> new Size(2, 3);
            default -> new Size(2, 2);
        };
    }

    /** The views to fill a layout with: those that have something to say about what is looked at, and those asked for whatever they say. */
    private static List<String> candidates(Frame frame, List<String> known) {
        List<String> asked = frame.experiment().look().tiles();
        Set<String> silent = frame.scene().slice().dimension() == 1 ? Set.of("contour", Turntable.TURNS) : Set.of("curve");
        boolean function = frame.experiment().objective().isPresent();
        return known.stream().filter(id -> asked.contains(id) || !silent.contains(id) && (!function || OF_FUNCTIONS.contains(id))).toList();
    }

    /** So many views: those asked for, then those not yet there, then the first again. */
    static List<String> filled(List<String> asked, int count, List<String> known) {
        List<String> views = new ArrayList<>(asked.stream().filter(known::contains).limit(count).toList());
        for (String id : known) {
            if (views.size() < count && !views.contains(id)) {
                views.add(id);
            }
        }
        while (views.size() < count) {
            views.add(known.getFirst());
        }
        return views;
    }

    private static String shown(String view, boolean line, List<String> known) {
        boolean ofPlane = view.equals("contour") || view.equals(Turntable.TURNS);
        if (line && ofPlane && known.contains("curve")) {
            return "curve";
        }
        return !line && view.equals("curve") && known.contains("contour") ? "contour" : view;
    }
}
