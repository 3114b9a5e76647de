package thalweg.view;

import java.util.Optional;
import java.util.function.IntSupplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import thalweg.experiment.Experiment;
import thalweg.experiment.Study;
import thalweg.export.Code;
import thalweg.export.Dialect;
import thalweg.session.Session;
import thalweg.session.Wording;

/** The menu that puts a run on the clipboard as a program; what cannot be written says why in its own line. */
final class CopyCode {
    private CopyCode() {
    }

    /**
     * The menu.
     *
     * @param run index of the run that is meant when the menu opens
     */
    static Menu menu(Session session, IntSupplier run) {
        Menu menu = new Menu(Wording.of("code.menu"));
        for (Dialect dialect : Dialect.values()) {
            menu.getItems().add(new MenuItem(dialect.label()));
        }
        menu.setOnShowing(_ -> fill(menu, session.experiment().get(), run.getAsInt(), session));
        return menu;
    }

    private static void fill(Menu menu, Experiment experiment, int run, Session session) {
        Optional<Study> study = study(session, experiment);
        for (int i = 0; i < Dialect.values().length; i++) {
            Dialect dialect = Dialect.values()[i];
            MenuItem item = menu.getItems().get(i);
            Optional<String> obstacle = run >= experiment.runs().size() ? Optional.of(Wording.of("code.no-run"))
                    : experiment.learning().isPresent() && study.isEmpty() ? Optional.of(Wording.of("code.no-data"))
                    : Code.obstacle(experiment, run, dialect, study);
            item.setText(dialect.label() + obstacle.map(why -> ": " + why.replaceFirst("^" + dialect.label() + " ", "")).orElse(""));
            item.setDisable(obstacle.isPresent());
            item.setOnAction(_ -> {
                put(Code.of(experiment, run, dialect, study));
                session.report(Wording.of("status.copied-code", dialect.label()));
            });
        }
    }

    /** What the experiment learns from, as soon as it is there: it may hold many megabytes and is not made a second time. */
    private static Optional<Study> study(Session session, Experiment experiment) {
        return Optional.ofNullable(session.frame().get()).filter(f -> f.experiment().subject().equals(experiment.subject())
                && f.experiment().seed() == experiment.seed()).flatMap(f -> f.scene().study());
    }

    /** Puts a text on the clipboard. */
    static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
