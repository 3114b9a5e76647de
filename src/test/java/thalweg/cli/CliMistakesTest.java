package thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed wrong, cannot be read or cannot be written: explained, with the right exit code. */
class CliMistakesTest {
    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    private Terminal.Result thalweg(String... args) {
        return terminal.type(args);
    }

    /** A folder or a pipe is no lesson; one that happens to be called like a lesson that travels with the program is not meant. */
    @Test
    void aFolderIsNoLesson() throws IOException {
        Path lessons = Files.createDirectory(folder.resolve("lessons"));
        Terminal.Result result = thalweg("lesson", lessons.toString());
        assertTrue(result.err().contains("cannot read '" + lessons + "': it is a folder"), result.err());
        assertFalse(result.code() == 0);
        assertTrue(terminal.opened().isEmpty());
        assertTrue(thalweg("lesson", "src").err().contains("cannot read 'src': it is a folder"), "without a slash");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "eval --objective rosenbrok --at 1,1             | did you mean 'rosenbrock'",
            "eval --objective rosenbrock(c=1) --at 1,1       | it has a, b",
            "eval --objective rosenbrock --at 1              | --at must have 2 components",
            "eval --objective rosenbrock --at 1,two          | finite numbers separated by commas",
            "eval --objective formula(\"x^\") --at 1         | column",
            "eval --at 1,1                                   | an objective is missing",
            "run --optimizer adam                            | an objective is missing",
            "run --objective sphere --optimizer adam(lr=1)   | has no knob 'lr'",
            "run --objective sphere --optimizer adam --steps -1 | steps",
            "run --objective sphere --optimizer adam --steps many | many",
            "run --objective sphere --optimizer adam --steps 1000001 | --steps must be 0 to 1000000, but was 1000001",
            "run --objective sphere --optimizer adam --noise -1 | --noise: -1 is out of range",
            "run --objective sphere --optimizer adam --seed 1.5 | '1.5' is not a whole number",
            "run --objective sphere --optimizer adam --stop-gradient -1 | gradient norm to stop at must be a number >= 0",
            "run --objective sphere --optimizer nag(form=up) | lookahead",
            "run --objective sphere --optimizer adam --optimizer adma | did you mean 'adam'",
            "render --objective sphere --step -1 -o a.png    | --step must be 0 or more",
            "render --objective sphere --scale 9 --size 9999x9999 -o a.png | million pixels",
            "render --objective waves --window 0,1,0,1 -o a.png | --window: the window of Waves has one range",
            "render --objective sphere --view contour,,loss -o a.png | no view ''",
            "eval --objective sphere --at 1,NaN              | finite numbers",
            "eval --objective sphere --at 1,1d               | finite numbers",
            "open                                            | say what to open",
            "run --objective sphere --optimizer adam --start 1,2,3 | start",
            "run --objective sphere --optimizer adam -o a.txt | .csv",
            "render --objective sphere -o a.bmp              | .png",
            "render sphere --fps 30 -o a.png                 | --fps is for films; 'a.png' would be a single picture",
            "render sphere --step 3 -o a.gif                 | --step is for a single picture; a film goes --from a step --to another",
            "render sphere --size 101x100 -o a.mp4           | 102x100 would do",
            "render sphere --fps 60 -o a.gif                 | at most 50 pictures per second",
            "render sphere --from 9 --to 3 -o a.gif          | was to go from 9 to 3",
            "render sphere --from -4 -o a.gif                | --from must be 0 or more, but was -4",
            "render sphere --steps 5 --from 9 -o a.gif       | --from must be 0 to 5, the last step there is, but was 9",
            "render sphere --turn 90 --view contour,loss -o a.gif | a surface, as --view surface shows it, but the film would show contour, loss",
            "render waves --turn 90 -o a.gif                 | --turn is for a surface, as --view surface shows it, but the film would show curve",
            "render sphere --transparent -o a.gif            | a film cannot be transparent",
            "render sphere --every 0 -o a.gif                | the steps from picture to picture must be 0.01 to 1000000, but were 0.0",
            "render sphere --fps 999 -o a.mp4                | a film has 1 to",
            "render sphere --hold 61 -o a.gif                | the last picture can stay for 0 to 60 seconds, but 61.0 were asked for",
            "render sphere --turn 36001 -o a.gif             | the surface can turn by -36000 to 36000 degrees, but 36001.0 were asked for",
            "render sphere --steps 1000000 --every 0.01 -o a.gif | the film would have",
            "render sphere --size 5000x4000 -o a.mp4         | an .mp4 film has at most as many pixels as 4096x2304, but this would have 5000x4000",
            "render sphere --size 30000x16 --scale 3 -o a.gif | a .gif film has sides of at most 65535 pixels, but this would have 90000x48",
            "render sphere --scale 21 -o a.png               | scale 21.0 is out of range; it must be 0.1 to 20",
            "render sphere --size 10x400 -o a.png            | a size of 10x400 is out of range; each side must be 16 to 32000",
            "render sphere --size 30000x100 -o a.pdf         | a PDF page has sides of at most",
            "render sphere --preset wall -o a.png            | there is no preset 'wall'; there are slide",
            "render sphere --view loss,loss,loss,loss,loss,loss,loss,loss,loss,loss,loss,loss,loss -o a.png | a picture has at most 12 views, but 13 were asked for",
            "render sphere --view weights,samples -o a.html  | a web page shows contour, surface, curve, loss, fit, network, but no weights, samples",
            "render sphere --size 400x300 -o a.html          | --size is for pictures and films, but 'a.html' would be a web page, which fits its window",
            "render sphere --scale 2 -o a.html               | --scale is for pictures and films",
            "render sphere --preset slide -o a.html          | --preset is for pictures and films",
            "render sphere --theme dark -o a.html            | --theme is for pictures and films, but 'a.html' would be a web page, which fits its window and has both themes",
            "render sphere --transparent -o a.html           | --transparent is for pictures and films",
            "render sphere --no-title -o a.html              | --no-title is for pictures and films",
            "render sphere --no-legend -o a.html             | --no-legend is for pictures and films",
            "render sphere --caption -o a.html               | --caption is for pictures and films",
            "render sphere --per-run -o a.html               | --per-run is for pictures and films",
            "render sphere --turn 90 -o a.html               | --turn is for films",
            "run sphere --optimizer adam --as-code rust      | there is no code in 'rust'; there is numpy, torch, keras, optax",
            "run sphere --optimizer adam --as-code numpy -o a.csv | --as-code writes to standard out, without -o",
            "run sphere --optimizer adam --optimizer nag --as-code numpy | --as-code writes one run, but there are 2",
            "run sphere --optimizer newton --as-code torch   | PyTorch has no optimizer of this kind: Newton; NumPy code has every one",
            "run --network linear --data houses --optimizer newton --as-code numpy | code of this rule is written for functions only",
            "data moons --standardise                        | --standardise tells how a model sees data: give --network",
            "data moons --network softmax                    | with --network the data stand behind --data: thalweg data --network linear --data moons",
            "data --network softmax --data moons -o a.csv    | what a model learns from and starts with is written to a file ending in .npz",
            "data --network softmax -o a.npz                 | data are missing: give --data",
            "slice --network softmax --data moons -o a.txt   | cannot write a slice to 'a.txt': use .npz, .csv, .json or .h5",
            "render --objective sphere --size big -o a.png   | 1600x1000",
            "render --objective sphere --size 99999x99999 -o a.png | 99999",
            "render --objective sphere --view curve -o a.png | --view curve shows a cost along one direction",
            "render --objective waves --view loss,surface -o a.png | --view surface shows a cost along two directions",
            "eval formula(x^2+(y^2)) --at 1,2                | a formula stands in quotes, as in",
            "render --objective sphere --theme pink -o a.png | light, dark or print",
            "render --objective sphere --view map -o a.png   | contour",
            "render --objective sphere --colormap jet -o a.png | viridis",
            "render --objective sphere --window 2,1 -o a.png | smaller",
            "list wishes                                     | objectives",
            "list                                            | say what to list: objectives",
            "list optimisers                                 | did you mean 'optimizers'?",
            "dance                                           | there is no command 'dance'; there are list, eval, run, compare, render",
            "lsit                                            | did you mean 'list'?",
            "eval --objectiv sphere --at 1,2                 | there is no option '--objectiv' here; did you mean '--objective'?",
            "render sphere --them=dark -o a.png              | there is no option '--them' here; did you mean '--theme'?",
            "render sphere booth -o a.png                    | 'booth' is one argument too many",
            "render sphere                                   | say where the picture goes: -o FILE.png",
            "render -o a.png                                 | an objective is missing",
            "render sphere --objective booth -o a.png        | the objective is given twice: 'sphere' and 'booth'",
            "render a.json --experiment b.json -o a.png      | the file is given twice",
            "eval x^2+y^2 --at 1,2                           | a formula is written formula(\"x^2+y^2\")",
            "eval sin(x) --at 1                              | a formula is written formula(\"sin(x)\")",
            "eval sphere                                     | give --at with 2 numbers separated by commas",
            "eval                                            | thalweg eval himmelblau --at 3,2",
            "run sphere --steps -1                           | --steps must be 0 to 1000000, but was -1",
            "run sphere --steps 1e9                          | '1e9' is not a whole number of at most nine digits",
            "run sphere --stop-loss nan                      | 'nan' is not a finite number",
            "run sphere --noise NaN                          | 'NaN' is not a finite number",
            "run sphere -o a.csv -o a.csv                    | only once",
    })
    void mistakesAreExplainedWithCode2(String line, String hint) {
        Terminal.Result r = thalweg(line.strip().split(" +"));
        assertEquals(2, r.code(), r.err());
        assertTrue(r.err().contains(hint), r.err());
        assertFalse(r.err().contains("Exception"), r.err());
        assertEquals("", r.out());
    }

    @Test
    void standardOutThatCannotBeWrittenFailsWithCode1() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream full = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        int code = Cli.run(new String[] {"eval", "sphere", "--at", "1,2"}, full, new PrintStream(err, true, StandardCharsets.UTF_8), (_, _) ->
                0);
        assertEquals(1, code);
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("standard out cannot be written"));
    }

    @Test
    void aStartOutsideTheWindowWorksAndIsSaid() {
        Terminal.Result r = thalweg("run", "--objective", "sphere", "--start", "100,100", "--optimizer", "gradient-descent", "--steps",
                "1");
        assertEquals(0, r.code());
        assertEquals(1, r.err().lines().filter(l -> l.contains("outside the window")).count(), r.err());
    }

    @Test
    void aPlaceWhereNothingCanBeWrittenFailsWithCode1() throws IOException {
        Path occupied = Files.createFile(folder.resolve("file"));
        Terminal.Result r = thalweg("render", "--objective", "sphere", "--size", "200x150", "-o", occupied.resolve("a.png").toString());
        assertEquals(1, r.code());
        assertTrue(r.err().contains("a.png"), r.err());
    }

    @Test
    void aDamagedFileFailsWithCode1AndItsPlace() throws IOException {
        Path damaged = Files.writeString(folder.resolve("damaged.thalweg.json"), "{\n  \"objective\": \"sphere\",\n  \"sped\": 1\n}");
        Terminal.Result r = thalweg("run", "--experiment", damaged.toString());
        assertEquals(1, r.code());
        assertTrue(r.err().startsWith("thalweg: damaged.thalweg.json, line 3, column 11: sped: there is no field 'sped' here"), r.err());
        Path holiday = folder.resolve("holiday.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", holiday.toFile());
        Terminal.Result none = thalweg("render", "--experiment", holiday.toString(), "-o", folder.resolve("b.png").toString());
        assertEquals(1, none.code());
        assertEquals("thalweg: 'holiday.png' carries no experiment; only files that Thalweg exported do\n", none.err());
        assertEquals(1, thalweg("run", "--experiment", folder.resolve("gone.json").toString()).code());
    }

    @Test
    void whereNothingIsDefinedThereIsStillAPictureAndAWord() {
        Path png = folder.resolve("nan.png");
        Terminal.Result r = thalweg("render", "--objective", "formula(\"ln(x) + sqrt(-1 - y^2)\")", "--optimizer", "adam", "--view",
                "contour,surface,loss,table",
                "--size", "400x300", "-o", png.toString());
        assertEquals(0, r.code(), r.err());
        assertTrue(r.err().contains("J is NaN at the start"), r.err());
        assertTrue(Files.exists(png));
        Terminal.Result eval = thalweg("eval", "--objective", "formula(\"ln(x)\")", "--at", "-1");
        assertEquals(0, eval.code());
        assertTrue(eval.out().contains("\"value\": null"), eval.out());
        assertEquals("thalweg: J is NaN at (-1)\n", eval.err());
    }

    @Test
    void divergenceAtTheFirstStepIsSaidAndDrawn() {
        Terminal.Result r = thalweg("render", "--objective", "formula(\"exp(x^2) + y^2\")", "--start", "3,1", "--optimizer",
                "gradient-descent(learningRate=10)", "--view", "contour,surface,loss,table", "--size", "400x300", "-o",
                folder.resolve("a.png").toString());
        assertEquals(0, r.code(), r.err());
        assertTrue(r.err().contains("GD: diverged at step 1"), r.err());
    }

    @Test
    void aReadOnlyFolderIsCalledThat() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assertTrue(locked.toFile().setWritable(false));
        assumeFalse(Files.isWritable(locked), "this user may write everywhere");
        Terminal.Result r = thalweg("run", "--objective", "sphere", "--optimizer", "adam", "-o", locked.resolve("a.csv").toString());
        assertEquals(1, r.code());
        assertTrue(r.err().contains("the folder is read-only"), r.err());
        assertTrue(locked.toFile().setWritable(true));
    }

    @Test
    void anOldFileSurvivesARunThatCannotBeMade() throws IOException {
        Path old = Files.writeString(folder.resolve("old.csv"), "old");
        assertEquals(2, thalweg("run", "--objective", "sphere", "--optimizer", "adam(lr=1)", "-o", old.toString()).code());
        assertEquals("old", Files.readString(old));
    }
}
