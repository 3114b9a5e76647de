package thalweg.paint;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import thalweg.experiment.Frame;

/** A calm sentence in the middle of a view that has nothing to draw, saying why and what would help. */
public final class Notice {
    private Notice() {
    }

    /** Paints a sentence over an empty area, in as many lines as it needs. */
    public static void paint(Ink ink, Rectangle2D area, String sentence) {
        double line = ink.px(20);
        List<String> lines = wrap(sentence, Face.REGULAR, ink.px(Ink.BODY), Math.min(area.getWidth() - ink.px(24), ink.px(360)));
        double y = area.getCenterY() - (lines.size() - 1) * line / 2;
        for (String text : lines) {
            ink.textAround(text, Face.REGULAR, Ink.BODY, ink.theme().muted(), area.getCenterX(), y, 0.5);
            y += line;
        }
    }

    /**
     * Says in words that a view needs a slice along another number of parameters, if it does.
     *
     * @param needed parameters that the view shows, 1 or 2
     * @return whether the frame's slice is another and the sentence was painted
     */
    public static boolean paintedFor(Ink ink, Rectangle2D area, Frame frame, int needed) {
        int has = frame.scene().slice().dimension();
        if (has != needed) {
            paint(ink, area, sentence(frame, needed));
        }
        return has != needed;
    }

    static String sentence(Frame frame, int needed) {
        String name = frame.scene().objective().appearance().name();
        return needed == 1 ? "The curve shows a cost of one parameter; " + name + " is seen along two. Contour and surface show it."
                : "This view shows a cost of two parameters; " + name + " is seen along one. The curve shows it.";
    }

    /** Breaks words into lines no wider than the room; a longer word stands alone. */
    static List<String> wrap(String text, Face face, double size, double room) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && face.width(line + " " + word, size) > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
