package thalweg.data;

import java.util.Optional;

/** A source of data in which a number is to be predicted, as is known before they are made. */
interface RegressionSource extends DataSource {
    @Override
    default Optional<Boolean> isClassified() {
        return Optional.of(false);
    }
}
