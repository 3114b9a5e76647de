package thalweg.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DiskTest {
    @Test
    void closingWritesWhatWaitsInOrder() {
        Disk disk = new Disk();
        List<String> written = new CopyOnWriteArrayList<>();
        disk.execute(() -> written.add("first"));
        disk.execute(() -> written.add("second"));
        disk.close();
        assertEquals(List.of("first", "second"), written);
    }

    @Test
    void closingWritesAlsoWhatATaskAskedForWhileItRan() {
        Disk disk = new Disk();
        List<String> written = new CopyOnWriteArrayList<>();
        disk.execute(() -> {
            written.add("autosave");
            disk.execute(() -> written.add("newer autosave"));
        });
        disk.close();
        assertEquals(List.of("autosave", "newer autosave"), written);
    }

    @Test
    void aTaskThatFailsIsToldAndTheNextRuns() throws InterruptedException {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        CountDownLatch told = new CountDownLatch(1);
        List<String> failures = new CopyOnWriteArrayList<>();
        Thread.setDefaultUncaughtExceptionHandler((_, cause) -> {
            failures.add(cause.getMessage());
            told.countDown();
        });
        try {
            Disk disk = new Disk();
            List<String> written = new CopyOnWriteArrayList<>();
            disk.execute(() -> {
                throw new IllegalStateException("no disk");
            });
            disk.execute(() -> written.add("next"));
            disk.close();
            assertEquals(List.of("next"), written);
            assertTrue(told.await(10, TimeUnit.SECONDS));
            assertEquals(List.of("no disk"), failures);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
