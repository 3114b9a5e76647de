package thalweg.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
    interface Rule { }

    @Entry(id = "adam", label = "Adam", group = "Adaptive", help = "Adaptive moments.", source = "Kingma and Ba 2015", latex = "\\theta")
    record Adam(
            @Knob(label = "learning rate", symbol = "\\alpha", value = 0.001, min = 1e-4, max = 1, log = true) double learningRate,
            @Knob(label = "decay of m", symbol = "\\beta_1", value = 0.9, max = 0.999, most = 1, below = true) double beta1,
            @Knob(label = "decay of v", value = 0.999, max = 0.999, most = 1, below = true) double beta2,
            @Knob(label = "epsilon", value = 1e-8, min = 1e-12, max = 0.1, log = true, advanced = true) double epsilon) implements Rule {
    }

    enum Form { LOOK_AHEAD, PYTORCH }

    @Entry(id = "nag", label = "NAG")
    record Nag(
            @Knob(label = "form", word = "look-ahead") Form form,
            @Knob(label = "restarts", value = 3, min = 1, max = 10, least = 1) int restarts,
            @Knob(label = "seed", value = 1, max = 100, least = -1e18) long seed,
            @Knob(label = "damped", word = "true") boolean damped,
            @Knob(label = "note") String note) implements Rule {
        Nag {
            if (note.equals("bad")) {
                throw new IllegalArgumentException("note must be good");
            }
        }
    }

    @Entry(id = "plain", label = "Plain")
    record Plain() implements Rule { }

    private static final Catalog<Rule> CATALOG = Catalog.ofRecords("optimizer", List.of(Adam.class, Nag.class, Plain.class));

    @Test
    void aSpecMakesTheRecordAndTheRecordGivesTheSpec() {
        Rule adam = CATALOG.make(Spec.parse("adam( beta1 = 0.8, learningRate=2e-2 )"));
        assertEquals(new Adam(0.02, 0.8, 0.999, 1e-8), adam);
        assertEquals("adam(learningRate=0.02, beta1=0.8)", CATALOG.spec(adam).toString());
        Rule nag = CATALOG.make(Spec.parse("nag(form=pytorch, restarts=4, seed=-9007199254740992, damped=false, note=\"a, b\")"));
        assertEquals(new Nag(Form.PYTORCH, 4, -9007199254740992L, false, "a, b"), nag);
        assertEquals(nag, CATALOG.make(Spec.parse(CATALOG.spec(nag).toString())));
        assertEquals("nag", CATALOG.spec(CATALOG.make(Spec.of("nag"))).toString());
    }

    @Test
    void theFirstKnobMayStandWithoutItsName() {
        assertEquals(new Adam(0.5, 0.9, 0.999, 1e-8), CATALOG.make(Spec.parse("adam(0.5)")));
        assertEquals("adam(learningRate=0.5)", CATALOG.canonical(Spec.parse("adam(0.5, beta1=0.9)")).toString());
    }

    @Test
    void textKnobsTakeWordsAndNumbersToo() {
        assertEquals("16-16", ((Nag) CATALOG.make(Spec.parse("nag(note=16-16)"))).note());
        assertEquals("16", ((Nag) CATALOG.make(Spec.parse("nag(note=16)"))).note());
    }

    @Test
    void settingsHoldEveryKnobInTheOrderOfTheEntry() {
        Map<String, Value> settings = CATALOG.settings(Spec.parse("adam(epsilon=1, learningRate=2)"));
        assertEquals(List.of("learningRate", "beta1", "beta2", "epsilon"), List.copyOf(settings.keySet()));
        assertEquals(List.of(2.0, 0.9, 0.999, 1.0), settings.values().stream().map(Value::asNumber).toList());
    }

    @Test
    void annotationsBecomeKnobs() {
        KnobInfo rate = CATALOG.choice("adam").knobs().getFirst();
        assertEquals(new KnobInfo("learningRate", "learning rate", "\\alpha", KnobInfo.Kind.NUMBER, Value.of(0.001), 1e-4, 1, true, 0,
                Double.MAX_VALUE, false, List.of(), false, ""), rate);
        assertEquals(List.of(KnobInfo.Kind.CHOICE, KnobInfo.Kind.WHOLE, KnobInfo.Kind.WHOLE, KnobInfo.Kind.SWITCH, KnobInfo.Kind.TEXT),
                CATALOG.choice("nag").knobs().stream().map(KnobInfo::kind).toList());
        assertEquals(List.of("look-ahead", "pytorch"), CATALOG.choice("nag").knobs().getFirst().words());
        assertEquals("Adaptive", CATALOG.choice("adam").group());
        assertEquals(List.of("adam", "nag", "plain"), CATALOG.ids());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "adam(lr=1)|'adam' has no knob 'lr'; it has learningRate, beta1, beta2, epsilon",
        "plain(lr=1)|'plain' has no knob 'lr'; it has none",
        "plain(1)|'plain' has no knob; it has none",
        "addam|no optimizer 'addam'; did you mean 'adam'? (nag, plain)",
        "Adam|no optimizer 'Adam'; did you mean 'adam'? (nag, plain)",
        "ada|no optimizer 'ada'; did you mean 'adam'? (nag, plain)",
        "bfgs|no optimizer 'bfgs'; there are adam, nag, plain",
        "adam(learningRate=-0.1)|'adam': learningRate must be a finite number >= 0, but was -0.1",
        "adam(learningRate=NaN)|'adam': learningRate must be a finite number >= 0, but was NaN",
        "adam(learningRate=1e999)|'adam': learningRate must be a finite number >= 0, but was Infinity",
        "adam(learningRate=fast)|'adam': learningRate must be a finite number >= 0, but was fast",
        "adam(beta1=1)|'adam': beta1 must be a finite number >= 0 and < 1, but was 1",
        "nag(restarts=0.5)|'nag': restarts must be a whole number >= 1 and <= 2147483647, but was 0.5",
        "nag(restarts=0)|'nag': restarts must be a whole number >= 1 and <= 2147483647, but was 0",
        "nag(seed=1e300)|'nag': seed must be a whole number, but was 1e300",
        "nag(form=ahead)|'nag': form must be look-ahead or pytorch, but was ahead",
        "nag(damped=1)|'nag': damped must be true or false, but was 1",
        "nag(note=bad)|'nag': note must be good",
        "adam(0.1, learningRate=0.2)|'adam': knob 'learningRate' is set twice, once without its name"})
    void errorsNameTheArgumentItsValueTheRuleAndWhatWouldWork(String spec, String message) {
        assertEquals(message, assertThrows(SpecException.class, () -> CATALOG.make(Spec.parse(spec))).getMessage());
    }

    @Test
    void aMisspeltIdIsAnsweredWithTheNearestOnesFirst() {
        List<String> ids = List.of("gradient-descent", "momentum", "nag", "adagrad", "adadelta", "rmsprop", "adam", "adamax", "nadam",
                "amsgrad",
                "adamw", "radam");
        assertEquals("did you mean 'adam'? (nadam, adamw, radam, adamax, nag, adagrad, adadelta, amsgrad, ...)",
                Nearest.advice("addam", ids));
        assertEquals("did you mean 'gradient-descent'?", Nearest.advice("gradient_descent", List.of("gradient-descent")));
        assertEquals("there are none", Nearest.advice("x", List.of()));
    }

    @Test
    void distanceCountsEdits() {
        assertEquals(0, Nearest.distance("adam", "adam"));
        assertEquals(1, Nearest.distance("adam", "adma"));
        assertEquals(3, Nearest.distance("kitten", "sitting"));
        assertEquals(4, Nearest.distance("", "adam"));
    }

    @Test
    void declaredChoicesAreChoicesLikeAnyOther() {
        Declared<String> line = new Declared<>("line", "Line", "Bowls", "A line.",
                List.of(KnobInfo.number("a", "slope", -1, -2, 2).within(-5, 5)),
                settings -> "line " + settings.get("a").asNumber());
        Catalog<String> catalog = new Catalog<>("objective", List.of(line));
        assertEquals("line -1.0", catalog.make(Spec.parse("line")));
        assertEquals("line 3.0", catalog.make(Spec.parse("line(3)")));
        assertEquals("'line': a must be a finite number >= -5 and <= 5, but was 6",
                assertThrows(SpecException.class, () -> catalog.make(Spec.parse("line(a=6)"))).getMessage());
        assertEquals("line 3.0 is not made by a choice of this catalog",
                assertThrows(SpecException.class, () -> catalog.spec("line 3.0")).getMessage());
    }

    @Test
    void anErrorOfWhatIsMadeKeepsItsCause() {
        IllegalArgumentException cause = new IllegalArgumentException("no");
        Catalog<String> catalog = new Catalog<>("thing", List.of(new Declared<>("a", "A", "", "", List.of(), _ -> {
            throw cause;
        })));
        SpecException error = assertThrows(SpecException.class, () -> catalog.make(Spec.of("a")));
        assertEquals("'a': no", error.getMessage());
        assertSame(cause, error.getCause());
    }

    @Entry(id = "wrong", label = "Wrong")
    record WrongSlider(@Knob(label = "x", min = -1) double x) { }

    @Entry(id = "wrong", label = "Wrong")
    record WrongDefault(@Knob(label = "x", value = 2, most = 1) double x) { }

    @Entry(id = "wrong", label = "Wrong")
    record WrongLog(@Knob(label = "x", log = true) double x) { }

    @Entry(id = "Wrong", label = "Wrong")
    record WrongId() { }

    @Entry(id = "wrong", label = "Wrong")
    record WrongType(@Knob(label = "x") float x) { }

    @Entry(id = "wrong", label = "Wrong")
    record NoKnob(double x) { }

    record NoEntry() { }

    @ParameterizedTest
    @CsvSource({
        "WrongSlider, 'thing ''wrong'', knob ''x'': end of the slider: x must be a finite number >= 0, but was -1'",
        "WrongDefault, 'thing ''wrong'', knob ''x'': default: x must be a finite number >= 0 and <= 1, but was 2'",
        "WrongLog, 'thing ''wrong'', knob ''x'': a logarithmic slider must start above 0, but starts at 0.0'",
        "WrongId, 'thing ''Wrong'': an id is kebab-case'",
        "WrongType, 'x must be double, int, long, boolean, String or an enum'",
        "NoKnob, 'x needs @Knob'",
        "NoEntry, 'must be a record with @Entry'"})
    void mistakesInAnnotationsShowWhenTheCatalogIsMade(String name, String message) throws ClassNotFoundException {
        Class<?> type = Class.forName(CatalogTest.class.getName() + "$" + name);
        String said = assertThrows(IllegalArgumentException.class, () -> Catalog.ofRecords("thing", List.of(type))).getMessage();
        assertTrue(said.endsWith(message), said);
    }

    @Test
    void anIdIsListedOnce() {
        assertEquals("optimizer 'plain' is listed twice", assertThrows(IllegalArgumentException.class,
                () -> Catalog.ofRecords("optimizer", List.<Class<?>>of(Plain.class, Plain.class))).getMessage());
    }
}
