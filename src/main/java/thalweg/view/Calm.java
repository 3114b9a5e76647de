package thalweg.view;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import thalweg.session.Preferences;

/** Whether nothing on screen may move that was not asked to: as the system wants it, until people choose otherwise. */
final class Calm {
    private static final String KEY = "reduced-motion";

    private final Preferences preferences;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper(this, "on");
    /** Held here, for the system holds it only weakly. */
    private final InvalidationListener following;

    /**
     * As chosen last, or as the system wants it.
     *
     * @param system whether the system wants little motion; may change
     */
    Calm(Preferences preferences, ObservableBooleanValue system) {
        this.preferences = preferences;
        following = _ -> follow(system.get());
        system.addListener(new WeakInvalidationListener(following));   // the system outlives windows
        follow(system.get());
    }

    private void follow(boolean system) {
        on.set(Boolean.parseBoolean(preferences.text(KEY, Boolean.toString(system))));
    }

    ReadOnlyBooleanProperty on() {
        return on.getReadOnlyProperty();
    }

    void choose(boolean calm) {
        preferences.put(KEY, Boolean.toString(calm));
        on.set(calm);
    }
}
