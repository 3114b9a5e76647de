package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    /** Every figure of the target pictures. */
    @ParameterizedTest
    @CsvSource({"0.234,0.234", "0.01776,0.0178", "2.8712,2.87", "33.62,33.6", "1.9,1.90", "0.0050,5.0e-3", "0.00211,2.1e-3", "1453.2,1453", "1,1.00",
            "-50,-50.0", "0.5,0.500", "100,100", "0.25,0.250",
        "-90953,-9.1e4", "0,0", "-0.692,-0.692", "124.5,124", "0.00999,0.0100", "999.6,1000", "9999.7,1.0e4", "1e-300,1.0e-300",
        "NaN,NaN", "-Infinity,-∞", "0.0099999,0.0100"})
    void threeDigitsOrAnExponent(double value, String text) {
        assertEquals(Numbers.minus(text), Numbers.of(value));
    }

    @ParameterizedTest
    @CsvSource({"0.9,1,1,1", "-0.5,0.5,1,-0.5", "0,0.5,1,0", "0.03,0.03,0.18,0.03", "0,0.03,0.18,0.00", "14000,2000,14000,14\u2009000",
        "1,0.5,1,1", "3e6,1e6,5e6,3e6", "2.5e6,500000,5e6,2.5e6", "1e-5,1e-5,5e-5,1e-5"})
    void ticksShowTheDecimalsThatMatter(double value, double unit, double largest, String text) {
        assertEquals(Numbers.minus(text), Numbers.tick(value, unit, largest));
    }

    @ParameterizedTest
    @CsvSource({"-0.0001,3,0.000", "-1.1519,3,-1.152", "123456,3,1.2e5", "-0.037,3,-0.037"})
    void fixedDecimalsHaveNoMinusZero(double value, int decimals, String text) {
        assertEquals(Numbers.minus(text), Numbers.fixed(value, decimals));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "0.5,0.5", "100,100", "2.25,2.25", "0.005,5.0e-3", "0,0"})
    void constantsInWordsHaveNoZerosAtTheirEnd(double value, String text) {
        assertEquals(Numbers.minus(text), Numbers.brief(value));
    }

    /** A run that diverged has such slopes, and a table must still write them. */
    @Test
    void whatHasNoEndHasNoExponent() {
        assertEquals("\u2212\u221e", Numbers.exponent(Double.NEGATIVE_INFINITY, 3));
        assertEquals("NaN", Numbers.exponent(Double.NaN, 3));
        assertEquals("1.250e\u22127", Numbers.exponent(1.25e-7, 3));
    }
}
