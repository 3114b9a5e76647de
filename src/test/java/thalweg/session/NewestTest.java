package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class NewestTest {
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();

    @Test
    void ofManyRequestsTheNewestIsMade() {
        Newest<String> newest = new Newest<>(queue::add, (a, _) -> done.add(a));
        newest.request("1");
        newest.request("2");
        newest.request("3");
        drain();
        assertEquals(List.of("3"), done);
    }

    @Test
    void whatRunsIsToldThatItIsReplaced() {
        List<Boolean> told = new ArrayList<>();
        Newest<String> newest = newest(told);
        newest.request("slow");
        drain();
        assertEquals(List.of(false, true, false, false), told);
        assertEquals(List.of("slow", "next"), done);
    }

    private Newest<String> newest(List<Boolean> told) {
        List<Newest<String>> self = new ArrayList<>();
        self.add(new Newest<>(queue::add, (a, replaced) -> {
            told.add(replaced.getAsBoolean());
            if (a.equals("slow")) {
                self.getFirst().request("next");
            }
            told.add(replaced.getAsBoolean());
            done.add(a);
        }));
        return self.getFirst();
    }

    @Test
    void whatIsDoneAndNotFollowedIsNotReplacedEvenLater() {
        List<BooleanSupplier> asked = new ArrayList<>();
        Newest<String> newest = new Newest<>(queue::add, (_, replaced) -> asked.add(replaced));
        newest.request("1");
        drain();
        assertEquals(false, asked.getFirst().getAsBoolean());
        newest.request("2");
        assertEquals(true, asked.getFirst().getAsBoolean());
    }

    @Test
    void workThatFailsDoesNotStopTheNext() {
        Newest<String> newest = new Newest<>(queue::add, (a, _) -> {
            if (a.equals("bad")) {
                throw new IllegalStateException(a);
            }
            done.add(a);
        });
        newest.request("bad");
        assertThrows(IllegalStateException.class, this::drain);
        newest.request("good");
        drain();
        assertEquals(List.of("good"), done);
    }

    private void drain() {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }
}
