package thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter said = new StringWriter();
    private final long[] now = {7};

    private void run(boolean shown, int steps, long each) {
        try (ProgressLine line = new ProgressLine(new PrintWriter(said), shown, () -> now[0])) {
            for (int step = 0; step <= steps; step++) {
                int at = step;
                line.at(step, 1000, () -> 8.00001 / at);
                now[0] += each;
            }
        }
    }

    @Test
    void itIsWrittenOverTwiceASecondAndTakenAway() {
        run(true, 4, 400_000_000);
        String first = "step 2 of 1000, J = 4, 7 min left";
        String second = "step 4 of 1000, J = 2, 7 min left";
        assertEquals("\r" + first + "\r" + second + "\r" + " ".repeat(second.length()) + "\r", said.toString());
    }

    @Test
    void shortRunsAndFilesNeedNone() {
        run(true, 400, 1_000_000);
        run(false, 4, 400_000_000);
        assertEquals("", said.toString());
    }
}
