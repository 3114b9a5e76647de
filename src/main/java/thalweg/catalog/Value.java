package thalweg.catalog;

/** What a knob can be set to in a spec: a number, a bare word such as {@code lookahead} or {@code true}, or quoted text. */
public sealed interface Value {
    record Num(double number) implements Value { }

    record Word(String word) implements Value { }

    record Text(String text) implements Value { }
}
