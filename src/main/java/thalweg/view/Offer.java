package thalweg.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import thalweg.catalog.Catalog;
import thalweg.catalog.Choice;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;
import thalweg.data.DataSources;
import thalweg.objective.Objectives;
import thalweg.session.Wording;

/**
 * Something the gallery offers: a function to descend, or data to learn from.
 *
 * @param id of its button
 * @param group heading under which it stands
 * @param spec of the objective or of the data
 * @param isData which of the two
 */
record Offer(String id, String label, String help, String group, Spec spec, boolean isData) {
    /** The group of the files that people opened. */
    static final String YOURS = "yours";
    /** The group of the formulas that people wrote. */
    static final String FORMULAS = "formulas";

    /** Every function that is picked, not written or opened; then every made data set. Files are offered once they have been opened. */
    static List<Offer> all() {
        List<Offer> all = new ArrayList<>();
        Objectives.CATALOG.choices().stream().filter(c -> !c.group().equals("My formula")).map(c -> of("landscape-", Objectives.CATALOG, c, false))
                .forEach(all::add);
        DataSources.CATALOG.choices().stream().filter(c -> c.knobs().stream().noneMatch(k -> k.name().equals("path") || k.name().equals("images")))
                .map(c -> of("data-", DataSources.CATALOG, c, true)).forEach(all::add);
        return List.copyOf(all);
    }

    private static Offer of(String prefix, Catalog<?> catalog, Choice<?> choice, boolean isData) {
        return new Offer(prefix + choice.id(), Named.label(catalog, choice).replace(" (synthetic)", ""), Named.help(catalog, choice), choice.group(),
                Spec.of(choice.id()), isData);
    }

    /** The heading over a group. */
    static String heading(String group) {
        return switch (group) {
            case YOURS -> Wording.of("gallery.yours");
            case FORMULAS -> Wording.of("gallery.formulas");
            default -> Named.group(group);
        };
    }

    /** A file that somebody opened. */
    static Offer yours(int number, Spec data, String name) {
        return new Offer("yours-" + number, name, data.toString(), YOURS, data, true);
    }

    /** A formula that somebody wrote. */
    static Offer formula(int number, String text) {
        return new Offer("formula-" + number, text, "", FORMULAS, Spec.of("formula").with("", new Value.Text(text)), false);
    }

    /** Whether it is people's own, which they can take out of the gallery. */
    boolean isOwn() {
        return group.equals(YOURS) || group.equals(FORMULAS);
    }

    boolean matches(String wanted) {
        return label.toLowerCase(Locale.ROOT).contains(wanted) || spec.id().contains(wanted);
    }

    /** Whether this is what is shown: the same function or made data with any knobs, or the same file. */
    boolean shows(Spec shown, boolean data) {
        return data == isData && shown.id().equals(spec.id()) && (!group.equals(YOURS) || file(shown).equals(file(spec)))
                && (!group.equals(FORMULAS) || formula(shown).equals(formula(spec)));
    }

    /** The text of a formula. */
    static String formula(Spec objective) {
        return Objectives.CATALOG.settings(objective).values().iterator().next().asText();
    }

    /** The knob that names the file; empty for made data. */
    static String file(Spec data) {
        return DataSources.CATALOG.settings(data).entrySet().stream().filter(e -> e.getKey().equals("path") || e.getKey().equals("images"))
                .map(e -> e.getValue().asText()).findFirst().orElse("");
    }
}
