package thalweg.catalog;

import java.util.Locale;

/** What a knob can be set to in a spec: a number, a bare word such as {@code lookahead} or {@code true}, or quoted text. */
public sealed interface Value {
    /** The number, of a {@link Num}. */
    default double asNumber() {
        throw new SpecException("expected a number, but was " + this);
    }

    /** The characters of a word or text; a number as written in a spec. */
    String asText();

    /** Whether the word is {@code true}; text and numbers are not. */
    default boolean asSwitch() {
        return false;
    }

    /** The value of a switch. */
    static Value of(boolean on) {
        return new Word(Boolean.toString(on));
    }

    static Value of(double number) {
        return new Num(number);
    }

    /** Quoted text; may hold any characters. */
    static Value text(String text) {
        return new Text(text);
    }

    /** The word of an enum constant: lower case, with hyphens for underscores. */
    static Value of(Enum<?> constant) {
        return new Word(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    record Num(double number) implements Value {
        @Override
        public double asNumber() {
            return number;
        }

        @Override
        public String asText() {
            return SpecSyntax.number(number);
        }

        /** The shortest decimal that reads back as the same number: {@code 0.05}, {@code 100}, {@code 1e-8}. */
        @Override
        public String toString() {
            return asText();
        }
    }

    /**
     * A bare word.
     *
     * @param word characters without space, comma, quote, backslash, equals sign or parenthesis, that do not spell a number
     */
    record Word(String word) implements Value {
        public Word {
            if (!SpecSyntax.isWord(word)) {
                throw new SpecException("not a word: " + SpecSyntax.quote(word)
                        + "; a word is not a number and has no space, comma, quote, backslash, equals sign or parenthesis");
            }
        }

        @Override
        public String asText() {
            return word;
        }

        @Override
        public boolean asSwitch() {
            return word.equals("true");
        }

        @Override
        public String toString() {
            return word;
        }
    }

    record Text(String text) implements Value {
        @Override
        public String asText() {
            return text;
        }

        /** In double quotes, with escapes. */
        @Override
        public String toString() {
            return SpecSyntax.quote(text);
        }
    }
}
