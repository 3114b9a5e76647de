package thalweg.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import thalweg.experiment.Camera;
import thalweg.experiment.Frame;
import thalweg.experiment.Inquiry;
import thalweg.paint.Composition;
import thalweg.paint.KeptMemo;
import thalweg.paint.Memo;

/**
 * The pictures of a film, written one after the other; the next ones are painted while the last is written.
 *
 * @param frame all that is shown
 * @param painting where pictures are painted, two at a time if there are threads for it: a surface that turns takes longer to paint than to write
 */
record Reel(Frame frame, Picture picture, Film film, Executor painting) {
    /** Pictures that may be painted at the same time. */
    private static final int AHEAD = 2;

    /** Takes pictures as they are made. */
    @FunctionalInterface
    interface Taker {
        /**
         * Takes one picture.
         *
         * @param pixels opaque, row by row; only valid until this returns
         * @param index 0 to {@code film.moving() - 1}
         */
        void take(int[] pixels, int index) throws IOException;
    }

    /**
     * Makes every picture that moves, in order.
     *
     * @throws CancellationException if the progress says so
     */
    void each(Progress progress, Taker taker) throws IOException {
        BufferedImage[] sheets = new BufferedImage[AHEAD + 1];
        Arrays.setAll(sheets, _ -> sheet());
        Composition[] compositions = new Composition[AHEAD];          // a memo serves one thread at a time
        Arrays.setAll(compositions, _ -> composition());
        Camera home = Film.home(frame, picture);
        int n = film.moving();
        Deque<CompletableFuture<BufferedImage>> waiting = new ArrayDeque<>();
        try {
            for (int i = 0; i < Math.min(AHEAD, n); i++) {
                waiting.addLast(paint(sheets[i], compositions[i], home, i));
            }
            for (int i = 0; i < n; i++) {
                BufferedImage sheet = painted(waiting.removeFirst());
                int later = i + AHEAD;
                if (later < n) {
                    waiting.addLast(paint(sheets[later % sheets.length], compositions[later % AHEAD], home, later));
                }
                taker.take(((DataBufferInt) sheet.getRaster().getDataBuffer()).getData(), i);
                if (!progress.at(i + 1, n)) {
                    throw new CancellationException("the film was given up");
                }
            }
        } finally {
            waiting.forEach(f -> f.handle((_, _) -> true).join());    // nobody paints on when the film is over
        }
    }

    private Composition composition() {
        Map<Integer, Memo> memos = new HashMap<>();
        return picture.composition(i -> memos.computeIfAbsent(i, _ -> new KeptMemo()));
    }

    /** The picture at some places of the film, for a look ahead. */
    void some(int[] places, Taker taker) throws IOException {
        BufferedImage sheet = sheet();
        Camera home = Film.home(frame, picture);
        Composition composition = composition();
        for (int place : places) {
            taker.take(((DataBufferInt) painted(paint(sheet, composition, home, place)).getRaster().getDataBuffer()).getData(), place);
        }
    }

    /** With what the views ask of the curvature at this step; what is asked once for all steps is known already. */
    private Frame answered(Frame at) {
        return Inquiry.of(picture.views(), at.experiment().look()).answered(at, () -> false);
    }

    private BufferedImage sheet() {
        return new BufferedImage(picture.pixelWidth(), picture.pixelHeight(), BufferedImage.TYPE_INT_RGB);
    }

    private CompletableFuture<BufferedImage> paint(BufferedImage sheet, Composition composition, Camera home, int index) {
        return CompletableFuture.supplyAsync(() -> {
            Graphics2D g = sheet.createGraphics();
            try {
                picture.paint(g, answered(film.at(frame, home, index)), composition);
            } finally {
                g.dispose();
            }
            return sheet;
        }, painting);
    }

    private static BufferedImage painted(CompletableFuture<BufferedImage> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException r -> throw r;
                case Error r -> throw r;
                case null, default -> throw e;
            }
        }
    }
}
