package thalweg.view;

import java.nio.file.Path;
import java.util.List;
import thalweg.catalog.Spec;
import thalweg.experiment.Experiments;
import thalweg.session.Session;

/** Takes data to learn from, made or in files, with a model, runs and views that go well with them. */
final class OpenData {
    private final Session session;
    private final Dialogs dialogs;

    OpenData(Session session, Dialogs dialogs) {
        this.session = session;
        this.dialogs = dialogs;
    }

    /** Asks for files. */
    void ask() {
        List<Path> files = dialogs.openData();
        if (!files.isEmpty()) {
            session.openData(files);
        }
    }

    void choose(Spec source) {
        session.learn(Experiments.firstOn(source));
    }
}
