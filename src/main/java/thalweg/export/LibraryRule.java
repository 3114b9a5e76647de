package thalweg.export;

import java.util.ArrayList;
import java.util.List;
import thalweg.formula.Python;
import thalweg.optimizer.Adadelta;
import thalweg.optimizer.Adagrad;
import thalweg.optimizer.Adam;
import thalweg.optimizer.AdamW;
import thalweg.optimizer.Adamax;
import thalweg.optimizer.AmsGrad;
import thalweg.optimizer.EpsilonPlacement;
import thalweg.optimizer.GradientDescent;
import thalweg.optimizer.Lion;
import thalweg.optimizer.Momentum;
import thalweg.optimizer.Nadam;
import thalweg.optimizer.Nag;
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.RAdam;
import thalweg.optimizer.RmsProp;

/**
 * An optimizer of a library in place of one of ours: how it is made, and where the two part. Read in the sources of PyTorch 2, Keras 3 and
 * Optax 0.2, and run in PyTorch 2.13, Keras 3.15 and Optax 0.2.8 with JAX 0.10.
 *
 * @param call the class or function with its settings, but for the learning rate
 * @param notes sentences on every convention that differs, for comments
 */
record LibraryRule(String call, List<String> notes) {
    private static final String INSIDE =
            "this run adds epsilon inside the root; %s adds it outside: they part where the root is not much larger than epsilon";
    private static final String OUTSIDE =
            "this run adds epsilon outside the root; %s adds it inside, its square here: they part where the root is not much larger than epsilon";

    /** Libraries refuse some whole numbers: PyTorch {@code betas=(0, 0.9)}, Keras {@code momentum=0}. */
    static String decimal(double value) {
        String text = Python.number(value);
        return text.matches("-?\\d+") ? text + ".0" : text;
    }

    /** With more notes. */
    LibraryRule with(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new LibraryRule(call, all);
    }

    /**
     * The rule of an optimizer.
     *
     * @throws IllegalArgumentException saying what has it, if the library lacks it
     */
    static LibraryRule of(Optimizer optimizer, Dialect dialect, boolean scheduled) {
        LibraryRule rule = switch (dialect) {
            case TORCH -> torch(optimizer, scheduled);
            case KERAS -> keras(optimizer);
            case OPTAX -> optax(optimizer, scheduled);
            case NUMPY -> throw new IllegalArgumentException("NumPy has no optimizers");
        };
        boolean rests = !"0".equals(NumpyRule.of(optimizer).settings().get("epsilon")) || dialect == Dialect.OPTAX && optimizer instanceof Adagrad;
        return rests ? rule : rule.with(List.of("with an epsilon of 0 a coordinate that felt no slope rests in this run; " + dialect.label()
                + " divides 0 by 0 there"));
    }

    private static LibraryRule torch(Optimizer optimizer, boolean scheduled) {
        List<String> notes = new ArrayList<>();
        String call = switch (optimizer) {
            case GradientDescent _ -> "SGD(%s)";
            case Momentum o -> {
                rateOutside(notes, "PyTorch", scheduled);
                yield "SGD(%s, momentum=" + decimal(o.momentum()) + ")";
            }
            case Nag o -> {
                lookAhead(notes, "PyTorch", o);
                if (o.form() == Nag.Form.LOOKAHEAD) {
                    rateOutside(notes, "PyTorch", scheduled);
                }
                // which PyTorch refuses without momentum
                yield o.momentum() == 0 ? "SGD(%s)" : "SGD(%s, momentum=" + decimal(o.momentum()) + ", nesterov=True)";
            }
            case Adagrad o -> {
                inside(notes, "PyTorch", o.epsilonPlacement());
                yield "Adagrad(%s, eps=" + decimal(o.epsilon()) + ")";
            }
            case Adadelta o -> "Adadelta(%s, rho=" + decimal(o.rho()) + ", eps=" + decimal(o.epsilon()) + ")";
            case RmsProp o -> {
                inside(notes, "PyTorch", o.epsilonPlacement());
                yield "RMSprop(%s, alpha=" + decimal(o.decay()) + ", eps=" + decimal(o.epsilon()) + ")";
            }
            case Adam o -> {
                inside(notes, "PyTorch", o.epsilonPlacement());
                yield "Adam(%s" + betas(o.beta1(), o.beta2(), o.epsilon()) + ")";
            }
            case AmsGrad o -> {
                inside(notes, "PyTorch", o.epsilonPlacement());
                yield "Adam(%s" + betas(o.beta1(), o.beta2(), o.epsilon()) + ", amsgrad=True)";
            }
            case AdamW o -> {
                inside(notes, "PyTorch", o.epsilonPlacement());
                notes.add("the decay is decoupled: theta shrinks by learning rate times weight decay, here as in PyTorch");
                yield "AdamW(%s" + betas(o.beta1(), o.beta2(), o.epsilon()) + ", weight_decay=" + decimal(o.weightDecay()) + ")";
            }
            case Adamax o -> "Adamax(%s" + betas(o.beta1(), o.beta2(), o.epsilon()) + ")";
            case Nadam o -> {
                inside(notes, "PyTorch", o.epsilonPlacement());
                yield "NAdam(%s" + betas(o.beta1(), o.beta2(), o.epsilon()) + ", momentum_decay=" + decimal(o.momentumDecay()) + ")";
            }
            case RAdam o -> "RAdam(%s" + betas(o.beta1(), o.beta2(), o.epsilon()) + ")";
            default -> throw lacking(optimizer, "PyTorch");
        };
        return new LibraryRule("torch.optim." + call, notes);
    }

    private static String betas(double beta1, double beta2, double epsilon) {
        return ", betas=(" + decimal(beta1) + ", " + decimal(beta2) + "), eps=" + decimal(epsilon);
    }

    private static LibraryRule keras(Optimizer optimizer) {
        List<String> notes = new ArrayList<>();
        String call = switch (optimizer) {
            case GradientDescent _ -> "SGD(%s)";
            case Momentum o -> "SGD(%s, momentum=" + decimal(o.momentum()) + ")";
            case Nag o -> {
                lookAhead(notes, "Keras", o);
                if (o.form() == Nag.Form.PYTORCH) {
                    notes.add("Keras keeps the learning rate inside the velocity, this run outside: the same while the rate is constant");
                }
                yield "SGD(%s, momentum=" + decimal(o.momentum()) + ", nesterov=True)";
            }
            case Adagrad o -> {
                outside(notes, "Keras", o.epsilonPlacement());
                notes.add("the sum begins at 0, as in the paper; Keras alone would begin at 0.1");
                yield "Adagrad(%s, initial_accumulator_value=0.0, epsilon=" + within(o.epsilon(), o.epsilonPlacement()) + ")";
            }
            case Adadelta o -> "Adadelta(%s, rho=" + decimal(o.rho()) + ", epsilon=" + decimal(o.epsilon()) + ")";
            case RmsProp o -> {
                outside(notes, "Keras", o.epsilonPlacement());
                yield "RMSprop(%s, rho=" + decimal(o.decay()) + ", epsilon=" + within(o.epsilon(), o.epsilonPlacement()) + ")";
            }
            case Adam o -> {
                kerasEpsilon(notes, o.epsilonPlacement());
                yield "Adam(%s" + kerasBetas(o.beta1(), o.beta2(), o.epsilon()) + ")";
            }
            case AmsGrad o -> {
                kerasEpsilon(notes, o.epsilonPlacement());
                yield "Adam(%s" + kerasBetas(o.beta1(), o.beta2(), o.epsilon()) + ", amsgrad=True)";
            }
            case AdamW o -> {
                kerasEpsilon(notes, o.epsilonPlacement());
                notes.add("the decay is decoupled: theta shrinks by learning rate times weight decay, here as in Keras");
                yield "AdamW(%s" + kerasBetas(o.beta1(), o.beta2(), o.epsilon()) + ", weight_decay=" + decimal(o.weightDecay()) + ")";
            }
            case Adamax o -> {
                notes.add("this run adds epsilon to the newest slope inside the maximum, Keras to the maximum");
                yield "Adamax(%s" + kerasBetas(o.beta1(), o.beta2(), o.epsilon()) + ")";
            }
            case Nadam o -> {
                inside(notes, "Keras", o.epsilonPlacement());
                notes.add("Keras raises the momentum to beta1 250 times faster than the paper's schedule, and this cannot be set");
                yield "Nadam(%s" + kerasBetas(o.beta1(), o.beta2(), o.epsilon()) + ")";
            }
            case Lion o when o.beta1() == 0 -> throw new IllegalArgumentException("Keras' Lion takes no beta1 of 0; NumPy code and Optax do");
            case Lion o -> "Lion(%s, beta_1=" + decimal(o.beta1()) + ", beta_2=" + decimal(o.beta2())
                    + (o.weightDecay() > 0 ? ", weight_decay=" + decimal(o.weightDecay()) : "") + ")";
            default -> throw lacking(optimizer, "Keras");
        };
        return new LibraryRule("keras.optimizers." + call, notes);
    }

    private static String kerasBetas(double beta1, double beta2, double epsilon) {
        return ", beta_1=" + decimal(beta1) + ", beta_2=" + decimal(beta2) + ", epsilon=" + decimal(epsilon);
    }

    private static void kerasEpsilon(List<String> notes, EpsilonPlacement place) {
        notes.add("Keras adds epsilon to the root of the raw v (the paper's \"epsilon hat\"), this run " + (place == EpsilonPlacement.OUTSIDE
                ? "to that of the corrected v" : "inside the root of the corrected v")
                + ": they part where the root is not much larger than epsilon");
    }

    private static LibraryRule optax(Optimizer optimizer, boolean scheduled) {
        List<String> notes = new ArrayList<>();
        String call = switch (optimizer) {
            case GradientDescent _ -> "sgd(%s)";
            case Momentum o when scheduled -> {
                notes.add("the learning rate is inside the velocity, as in this run; optax.sgd would keep it outside");
                yield "chain(optax.scale_by_learning_rate(%s), optax.trace(decay=" + decimal(o.momentum()) + "))";
            }
            case Momentum o -> "sgd(%s, momentum=" + decimal(o.momentum()) + ")";
            case Nag o -> {
                lookAhead(notes, "Optax", o);
                if (o.form() == Nag.Form.LOOKAHEAD) {
                    rateOutside(notes, "Optax", scheduled);
                }
                yield "sgd(%s, momentum=" + decimal(o.momentum()) + ", nesterov=True)";
            }
            case Adagrad o -> {
                outside(notes, "Optax", o.epsilonPlacement());
                notes.add("the sum begins at 0, as in the paper; Optax alone would begin at 0.1");
                yield "adagrad(%s, initial_accumulator_value=0.0, eps=" + within(o.epsilon(), o.epsilonPlacement()) + ")";
            }
            case Adadelta o -> "adadelta(%s, rho=" + decimal(o.rho()) + ", eps=" + decimal(o.epsilon()) + ")";
            case RmsProp o -> "rmsprop(%s, decay=" + decimal(o.decay()) + ", eps=" + decimal(o.epsilon()) + ", eps_in_sqrt="
                    + (o.epsilonPlacement() == EpsilonPlacement.INSIDE ? "True" : "False") + ")";
            case Adam o -> "adam(%s" + optaxBetas(o.beta1(), o.beta2(), o.epsilon(), o.epsilonPlacement()) + ")";
            case AmsGrad o -> {
                notes.add("this run takes the maximum over the raw v and corrects it, Optax over the corrected v");
                yield "amsgrad(%s" + optaxBetas(o.beta1(), o.beta2(), o.epsilon(), o.epsilonPlacement()) + ")";
            }
            case AdamW o -> {
                notes.add("the decay is decoupled: theta shrinks by learning rate times weight decay, here as in Optax");
                yield "adamw(%s" + optaxBetas(o.beta1(), o.beta2(), o.epsilon(), o.epsilonPlacement()) + ", weight_decay=" + decimal(o.weightDecay())
                        + ")";
            }
            case Adamax o -> "adamax(%s, b1=" + decimal(o.beta1()) + ", b2=" + decimal(o.beta2()) + ", eps=" + decimal(o.epsilon()) + ")";
            case Nadam o -> {
                notes.add("Optax has no momentum schedule: its momentum is beta1 from the first step, this run's rises to it");
                yield "nadam(%s" + optaxBetas(o.beta1(), o.beta2(), o.epsilon(), o.epsilonPlacement()) + ")";
            }
            case RAdam o -> {
                notes.add("this run adds epsilon to the root of the raw v, Optax to that of the corrected v; both trust it from rho = 5 on");
                yield "radam(%s, b1=" + decimal(o.beta1()) + ", b2=" + decimal(o.beta2()) + ", eps=" + decimal(o.epsilon()) + ")";
            }
            case Lion o -> "lion(%s, b1=" + decimal(o.beta1()) + ", b2=" + decimal(o.beta2()) + ", weight_decay=" + decimal(o.weightDecay()) + ")";
            default -> throw lacking(optimizer, "Optax");
        };
        return new LibraryRule("optax." + call, notes);
    }

    /** Optax has an epsilon for either place. */
    private static String optaxBetas(double beta1, double beta2, double epsilon, EpsilonPlacement place) {
        return ", b1=" + decimal(beta1) + ", b2=" + decimal(beta2) + (place == EpsilonPlacement.OUTSIDE ? ", eps=" + decimal(epsilon)
                : ", eps=0.0, eps_root=" + decimal(epsilon));
    }

    private static void inside(List<String> notes, String library, EpsilonPlacement place) {
        if (place == EpsilonPlacement.INSIDE) {
            notes.add(String.format(INSIDE, library));
        }
    }

    private static void outside(List<String> notes, String library, EpsilonPlacement place) {
        if (place == EpsilonPlacement.OUTSIDE) {
            notes.add(String.format(OUTSIDE, library));
        }
    }

    /** What stands inside a root, in a library that knows no other place: the square of what this run adds outside is next to it. */
    private static String within(double epsilon, EpsilonPlacement place) {
        return decimal(epsilon) + (place == EpsilonPlacement.OUTSIDE && epsilon > 0 ? "**2" : "");
    }

    private static void lookAhead(List<String> notes, String library, Nag nag) {
        if (nag.form() == Nag.Form.LOOKAHEAD) {
            notes.add("this run's path shows theta and takes the slope ahead of it; " + library + "'s shows the points where slopes are taken,"
                    + " theta - momentum v: one method seen at two points");
        }
    }

    private static void rateOutside(List<String> notes, String library, boolean scheduled) {
        notes.add("this run keeps the learning rate inside the velocity, " + library + " outside: the same while the rate is constant"
                + (scheduled ? ", but here it is not" : ""));
    }

    private static IllegalArgumentException lacking(Optimizer optimizer, String library) {
        String name = thalweg.optimizer.Optimizers.CATALOG.choice(thalweg.optimizer.Optimizers.CATALOG.spec(optimizer).id()).label();
        return new IllegalArgumentException(library + " has no optimizer of this kind: " + name + "; NumPy code has every one");
    }
}
