package thalweg.paint;

import java.util.Map;

/** Simple LaTeX names as plain text, for places that cannot typeset: {@code \theta_1} as a theta with a low 1. */
public final class Letters {
    private static final Map<String, String> GREEK = Map.ofEntries(Map.entry("alpha", "\u03b1"), Map.entry("beta", "\u03b2"),
            Map.entry("gamma", "\u03b3"), Map.entry("delta", "\u03b4"), Map.entry("epsilon", "\u03b5"), Map.entry("varepsilon", "\u03b5"),
            Map.entry("eta", "\u03b7"), Map.entry("theta", "\u03b8"), Map.entry("lambda", "\u03bb"), Map.entry("mu", "\u03bc"),
            Map.entry("rho", "\u03c1"), Map.entry("sigma", "\u03c3"), Map.entry("phi", "\u03c6"), Map.entry("omega", "\u03c9"));

    private Letters() {
    }

    /** What cannot be said in plain letters stays as it was written. */
    public static String plain(String latex) {
        String text = latex;
        for (Map.Entry<String, String> letter : GREEK.entrySet()) {
            text = text.replaceAll("\\\\" + letter.getKey() + "(?![a-zA-Z])", letter.getValue());
        }
        text = text.replaceAll("_\\{(\\d+)}", "_$1");
        StringBuilder plain = new StringBuilder();
        boolean low = false;
        for (char c : text.toCharArray()) {
            boolean digit = c >= '0' && c <= '9';
            if (c == '_') {
                low = true;
            } else {
                low &= digit;
                plain.append(low ? (char) ('\u2080' + c - '0') : c);
            }
        }
        return plain.toString();
    }
}
