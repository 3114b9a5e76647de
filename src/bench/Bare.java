import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The smallest window JavaFX makes, of the program's size: what starts are compared with. */
public final class Bare extends Application {
    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new StackPane(new Label("bare")), 1600, 1000));
        stage.show();
    }

    public static void main(String[] args) {
        launch(args);
    }
}
