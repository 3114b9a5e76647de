package thalweg.paint;

import java.awt.geom.Rectangle2D;
import java.util.List;
import thalweg.experiment.Track;

/** Keys and names of runs in rows, for pictures in which no view names them. */
final class Legend {
    private static final double ROW = 26;
    private static final double PAD = 12;

    private Legend() {
    }

    /** Height that the rows need, in pixels; at least one track. */
    static double height(Ink ink, double width, List<Track> tracks) {
        return ink.px(ROW) * (row(ink, width, tracks, tracks.size() - 1) + 1) + ink.px(8);
    }

    static void paint(Ink ink, Rectangle2D area, List<Track> tracks) {
        double x = area.getX() + ink.px(PAD);
        int before = 0;
        for (int i = 0; i < tracks.size(); i++) {
            int row = row(ink, area.getWidth(), tracks, i);
            x = row == before ? x : area.getX() + ink.px(PAD);
            before = row;
            double y = area.getY() + ink.px(4 + ROW * (row + 0.5));
            RunStyle.of(tracks.get(i).run()).paintKey(ink, x, y);
            ink.textAround(tracks.get(i).name(), Face.REGULAR, Ink.BODY, ink.theme().text(), x + ink.px(RunStyle.KEY_WIDTH + 6), y, 0);
            x += width(ink, tracks.get(i));
        }
    }

    private static double width(Ink ink, Track track) {
        return ink.px(RunStyle.KEY_WIDTH + 6 + 22) + ink.width(track.name(), Face.REGULAR, Ink.BODY);
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
