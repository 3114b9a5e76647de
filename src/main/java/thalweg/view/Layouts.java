package thalweg.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import thalweg.session.Session;
import thalweg.session.Wording;

/** The buttons that choose how many tiles there are. */
final class Layouts extends HBox {
    private static final String FRAME = "M2.5 3.5h11v9h-11z";
    private static final Map<String, String> ICONS = Map.of("1", FRAME, "1x2", FRAME + "M8 3.5v9", "2x2", FRAME + "M8 3.5v9M2.5 8h11",
            "2x3", FRAME + "M6.2 3.5v9M9.8 3.5v9M2.5 8h11",
            "per-run", "M2.5 2.5h4.5v4.5h-4.5zM9 2.5h4.5v4.5h-4.5zM2.5 9h4.5v4.5h-4.5zM9 9h4.5v4.5h-4.5z");

    Layouts(Session session) {
        getStyleClass().add("segments");
        setMaxHeight(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> buttons = new ArrayList<>();
        for (String layout : Arrangement.LAYOUTS) {
            ToggleButton button = Icons.toggle("layout-" + layout, Icons.path(ICONS.get(layout)), name(layout));
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                choose(session, layout);
            });
            buttons.add(button);
        }
        buttons.getLast().getStyleClass().add("last");
        getChildren().setAll(buttons);
        session.experiment().subscribe(e -> buttons.get(Math.max(0, Arrangement.LAYOUTS.indexOf(e.look().layout()))).setSelected(true));
    }

    static String name(String layout) {
        return Wording.of("layout." + layout);
    }

    static void choose(Session session, String layout) {
        session.edit(Wording.of("edit.layout"), e -> e.withLook(e.look().withLayout(layout)));
    }
}
