package thalweg.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.math.Chance;
import thalweg.math.Purpose;

class SpecTest {
    @Test
    void theExamplesOfTheManualAreRead() {
        assertEquals(Spec.of("rosenbrock"), Spec.parse("rosenbrock"));
        assertEquals(Spec.of("adam").with("learningRate", 0.05).with("beta1", 0.8), Spec.parse("adam(learningRate=0.05, beta1=0.8)"));
        assertEquals(new Spec("formula", Map.of("", Value.text("x^2 + 3*y^2"))), Spec.parse("formula(\"x^2 + 3*y^2\")"));
        assertEquals(Spec.of("nag").with("form", new Value.Word("lookahead")), Spec.parse("nag(form=lookahead)"));
        Spec network = Spec.parse("mlp(hidden=16-16, activation=tanh, skip=false)");
        assertEquals(List.of("hidden", "activation", "skip"), List.copyOf(network.arguments().keySet()));
        assertEquals(new Value.Word("16-16"), network.arguments().get("hidden"));
        assertEquals(Value.text("a b.csv"), Spec.parse("csv(path=\"a b.csv\")").arguments().get("path"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "adam( beta1 = 0.8, learningRate=2e-2 )|adam(beta1=0.8, learningRate=0.02)",
        "  sphere ( ) |sphere",
        "formula('x^2 + y')|formula(\"x^2 + y\")",
        "formula(x^2+3*y^2)|formula(x^2+3*y^2)",
        "formula('x', xmin=\u22123)|formula(\"x\", xmin=-3)",
        "a(b=1e-4, c=1E7, d=100.0, e=.5, f=-0.0, g=+3)|a(b=1e-4, c=1e7, d=100, e=0.5, f=-0, g=3)"})
    void aSpecIsWrittenInOneWay(String written, String expected) {
        assertEquals(expected.strip(), Spec.parse(written).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "adam(learningRate=0.05|missing ')' at column 23 of 'adam(learningRate=0.05'",
        "adam(learningRate=0.05))|one ')' too many at column 24 of 'adam(learningRate=0.05))'",
        "adam(learningRate=0.05 beta1=0.8)|expected ',' or ')' at column 24 of 'adam(learningRate=0.05 beta1=0.8)'",
        "adam(learningRate=)|missing value at column 19 of 'adam(learningRate=)'",
        "adam(beta1=0.8, 0.05)|expected knob=value; only the first value may stand without the knob's name at column 17 of 'adam(beta1=0.8, 0.05)'",
        "adam(beta1=0.8, beta1=0.9)|knob 'beta1' is set twice at column 17 of 'adam(beta1=0.8, beta1=0.9)'",
        "adam(beta1=0.8,)|expected knob=value; only the first value may stand without the knob's name at column 16 of 'adam(beta1=0.8,)'",
        "formula(sin(x))|text with parentheses needs quotes at column 12 of 'formula(sin(x))'",
        "formula(\"x|missing closing quote of the one at column 9 of 'formula(\"x'",
        "csv(path=C:\\data)|'C:\\data' needs quotes at column 10 of 'csv(path=C:\\data)'",
        "adam beta1=0.8|expected '(' or the end at column 6 of 'adam beta1=0.8'",
        "(x)|missing name at column 1 of '(x)'",
        "3d|a name is letters, digits and hyphens, but was '3d' at column 1 of '3d'"})
    void mistakesNameTheirColumn(String written, String message) {
        assertEquals(message, assertThrows(SpecException.class, () -> Spec.parse(written)).getMessage());
    }

    @Test
    void unknownEscapesAndBadHexadecimalDigitsAreExplained() {
        assertEquals("a backslash in quotes is written \\\\; other escapes are \\\" \\' \\n \\r \\t \\uXXXX at column 8 of 'csv(\"C:\\data\")'",
                assertThrows(SpecException.class, () -> Spec.parse("csv(\"C:\\data\")")).getMessage());
        assertEquals("\\u needs four hexadecimal digits at column 4 of 'f(\"\\u12\")'",
                assertThrows(SpecException.class, () -> Spec.parse("f(\"\\u12\")")).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "(", "a(", "a(b", "a(b=", "a(=1)", "a(\"", "a(\"\\", "a(\"\\u", "a(b=(", "a(,)", "a)", "a(b=1)c",
            "\"a\""})
    void anyStumpIsRefusedInWords(String stump) {
        String message = assertThrows(SpecException.class, () -> Spec.parse(stump)).getMessage();
        assertEquals(true, message.contains(" at column "), message);
    }

    @Test
    void lengthAndNumberOfKnobsAreLimited() {
        String longText = "f(\"" + "x".repeat(20_000) + "\")";
        assertEquals("a spec has at most 20000 characters, but this one has 20005",
                assertThrows(SpecException.class, () -> Spec.parse(longText)).getMessage());
        StringBuilder many = new StringBuilder("f(a=1");
        for (int i = 0; i < 100; i++) {
            many.append(",a").append(i).append("=1");
        }
        assertThrows(SpecException.class, () -> Spec.parse(many + ")"));
    }

    @Test
    void whatCouldNotBeReadBackIsRefusedWhenMade() {
        assertThrows(SpecException.class, () -> Spec.of("a b"));
        assertThrows(SpecException.class, () -> Spec.of("a").with("b c", 1));
        assertThrows(SpecException.class, () -> new Value.Word("1e5"));
        assertThrows(SpecException.class, () -> new Value.Word("a b"));
        assertThrows(SpecException.class, () -> new Value.Word(""));
        assertThrows(SpecException.class, () -> new Value.Word("a\u2003b"));
    }

    @Test
    void aValueWithoutNameIsWrittenFirst() {
        Spec spec = Spec.of("formula").with("xmin", -3).with("", Value.text("x"));
        assertEquals("formula(\"x\", xmin=-3)", spec.toString());
        assertEquals(spec, Spec.parse(spec.toString()));
    }

    /** 5,000 seeded specs: any bits as numbers, any UTF-16 units as text, awkward words. */
    @Test
    void parsingWhatWasFormattedGivesTheSameSpec() {
        for (int i = 0; i < 5_000; i++) {
            Spec spec = random(i);
            assertEquals(spec, Spec.parse(spec.toString()), spec::toString);
        }
    }

    private static Spec random(int i) {
        Map<String, Value> arguments = new LinkedHashMap<>();
        int knobs = (int) (5 * draw(i, 0));
        for (int k = 0; k < knobs; k++) {
            arguments.put(k == 1 ? "" : "knob" + k, value(i, 10 * k + 1));
        }
        return new Spec(draw(i, 99) < 0.5 ? "a-b2" : "adam", arguments);
    }

    private static Value value(int i, int at) {
        double which = draw(i, at);
        if (which < 0.4) {
            long high = (long) (draw(i, at + 1) * 0x1p32) << 32;
            return Value.of(Double.longBitsToDouble(high | (long) (draw(i, at + 2) * 0x1p32)));
        }
        if (which < 0.5) {
            return Value.of(Math.rint(draw(i, at + 1) * 1e9 - 5e8) / 1000);
        }
        if (which < 0.6) {
            return new Value.Word(List.of("16-16", "true", "x^2", "a.csv", "-", "e5", "1e5x", "\u03b1", "0x10", "1d")
                    .get((int) (10 * draw(i, at + 1))));
        }
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < 8 * draw(i, at + 1); c++) {
            text.append(which < 0.8 ? "\"\\'\n\r\t,() =\u0000\u007f".charAt((int) (13 * draw(i, at + 2 + c)))
                    : (char) (65536 * draw(i, at + 2 + c)));
        }
        return Value.text(text.toString());
    }

    private static double draw(int i, int at) {
        return Chance.uniform(1, Purpose.TEST, 100L * i + at);
    }

    /** A minus sign from a typeset page makes a number, so text that looks like one stands in quotes and comes back as text. */
    @Test
    void textThatLooksLikeANumberComesBackAsText() {
        for (String text : List.of("-3", "\u22123", "1e5", "NaN")) {
            Spec spec = new Spec("formula", Map.of("", new Value.Text(text)));
            assertEquals("formula(\"" + text + "\")", spec.toString());
            assertEquals(spec, Spec.parse(spec.toString()));
            assertThrows(SpecException.class, () -> new Value.Word(text), text);
        }
    }
}
