package thalweg.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.layout.VBox;
import thalweg.catalog.Catalog;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;

/** The knobs of one entry of a catalog, generated from their descriptions. */
final class KnobPanel extends VBox {
    /** What to do when a knob is turned. */
    interface Turned {
        /**
         * A knob was turned.
         *
         * @param changed the spec with the new value, shortest form
         * @param dragging whether more of the same follows until {@link #done}
         * @param alt whether Alt is held
         */
        void to(KnobInfo knob, Spec changed, boolean dragging, boolean alt);

        void done();
    }

    private final Catalog<?> catalog;
    private final Map<String, KnobRow> rows = new LinkedHashMap<>();
    private Spec spec;

    /**
     * The panel of a spec.
     *
     * @param prefix of the ids of its controls, which end with the knobs' names
     * @param which of the knobs it has
     */
    KnobPanel(Catalog<?> catalog, Spec spec, String prefix, Predicate<KnobInfo> which, Turned turned) {
        this(catalog, spec, prefix, which, turned, false);
    }

    /** A panel whose rows are named by words, as in a form. */
    static KnobPanel worded(Catalog<?> catalog, Spec spec, String prefix, Predicate<KnobInfo> which, Turned turned) {
        return new KnobPanel(catalog, spec, prefix, which, turned, true);
    }

    private KnobPanel(Catalog<?> catalog, Spec spec, String prefix, Predicate<KnobInfo> which, Turned turned, boolean worded) {
        this.catalog = catalog;
        this.spec = spec;
        getStyleClass().add("knob-panel");
        List<KnobInfo> knobs = new ArrayList<>(catalog.choice(spec.id()).knobs());
        knobs.removeIf(which.negate());
        for (KnobInfo plain : knobs) {
            KnobInfo knob = Named.knob(catalog, catalog.choice(spec.id()), plain);
            KnobRow.Turn turn = new KnobRow.Turn() {
                @Override
                public void to(Value value, boolean dragging, boolean alt) {
                    turned.to(knob, set(knob, value), dragging, alt);
                }

                @Override
                public void done() {
                    turned.done();
                }
            };
            String id = prefix + knob.name();
            rows.put(knob.name(), worded ? KnobRow.worded(knob, id, turn) : new KnobRow(knob, id, turn));
        }
        getChildren().setAll(rows.values());
        show(spec);
    }

    /** Shows the values of another spec of the same entry. */
    void show(Spec newSpec) {
        spec = newSpec;
        catalog.settings(spec).forEach((name, value) -> {
            if (rows.containsKey(name)) {
                rows.get(name).show(value);
            }
        });
    }

    private Spec set(KnobInfo knob, Value value) {
        Spec named = Spec.of(spec.id());
        for (Map.Entry<String, Value> e : catalog.settings(spec).entrySet()) {
            named = named.with(e.getKey(), e.getKey().equals(knob.name()) ? value : e.getValue());
        }
        return catalog.canonical(named);
    }
}
