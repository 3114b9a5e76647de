package thalweg.paint;

import java.util.ArrayList;
import java.util.List;

/**
 * A long formula in LaTeX as several lines, broken before a plus or minus, or between factors in parentheses.
 *
 * <p>Decision: broken here rather than by JLaTeXMath, which breaks before digits and never between letters. Outside all parentheses if that is
 * enough, so that they may grow with what they hold; if not, inside them too, and then they all have their plain size.
 */
final class FormulaLines {
    private FormulaLines() {
    }

    /** The lines, each as wide as fits in {@code room} sizes; what cannot be broken may be wider. */
    static List<String> of(String latex, double room) {
        List<String> lines = filled(pieces(latex), room);
        return lines.stream().allMatch(line -> fits(line, room)) ? lines : filled(pieces(flat(latex)), room);
    }

    /** The same with parentheses that need not be closed on the same line. */
    private static String flat(String latex) {
        return latex.replace("\\left", "").replace("\\right", "");
    }

    private static boolean fits(String line, double room) {
        return Typeset.of(line).width(1) <= room;
    }

    private static List<String> filled(List<String> pieces, double room) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String piece : pieces) {
            String longer = line + piece;
            if (!line.isEmpty() && !fits(longer, room)) {
                lines.add(line);
                longer = (isSign(piece.charAt(0)) ? "{}" : "") + piece;   // so that the sign keeps the space of one between two terms
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    private static List<String> pieces(String latex) {
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        int depth = 0;
        for (int i = 0; i < latex.length(); i++) {
            char c = latex.charAt(i);
            boolean opens = latex.startsWith("\\left", i) && !latex.startsWith("\\leftarrow", i);
            if (depth == 0 && i > begin && (isSign(c) && endsTerm(latex, i) || (opens || c == '(') && latex.substring(begin, i).endsWith(")"))) {
                pieces.add(latex.substring(begin, i));
                begin = i;
            }
            depth += opens || c == '{' ? 1 : latex.startsWith("\\right", i) && !latex.startsWith("\\rightarrow", i) || c == '}' ? -1 : 0;
        }
        pieces.add(latex.substring(begin));
        return pieces;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }

    /** Whether a sign there stands between two terms, and not before one. */
    private static boolean endsTerm(String latex, int at) {
        String before = latex.substring(0, at).stripTrailing();
        return !before.isEmpty() && "(|{[+-^_=,".indexOf(before.charAt(before.length() - 1)) < 0;
    }
}
