package thalweg.view;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import thalweg.catalog.Spec;
import thalweg.catalog.SpecException;
import thalweg.session.Preferences;

/** The files with data that somebody opened lately. */
final class YourData {
    private YourData() {
    }

    /** Those that are still there, as offers of the gallery. */
    static List<Offer> of(Preferences preferences) {
        List<Offer> offers = new ArrayList<>();
        for (String text : preferences.data().get()) {
            try {
                Spec spec = Spec.parse(text);
                Path file = Path.of(Offer.file(spec));
                if (Files.exists(file)) {
                    offers.add(Offer.yours(offers.size(), spec, file.getFileName().toString()));
                }
            } catch (SpecException | InvalidPathException _) {
                // written by hand, or damaged
            }
        }
        return offers;
    }

    /** Keeps data of a file to be offered again; does nothing for made data. */
    static void remember(Preferences preferences, Spec data) {
        String file = Offer.file(data);
        if (!file.isEmpty()) {
            preferences.rememberData(data.toString(), other -> isOf(other, file));
        }
    }

    /** Offers data of a file no longer. */
    static void forget(Preferences preferences, Spec data) {
        String file = Offer.file(data);
        preferences.forgetData(other -> isOf(other, file));
    }

    private static boolean isOf(String text, String file) {
        try {
            return Offer.file(Spec.parse(text)).equals(file);
        } catch (SpecException _) {
            return true;
        }
    }
}
