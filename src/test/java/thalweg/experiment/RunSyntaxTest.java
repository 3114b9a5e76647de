package thalweg.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.catalog.Spec;
import thalweg.catalog.SpecException;

class RunSyntaxTest {
    @Test
    void aSpecAloneIsARun() {
        assertEquals(Run.of(Spec.of("adam").with("learningRate", 0.05), 3), RunSyntax.parse("adam(learningRate=0.05)", 3));
    }

    @Test
    void settingsFollowInAnyOrder() {
        Run run =
                RunSyntax.parse("  adam ( learningRate = 0.05 )  label=\"My \\\"Adam\\\" \\\\ 2\" schedule=step(every=50, factor=0.5) batch=32 color=#D55E00 ", 0);
        assertEquals(new Run(Spec.of("adam").with("learningRate", 0.05), Spec.of("step").with("every", 50).with("factor", 0.5), 32,
                "My \"Adam\" \\ 2", 0, "#D55E00", false), run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"adam", "adam(learningRate=0.05, beta1=0.8)", "adam schedule=cosine", "adam batch=64",
            "nag(form=pytorch) label=\"a b=c (d) \\\" \\\\\" hidden=true",
            "adam schedule=step(every=50, factor=0.5) label=\"x\" colour=#D55E00 style=7 hidden=true"})
    void formattingIsTheInverseOfParsing(String text) {
        assertEquals(text, RunSyntax.format(RunSyntax.parse(text, 2), 2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "``                      | an optimizer is missing",
            "adam lr=0.05            | a run has no setting 'lr'; it has schedule, batch, label, colour",
            "adam fast               | expected setting=value at column 6",
            "adam color=orange       | 'orange' is not a colour; write it like #D55E00",
            "adam label=\"open       | is not closed",
            "adam label=\"open\\\"   | is not closed",
            "adam label=a label=b    | 'label' is set twice",
            "adam color=#000000 colour=#000000 | 'colour' is set twice",
            "adam style=-1           | style '-1' is not an index",
            "adam hidden=maybe       | hidden is true or false",
            "adam(learningRate=0.05  | missing ')'"})
    void mistakesAreExplained(String text, String expected) {
        String message = assertThrows(SpecException.class, () -> RunSyntax.parse(text, 0)).getMessage();
        assertTrue(message.contains(expected), message);
    }
}
