package thalweg.catalog;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A choice read from a record's annotations. */
record RecordChoice<T>(Class<? extends T> type, Entry entry, List<KnobInfo> knobs) implements Choice<T> {
    static <T> List<Choice<T>> all(List<Class<? extends T>> records) {
        return records.stream().<Choice<T>>map(RecordChoice::of).toList();
    }

    private static <T> RecordChoice<T> of(Class<? extends T> type) {
        Entry entry = type.getAnnotation(Entry.class);
        if (!type.isRecord() || entry == null) {
            throw new IllegalArgumentException(type.getName() + " must be a record with @Entry");
        }
        return new RecordChoice<>(type, entry, Arrays.stream(type.getRecordComponents()).map(c -> knob(type, c)).toList());
    }

    private static KnobInfo knob(Class<?> type, RecordComponent component) {
        Knob knob = component.getAnnotation(Knob.class);
        if (knob == null) {
            throw new IllegalArgumentException(type.getName() + "." + component.getName() + " needs @Knob");
        }
        Class<?> of = component.getType();
        KnobInfo.Kind kind = kind(type, component);
        List<String> words = of.isEnum() ? Stream.of(of.getEnumConstants()).map(RecordChoice::word).toList()
                : kind == KnobInfo.Kind.SWITCH ? List.of("false", "true") : List.of();
        double far = of == int.class ? Integer.MAX_VALUE : of == long.class ? 0x1p53 : Double.MAX_VALUE;
        Value initial = switch (kind) {
            case NUMBER, WHOLE -> new Value.Num(knob.value());
            case SWITCH, CHOICE -> new Value.Word(knob.word().isEmpty() ? words.getFirst() : knob.word());
            case TEXT -> new Value.Text(knob.word());
        };
        return new KnobInfo(component.getName(), knob.label(), knob.symbol(), kind, initial, knob.min(), knob.max(), knob.log(),
                Math.max(-far, knob.least()), Math.min(far, knob.most()), knob.below(), words, knob.advanced(), knob.help());
    }

    private static KnobInfo.Kind kind(Class<?> type, RecordComponent component) {
        Class<?> of = component.getType();
        if (of.isEnum()) {
            return KnobInfo.Kind.CHOICE;
        }
        return switch (of.getName()) {
            case "double" -> KnobInfo.Kind.NUMBER;
            case "int", "long" -> KnobInfo.Kind.WHOLE;
            case "boolean" -> KnobInfo.Kind.SWITCH;
            case "java.lang.String" -> KnobInfo.Kind.TEXT;
            default -> throw new IllegalArgumentException(
                    type.getName() + "." + component.getName() + " must be double, int, long, boolean, String or an enum");
        };
    }

    private static String word(Object constant) {
        return Value.of((Enum<?>) constant).asText();
    }

    @Override
    public T make(Map<String, Value> settings) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = Arrays.stream(components).map(c -> argument(c.getType(), settings.get(c.getName()))).toArray();
        try {
            Constructor<? extends T> canonical =
                    type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type.getName(), e);
        }
    }

    private static Object argument(Class<?> of, Value value) {
        if (of.isEnum()) {
            return Stream.of(of.getEnumConstants()).filter(c -> word(c).equals(value.asText())).findFirst().orElseThrow();
        }
        return switch (of.getName()) {
            case "double" -> value.asNumber();
            case "int" -> (int) value.asNumber();
            case "long" -> (long) value.asNumber();
            case "boolean" -> value.asSwitch();
            default -> value.asText();
        };
    }

    @Override
    public Optional<Map<String, Value>> settingsOf(Object made) {
        if (made.getClass() != type) {
            return Optional.empty();
        }
        Map<String, Value> settings = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            settings.put(component.getName(), read(component, made));
        }
        return Optional.of(settings);
    }

    private static Value read(RecordComponent component, Object made) {
        try {
            component.getAccessor().setAccessible(true);
            return switch (component.getAccessor().invoke(made)) {
                case Number n -> Value.of(n.doubleValue());
                case Boolean b -> Value.of((boolean) b);
                case Enum<?> e -> Value.of(e);
                case Object o -> Value.text(o.toString());
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    @Override
    public String id() {
        return entry.id();
    }

    @Override
    public String label() {
        return entry.label();
    }

    @Override
    public String group() {
        return entry.group();
    }

    @Override
    public String help() {
        return entry.help();
    }

    @Override
    public String source() {
        return entry.source();
    }

    @Override
    public String convention() {
        return entry.convention();
    }

    @Override
    public String latex() {
        return entry.latex();
    }
}
