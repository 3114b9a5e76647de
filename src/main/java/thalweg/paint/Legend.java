package thalweg.paint;

import java.awt.geom.Rectangle2D;
import java.util.List;
import thalweg.experiment.Track;

/**
 * Keys and names of runs in rows, for pictures in which no view names them, and above charts of which names beside the lines would take too much. On
 * a stage, where room is short, markers alone are the keys.
 */
final class Legend {
    private static final double ROW = 26;
    private static final double STAGE_ROW = 17;
    private static final double PAD = 12;
    private static final double MARKER = 4.8;

    private Legend() {
    }

    /** Height that the rows need, in pixels; at least one track. */
    static double height(Ink ink, double width, List<Track> tracks) {
        return rowHeight(ink) * (row(ink, width, tracks, tracks.size() - 1) + 1) + ink.px(8);
    }

    private static double rowHeight(Ink ink) {
        return ink.px(ink.style().isPresentation() ? STAGE_ROW : ROW);
    }

    static void paint(Ink ink, Rectangle2D area, List<Track> tracks) {
        double x = area.getX() + ink.px(PAD);
        int before = 0;
        for (int i = 0; i < tracks.size(); i++) {
            int row = row(ink, area.getWidth(), tracks, i);
            x = row == before ? x : area.getX() + ink.px(PAD);
            before = row;
            double y = area.getY() + ink.px(4) + rowHeight(ink) * (row + 0.5);
            RunStyle run = RunStyle.of(tracks.get(i).run());
            if (ink.style().isPresentation()) {
                run.paintMarker(ink, x + ink.px(MARKER), y, MARKER);
            } else {
                run.paintKey(ink, x, y);
            }
            ink.textAround(tracks.get(i).name(), face(ink), size(ink), ink.theme().text(), x + key(ink), y, 0);
            x += width(ink, tracks.get(i));
        }
    }

    private static double width(Ink ink, Track track) {
        return key(ink) + ink.width(track.name(), face(ink), size(ink)) + ink.px(ink.style().isPresentation() ? 12 : 22);
    }

    private static double key(Ink ink) {
        return ink.px(ink.style().isPresentation() ? 2 * MARKER + 4 : RunStyle.KEY_WIDTH + 6);
    }

    private static Face face(Ink ink) {
        return ink.style().isPresentation() ? Face.SEMIBOLD : Face.REGULAR;
    }

    private static double size(Ink ink) {
        return ink.style().isPresentation() ? Ink.DETAIL : Ink.BODY;
    }

    /** The row on which a track stands. */
    private static int row(Ink ink, double room, List<Track> tracks, int index) {
        double x = 0;
        int row = 0;
        for (int i = 0; i <= index; i++) {
            double width = width(ink, tracks.get(i));
            if (x > 0 && x + width > room - ink.px(2 * PAD)) {
                x = 0;
                row++;
            }
            x += width;
        }
        return row;
    }
}
