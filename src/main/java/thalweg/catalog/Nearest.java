package thalweg.catalog;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What people may have meant by a name that does not exist. */
public final class Nearest {
    /** As many as fit a line; without a near one all are listed, because then the list is the help. */
    private static final int SHOWN = 8;

    private Nearest() {
    }

    /** {@code did you mean 'adam'? (adamw, adamax, ...)}, or the list of all. */
    public static String advice(String asked, List<String> known) {
        List<String> sorted = known.stream().sorted(Comparator.comparingInt(id -> distance(plain(asked), plain(id)))).toList();
        if (sorted.isEmpty() || !near(asked, sorted.getFirst())) {
            return "there " + (known.isEmpty() ? "are none" : "are " + String.join(", ", known));
        }
        List<String> others = sorted.stream().skip(1).limit(SHOWN).toList();
        String more = known.size() > SHOWN + 1 ? ", ..." : "";
        return "did you mean '" + sorted.getFirst() + "'?" + (others.isEmpty() ? "" : " (" + String.join(", ", others) + more + ")");
    }

    private static boolean near(String asked, String id) {
        String a = plain(asked);
        String b = plain(id);
        return distance(a, b) <= Math.max(1, Math.min(a.length(), b.length()) / 3)
                || a.length() >= 3 && b.startsWith(a) || b.length() >= 3 && a.startsWith(b);
    }

    private static String plain(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Edits that turn one into the other: insert, delete, change or swap neighbours (Damerau 1964). */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], 1 + d[i - 2][j - 2]);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
