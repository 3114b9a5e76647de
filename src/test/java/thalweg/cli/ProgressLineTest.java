package thalweg.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter said = new StringWriter();
    private final long[] now = {7};

    private void run(boolean terminal, int steps, long each) {
        try (ProgressLine line = new ProgressLine(new PrintWriter(said), () -> terminal, () -> now[0])) {
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
    void shortRunsNeedNone() {
        run(true, 400, 1_000_000);
        run(false, 70, 400_000_000);
        assertEquals("", said.toString());
    }

    @Test
    void aFileGetsAWholeLineNowAndThen() {
        run(false, 13, 5_000_000_000L);
        String end = System.lineSeparator();
        assertEquals("step 6 of 1000, J = 1.33, 2 h left" + end + "step 12 of 1000, J = 0.667, 2 h left" + end, said.toString());
    }
}
