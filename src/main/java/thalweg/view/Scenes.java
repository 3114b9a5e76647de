package thalweg.view;

import java.util.List;
import java.util.Locale;
import thalweg.experiment.NamedScenes;
import thalweg.session.Session;
import thalweg.session.Wording;

/** The scenes that travel with the program, as the window opens them. */
public final class Scenes {
    private Scenes() {
    }

    /** Shows a scene, with what is seen in the status line; undo leads back. */
    public static void open(Session session, NamedScenes.Entry scene) {
        session.show(scene.title().toLowerCase(Locale.ROOT), scene.read());
        session.report(scene.caption());
    }

    /** Shows the experiment itself instead of its variants side by side. */
    static void alone(Session session) {
        session.edit(Wording.of("edit.stop-comparing"), e -> e.withVariants(List.of()));
    }
}
