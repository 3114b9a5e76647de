package thalweg.paint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import thalweg.data.DataSet;
import thalweg.experiment.Study;
import thalweg.network.Answers;
import thalweg.network.Loss;

/** The columns of a table of samples: number, features as far as there is room, target, what is said, and what that costs. */
final class SampleColumns {
    private static final double WIDTH = 74;
    private static final double WIDEST = 130;
    private static final double NUMBER = 44;

    private SampleColumns() {
    }

    /**
     * A column.
     *
     * @param head a line for {@link Typeset#line}
     * @param right its right edge in pixels
     * @param room for its text, in pixels
     */
    record Column(String head, double right, double room, Cell cell, boolean isMuted, boolean isPicture) {
    }

    /** What stands in a cell. */
    record Said(String text, boolean wrong) {
    }

    /** The cell of a sample, which is the k-th of those that answers are given for, if they are numbers. */
    @FunctionalInterface
    interface Cell {
        Said of(int sample, int k, Optional<Answers> answers);
    }

    private record Plain(String head, Cell cell, boolean isMuted, boolean isPicture) {
        Plain(String head, Cell cell) {
            this(head, cell, false, false);
        }
    }

    static List<Column> of(Ink ink, Study study, double left, double right) {
        DataSet data = study.split().training();
        List<Plain> said = data.isClassified() ? classes(study, data) : numbers(study, data);
        int fit = (int) Math.max(0, (right - left - ink.px(NUMBER)) / ink.px(WIDTH)) - said.size();
        List<Plain> all = new ArrayList<>();
        if (data.image().isPresent()) {
            all.add(new Plain("image", (_, _, _) -> new Said("", false), false, true));
        } else {
            int features = Math.clamp(fit, 0, Math.min(data.dimension(), 4));
            for (int j = 0; j < features; j++) {
                int feature = j;
                int decimals = decimals(data, i -> data.feature(i, feature));
                all.add(new Plain(head(data.featureName(j), data.dimension() == 1 ? "x" : ""),
                        (i, _, _) -> new Said(text(data.feature(i, feature), decimals), false)));
            }
        }
        all.addAll(said);
        double size = ink.px(Ink.DETAIL);
        while (all.size() > 2 && all.stream().mapToDouble(p -> Typeset.line(p.head).width(size)).max().orElse(0) + ink.px(6)
                > (right - left - ink.px(NUMBER)) / all.size()) {
            // features first, then what follows from the rest
            all.remove(all.size() > said.size() ? all.size() - said.size() - 1 : all.size() - 2);
        }
        int n = all.size();
        double width = Math.min((right - left - ink.px(NUMBER)) / n, ink.px(WIDEST));
        List<Column> placed = new ArrayList<>();
        double first = right - n * width;
        placed.add(new Column("#", Math.min(left + ink.px(22), first), ink.px(NUMBER), (i, _, _) -> new Said(Numbers.whole(i + 1), false), true,
                false));
        for (int k = 0; k < n; k++) {
            Plain p = all.get(k);
            placed.add(new Column(p.head, first + (k + 1) * width, width - ink.px(8), p.cell, p.isMuted, p.isPicture));
        }
        return List.copyOf(placed);
    }

    private static List<Plain> numbers(Study study, DataSet data) {
        int y = decimals(data, data::target);
        int h = spread(data);
        int square = costDecimals(study);
        return List.of(new Plain(head(data.targetName(), "y"), (i, _, _) -> new Said(text(data.target(i), y), false)),
                new Plain("$h(x)$", (_, k, a) -> new Said(a.map(s -> text(s.output(k, 0), h)).orElse("NaN"), a.isEmpty())),
                new Plain("$h(x) - y$", (i, k, a) -> new Said(a.map(s -> text(s.output(k, 0) - data.target(i), h)).orElse("NaN"), a.isEmpty())),
                new Plain("$(h(x) - y)^2$", (i, k, a) -> new Said(a.map(s -> text(square(s.output(k, 0) - data.target(i)), square)).orElse("NaN"),
                        a.isEmpty())));
    }

    private static double square(double value) {
        return value * value;
    }

    private static List<Plain> classes(Study study, DataSet data) {
        List<String> names = data.classNames();
        boolean hinge = study.loss() == Loss.HINGE;
        List<Plain> columns = new ArrayList<>();
        columns.add(new Plain(HypothesisChart.label(data.targetName()), (i, _, _) -> new Said(names.get(data.label(i)), false)));
        columns.add(new Plain("found", (i, k, a) ->
                new Said(a.map(s -> names.get(s.label(k))).orElse("NaN"), a.map(s -> s.label(k) != data.label(i)).orElse(true))));
        columns.add(new Plain(hinge ? "margin" : "$P(y)$", (i, k, a) -> new Said(a.map(s -> hinge ? text(margin(s, k, data.label(i)), 3)
                : text(s.share(k, data.label(i)), 3)).orElse("NaN"), a.isEmpty())));
        columns.add(new Plain("loss", (_, k, a) -> new Said(a.map(s -> text(s.loss(k), costDecimals(study))).orElse("NaN"), a.isEmpty())));
        return columns;
    }

    /** By how much the score of a sample's class leads before the best other. */
    private static double margin(Answers answers, int sample, int label) {
        double other = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < answers.outputs(); k++) {
            other = k == label ? other : Math.max(other, answers.output(sample, k));
        }
        return answers.output(sample, label) - other;
    }

    /** A name without its unit, and the letter that formulas have for it. */
    private static String head(String name, String letter) {
        String plain = HypothesisChart.label(name.replaceAll("\\s*\\(.*\\)\\s*$", ""));
        return letter.isEmpty() || plain.equals("$" + letter + "$") ? plain : plain.contains("$") ? plain : plain + " $" + letter + "$";
    }

    /** Decimals that a column of numbers needs: none for whole ones, else so many that a thousandth of their range shows. */
    private static int decimals(DataSet data, java.util.function.IntToDoubleFunction value) {
        double[] values = new double[data.size()];
        Arrays.setAll(values, value);
        boolean whole = Arrays.stream(values).allMatch(v -> v == Math.rint(v));
        return whole ? 0 : thousandth(Arrays.stream(values).max().orElse(1) - Arrays.stream(values).min().orElse(0));
    }

    private static int spread(DataSet data) {
        double range = Arrays.stream(data.targets()).max().orElse(1) - Arrays.stream(data.targets()).min().orElse(0);
        return thousandth(range);
    }

    /** Decimals of what a sample costs, and of the mean. */
    static int costDecimals(Study study) {
        DataSet data = study.split().training();
        if (data.isClassified()) {
            return 4;
        }
        double range = Arrays.stream(data.targets()).max().orElse(1) - Arrays.stream(data.targets()).min().orElse(0);
        return thousandth(range * range);
    }

    private static int thousandth(double range) {
        return range > 0 && Double.isFinite(range) ? Math.clamp((long) Math.ceil(3 - Math.log10(range) - 1e-9), 0, 6) : 3;
    }

    /** A number with so many decimals, or with an exponent where they would show none of its digits. */
    static String text(double value, int decimals) {
        boolean vanishes = value != 0 && Math.abs(value) < 0.5 * Math.pow(10, -decimals) && decimals >= 4;
        return vanishes ? Numbers.exponent(value, 1) : Numbers.fixed(value, decimals);
    }
}
