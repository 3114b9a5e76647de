package thalweg.export;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
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
 * The pictures of a film, painted one after the other; the next is painted while the last is written.
 *
 * @param frame all that is shown
 * @param painting where pictures are painted; one at a time
 */
record Reel(Frame frame, Picture picture, Film film, Executor painting) {
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
        BufferedImage[] sheets = {sheet(), sheet()};
        Camera home = Film.home(frame, picture);
        Map<Integer, Memo> memos = new HashMap<>();
        Composition composition = picture.composition(i -> memos.computeIfAbsent(i, _ -> new KeptMemo()));
        int n = film.moving();
        CompletableFuture<BufferedImage> next = paint(sheets[0], composition, home, 0);
        for (int i = 0; i < n; i++) {
            BufferedImage sheet = painted(next);
            next = i + 1 < n ? paint(sheets[(i + 1) % 2], composition, home, i + 1) : next;
            try {
                taker.take(((DataBufferInt) sheet.getRaster().getDataBuffer()).getData(), i);
                if (!progress.at(i + 1, n)) {
                    throw new CancellationException("the film was given up");
                }
            } catch (IOException | RuntimeException e) {
                next.handle((_, _) -> true).join();                  // nobody paints on when the film is over
                throw e;
            }
        }
    }

    /** The picture at some places of the film, for a look ahead. */
    void some(int[] places, Taker taker) throws IOException {
        BufferedImage sheet = sheet();
        Camera home = Film.home(frame, picture);
        Map<Integer, Memo> memos = new HashMap<>();
        Composition composition = picture.composition(i -> memos.computeIfAbsent(i, _ -> new KeptMemo()));
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
