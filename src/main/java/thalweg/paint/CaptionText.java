package thalweg.paint;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import thalweg.catalog.Choice;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Value;
import thalweg.experiment.Frame;
import thalweg.experiment.Track;
import thalweg.math.Vec;
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.Optimizers;

/**
 * The sentences below a figure: what is descended from where, the step, and every visible run with its settings and its cost. A figure with
 * them can be understood, and made again, without the text around it.
 */
final class CaptionText {
    private static final double LINE = 18;
    private static final double PAD = 12;
    private static final double ABOVE = 8;
    private static final double BELOW = 10;
    /** A start of more numbers says nothing to people. */
    private static final int MOST_NUMBERS = 3;
    /** More lines would leave no room for what they are about. */
    private static final int MOST_LINES = 6;

    private CaptionText() {
    }

    /** {@code Beale at step 40 of 300 from (1, 1). Adam (learning rate 0.05): J = 0.12.}, with equations that do not break */
    static String of(Frame frame) {
        List<Track> shown = frame.tracks().stream().filter(t -> !t.run().hidden()).toList();
        String name = frame.scene().objective().appearance().name();
        if (shown.isEmpty()) {
            return name + ".";
        }
        Vec start = frame.scene().start();
        boolean one = start.size() == 1;
        String from = start.size() > MOST_NUMBERS ? "" : " from "
                + Arrays.stream(start.toArray()).mapToObj(Numbers::brief).collect(Collectors.joining(", ", one ? "" : "(", one ? "" : ")"));
        return name + " at step " + Numbers.whole(frame.step()) + " of " + Numbers.whole(frame.last()) + from + ". "
                + shown.stream().map(t -> run(t, frame)).collect(Collectors.joining("; ")) + ".";
    }

    private static String run(Track track, Frame frame) {
        double cost = track.trajectory().loss(Math.min(frame.step(), track.trajectory().last()));
        String settings = settings(track);
        return track.name() + (settings.isEmpty() ? "" : " (" + settings + ")") + ": J\u00a0=\u00a0" + Numbers.of(cost);
    }

    /** The learning rate, if there is one, and whatever else is not as usual. */
    private static String settings(Track track) {
        Choice<Optimizer> choice = Optimizers.CATALOG.choice(track.run().optimizer().id());
        Map<String, Value> all = Optimizers.CATALOG.settings(track.run().optimizer());
        return choice.knobs().stream().filter(k -> k.name().equals("learningRate") || !all.get(k.name()).equals(k.initial()))
                .map(k -> k.label() + " " + value(k, all.get(k.name()))).collect(Collectors.joining(", "));
    }

    private static String value(KnobInfo knob, Value value) {
        return value instanceof Value.Num(double v) ? Numbers.brief(v) : knob.kind() == KnobInfo.Kind.SWITCH ? value.asText().equals("true") ? "on"
                : "off"
                : value.asText();
    }

    /** The sentences in lines of a width; the last ends with an ellipsis if there is no room for all. */
    static List<String> lines(Ink ink, double width, Frame frame) {
        double room = width - 2 * ink.px(PAD);
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : of(frame).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && ink.width(longer, Face.REGULAR, Ink.DETAIL) > room) {
                if (lines.size() == MOST_LINES - 1) {
                    lines.add(Face.REGULAR.fit(longer + " \u2026", ink.px(Ink.DETAIL), room));
                    return lines;
                }
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** Height that so many lines need, in pixels; 0 for none. */
    static double height(Ink ink, List<String> lines) {
        return lines.isEmpty() ? 0 : Math.ceil(ink.px(ABOVE + LINE * lines.size() + BELOW));
    }

    static void paint(Ink ink, Rectangle2D area, List<String> lines) {
        ink.hairline(ink.theme().hairline(), area.getX(), area.getY(), area.getMaxX(), area.getY());
        for (int i = 0; i < lines.size(); i++) {
            ink.textAround(lines.get(i), Face.REGULAR, Ink.DETAIL, ink.theme().text(), area.getX() + ink.px(PAD),
                    area.getY() + ink.px(ABOVE + LINE * (i + 0.5)), 0);
        }
    }
}
