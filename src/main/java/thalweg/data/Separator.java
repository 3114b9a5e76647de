package thalweg.data;

import java.util.List;

/** What stands between the values of a line. */
public enum Separator {
    AUTO('\0'), COMMA(','), SEMICOLON(';'), TAB('\t'), BAR('|');

    private final char sign;

    Separator(char sign) {
        this.sign = sign;
    }

    /**
     * A text with a tab for the spaces between its values, if nothing else stands between them, as NumPy and many older tables have it; any other
     * unchanged.
     */
    static String tabbed(String text) {
        List<String> lines = text.lines().filter(l -> !l.isBlank()).limit(2).map(String::strip).toList();
        boolean spaced = !lines.isEmpty() && lines.stream().allMatch(l -> l.contains(" ") && l.chars().noneMatch(c -> ",;|\t\"".indexOf(c) >= 0))
                && lines.stream().map(l -> l.split(" +").length).distinct().count() == 1;
        return spaced ? text.replaceAll("(?m)^ +| +$", "").replaceAll(" +", "\t") : text;
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
