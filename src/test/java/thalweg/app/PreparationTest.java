package thalweg.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.Stylesheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.view.Decor;

class PreparationTest {
    @TempDir
    private Path prepared;

    @Test
    void everyStyleSheetOfTheWindowIsParsedBeforehandWithAllItsRules() throws IOException, URISyntaxException {
        URI view = Decor.class.getResource("window.css").toURI();
        Path folder = Path.of(view).getParent();
        Preparation.styles(folder.getParent().getParent(), prepared);
        List<Path> sheets = sheets(folder);
        assertFalse(sheets.isEmpty());
        for (Path sheet : sheets) {
            String name = sheet.getFileName().toString().replace(".css", ".bss");
            Stylesheet parsed = Stylesheet.loadBinary(prepared.resolve("thalweg/view").resolve(name).toUri().toURL());
            Stylesheet text = new CssParser().parse(sheet.toUri().toURL());
            assertEquals(rules(text), rules(parsed), name);
        }
    }

    private static List<String> rules(Stylesheet sheet) {
        return sheet.getRules().stream()
                .map(r -> r.getSelectors() + " " + r.getDeclarations().stream().map(Declaration::getProperty).toList()).toList();
    }

    private static List<Path> sheets(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".css")).toList();
        }
    }
}
