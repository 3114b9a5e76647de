package thalweg.catalog;

/** The syntax of specs. */
final class SpecSyntax {
    private SpecSyntax() {
    }

    static Spec parse(String text) {
        return Spec.of(text);
    }

    static String format(Spec spec) {
        return spec.id();
    }
}
