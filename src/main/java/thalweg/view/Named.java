package thalweg.view;

import java.util.Locale;
import thalweg.catalog.Catalog;
import thalweg.catalog.Choice;
import thalweg.catalog.KnobInfo;
import thalweg.paint.ViewKind;
import thalweg.session.Wording;

/** What can be chosen and turned, named in the language of the window; the catalogs name it in English. */
final class Named {
    private Named() {
    }

    static String label(Catalog<?> catalog, Choice<?> choice) {
        return Wording.named(key(catalog, choice), choice.label());
    }

    /** The label of the choice with this id. */
    static String label(Catalog<?> catalog, String id) {
        return label(catalog, catalog.choice(id));
    }

    /** How a choice is called here, or another name where it has none: what it makes may know a better one. */
    static String or(Catalog<?> catalog, String id, String otherwise) {
        return Wording.named(word(catalog.kind()) + "." + id, otherwise);
    }

    static String help(Catalog<?> catalog, Choice<?> choice) {
        return Wording.named(key(catalog, choice) + ".help", choice.help());
    }

    /** The heading over choices; empty stays empty. */
    static String group(String group) {
        return Wording.named("group." + word(group), group);
    }

    static String view(ViewKind kind) {
        return Wording.named("view." + kind.id(), kind.label());
    }

    /** A knob with its words for people. */
    static KnobInfo knob(Catalog<?> catalog, Choice<?> choice, KnobInfo knob) {
        String own = key(catalog, choice) + "." + knob.name();
        String common = "knob." + knob.name();
        return knob.withLabel(Wording.named(own, Wording.named(common, knob.label())))
                .withHelp(Wording.named(own + ".help", Wording.named(common + ".help", knob.help())));
    }

    private static String key(Catalog<?> catalog, Choice<?> choice) {
        return word(catalog.kind()) + "." + choice.id();
    }

    private static String word(String words) {
        return words.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
