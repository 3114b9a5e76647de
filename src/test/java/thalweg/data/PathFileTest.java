package thalweg.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.math.Vec;

/** Paths in the forms that other programs write. */
class PathFileTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Map<String, List<Vec>> read(String text) throws IOException {
        return PathFile.read("path", file("a.csv", text).toString());
    }

    @Test
    void columnsAreFoundByTheirNames() throws IOException {
        assertEquals(Map.of("path", List.of(Vec.of(1, 2), Vec.of(3, 4))), read("step,y,x,loss\n0,2,1,9\n1,4,3,8\n"));
        assertEquals(Map.of("SGD", List.of(Vec.of(1, 2)), "Adam", List.of(Vec.of(5, 6), Vec.of(7, 8))),
                read("run;step;theta_0;theta_1\nSGD;0;1;2\nAdam;0;5;6\nAdam;1;7;8\n"));
        assertEquals(Map.of("path", List.of(Vec.of(1, 2), Vec.of(3, 4))), read("1 2\n3 4\n".replace(' ', '\t')));
        assertEquals(Map.of("path", List.of(Vec.of(0.5))), read("epoch,w,loss\n0,0.5,3\n"));
    }

    @Test
    void onlyAFileWithStepsIsTakenForPathsWhenItIsDropped() throws IOException {
        assertTrue(PathFile.is(file("a.csv", "step,x,y\n0,1,2\n")));
        assertFalse(PathFile.is(file("b.csv", "x,y\n1,2\n")), "this may be data to learn from");
        assertFalse(PathFile.is(file("c.csv", "")));
        assertFalse(PathFile.is(folder.resolve("missing.npz")));
        assertFalse(PathFile.is(file("d.npz", "no zip")));
    }

    @Test
    void whatIsWrongIsSaidWithItsLine() {
        assertMistake("line 3 of '", "must be a finite number, but was 'oops'", "step,x,y\n0,1,2\n1,oops,4\n");
        assertMistake("line 3 of '", "has 2 values, but the first line has 3", "step,x,y\n0,1,2\n1,3\n");
        assertMistake("holds no path", "", "step,loss\n0,1\n");
        assertMistake("NaN", "finite", "step,x,y\n0,NaN,2\n");
    }

    private void assertMistake(String begin, String end, String text) {
        String message = assertThrows(DataException.class, () -> read(text)).getMessage();
        assertTrue(message.contains(begin) && message.contains(end), message);
    }
}
