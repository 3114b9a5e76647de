package thalweg.data;

import java.util.List;

/** What stands between the values of a line. */
public enum Separator {
    AUTO('\0'), COMMA(','), SEMICOLON(';'), TAB('\t'), BAR('|');

    private final char sign;

    Separator(char sign) {
        this.sign = sign;
    }

    /** Whether spaces stand in a line and nothing else that parts values, as NumPy and many older tables have it. */
    static boolean isSpaced(String line) {
        return line.strip().contains(" ") && line.chars().noneMatch(c -> ",;|\t\"".indexOf(c) >= 0);
    }

    /** Whether a text is a table with spaces between its values: its first two lines are of as many words, and the second has a number. */
    static boolean isSpacedTable(String text) {
        List<String> lines = text.lines().filter(l -> !l.isBlank()).limit(2).map(String::strip).toList();
        return !lines.isEmpty() && lines.stream().allMatch(Separator::isSpaced) && lines.getLast().matches("(.* )?[-+.]*\\d.*")
                && lines.stream().map(l -> l.split(" +").length).distinct().count() == 1;
    }

    /** A text with a tab for the spaces between its values. */
    static String tabbed(String text) {
        return text.replaceAll("(?m)^ +| +$", "").replaceAll(" +", "\t");
    }

    /** The sign; for {@link #AUTO} the one that is most frequent in the first line of a text, outside of quotes, and a comma if there is none. */
    char in(String text) {
        if (this != AUTO) {
            return sign;
        }
        Separator best = COMMA;
        int most = 0;
        for (Separator candidate : new Separator[] {COMMA, SEMICOLON, TAB, BAR}) {
            int count = 0;
            boolean quoted = false;
            int first = 0;                                        // of the first line with something in it
            while (first < text.length() && (text.charAt(first) == '\n' || text.charAt(first) == '\r')) {
                first++;
            }
            for (int i = first; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
                char c = text.charAt(i);
                quoted ^= c == '"';
                count += !quoted && c == candidate.sign ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best.sign;
    }
}
