package thalweg.export;

import static thalweg.formula.Python.number;

import java.util.LinkedHashMap;
import java.util.Map;
import thalweg.optimizer.Adadelta;
import thalweg.optimizer.Adagrad;
import thalweg.optimizer.Adam;
import thalweg.optimizer.AdamW;
import thalweg.optimizer.Adamax;
import thalweg.optimizer.AmsGrad;
import thalweg.optimizer.Bfgs;
import thalweg.optimizer.ConjugateGradient;
import thalweg.optimizer.EpsilonPlacement;
import thalweg.optimizer.GradientDescent;
import thalweg.optimizer.Lion;
import thalweg.optimizer.Momentum;
import thalweg.optimizer.Nadam;
import thalweg.optimizer.Nag;
import thalweg.optimizer.Newton;
import thalweg.optimizer.Optimizer;
import thalweg.optimizer.RAdam;
import thalweg.optimizer.RmsProp;
import thalweg.optimizer.SequentialGradientDescent;

/**
 * An update rule in plain NumPy, line by line as the program computes it.
 *
 * @param functions written before everything else; empty if none are needed
 * @param settings hyper-parameters by the names that the step uses, in order
 * @param memory statements before the first step, one a line
 * @param step statements of one step, one a line: they find {@code theta}, {@code g}, {@code rate} and {@code t}, counted from 1, and move theta
 * @param hessian whether {@code hessian(theta)} is called
 */
record NumpyRule(String functions, Map<String, String> settings, String memory, String step, boolean hessian) {
    private static final String ADAM = """
            m = beta1 * m + (1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g * g
            """;
    private static final String HATS = """
            m_hat = m / (1 - beta1**t)
            v_hat = v / (1 - beta2**t)
            """;
    private static final String M_AND_V = "m = np.zeros_like(theta)\nv = np.zeros_like(theta)\n";

    /** Nocedal and Wright 2006, algorithm 3.1. */
    private static final String BACKTRACK = """
            def backtrack(theta, p, slope, t):  # halves the step until f falls by a fair part of what the slope promises
                here = f(theta)
                for _ in range(60):
                    trial = theta + t * p
                    if np.array_equal(trial, theta):
                        break
                    if f(trial) <= here + 1e-4 * t * slope + 4 * np.finfo(float).eps * abs(here):
                        return trial
                    t /= 2
                return theta
            """;
    /** Nocedal and Wright 2006, eq. 3.57 and 3.58. */
    private static final String INTERPOLATE = """
            def interpolate(theta, p, slope, t):  # each next trial is the minimum of the parabola through what is known
                here = f(theta)
                for _ in range(60):
                    trial = theta + t * p
                    if np.array_equal(trial, theta):
                        break
                    there = f(trial)
                    lowest = -slope * t * t / (2 * np.float64(there - here - slope * t))
                    if there <= here + 1e-4 * t * slope + 4 * np.finfo(float).eps * abs(here):
                        better = min(lowest, 10 * t)
                        if better > 0 and f(theta + better * p) < there and not np.array_equal(theta + better * p, theta):
                            return theta + better * p, True
                        return trial, True
                    t = min(max(lowest, 0.1 * t), 0.5 * t) if lowest > 0 else 0.1 * t
                return theta, False
            """;

    /** The rule of an optimizer; every optimizer of the catalog has one. */
    static NumpyRule of(Optimizer optimizer) {
        return switch (optimizer) {
            case GradientDescent o -> rule(rate(o.learningRate()), "", "theta = theta - rate * g\n");
            case SequentialGradientDescent o -> rule(rate(o.learningRate()), "", """
                    theta = theta.copy()
                    for i in range(theta.size):  # each partial derivative is taken where the coordinates before it have moved already
                        theta[i] -= rate * slope(theta)[i]
                    """);
            case Momentum o -> rule(with(rate(o.learningRate()), "momentum", o.momentum()), "v = np.zeros_like(theta)\n", """
                    v = momentum * v + rate * g
                    theta = theta - v
                    """);
            case Nag o when o.form() == Nag.Form.LOOKAHEAD -> rule(with(rate(o.learningRate()), "momentum", o.momentum()), "v = np.zeros_like(theta)\n", """
                    v = momentum * v + rate * slope(theta - momentum * v)  # the slope where the momentum alone would lead
                    theta = theta - v
                    """);
            case Nag o -> rule(with(rate(o.learningRate()), "momentum", o.momentum()), "b = np.zeros_like(theta)\n", """
                    b = momentum * b + g
                    theta = theta - rate * (g + momentum * b)
                    """);
            case Adagrad o -> rule(with(rate(o.learningRate()), "epsilon", o.epsilon()), "G = np.zeros_like(theta)\n",
                    "G = G + g * g\ntheta = theta - rate * " + quotient("g", "G", o.epsilonPlacement(), o.epsilon()) + "\n");
            case Adadelta o -> rule(with(with(rate(o.learningRate()), "rho", o.rho()), "epsilon", o.epsilon()),
                    "Eg = np.zeros_like(theta)\nEdelta = np.zeros_like(theta)\n", """
                    Eg = rho * Eg + (1 - rho) * g * g
                    delta = -np.sqrt(Edelta + epsilon) / np.sqrt(Eg + epsilon) * g
                    Edelta = rho * Edelta + (1 - rho) * delta * delta
                    theta = theta + rate * delta
                    """);
            case RmsProp o -> rule(with(with(rate(o.learningRate()), "decay", o.decay()), "epsilon", o.epsilon()), "v = np.zeros_like(theta)\n",
                    "v = decay * v + (1 - decay) * g * g\ntheta = theta - rate * " + quotient("g", "v", o.epsilonPlacement(), o.epsilon()) + "\n");
            case Adam o -> rule(adam(o.learningRate(), o.beta1(), o.beta2(), o.epsilon()), M_AND_V,
                    ADAM + HATS + "theta = theta - rate * " + quotient("m_hat", "v_hat", o.epsilonPlacement(), o.epsilon()) + "\n");
            case AdamW o -> rule(with(adam(o.learningRate(), o.beta1(), o.beta2(), o.epsilon()), "weight_decay", o.weightDecay()), M_AND_V,
                    ADAM + HATS + "theta = (1 - rate * weight_decay) * theta - rate * "
                            + quotient("m_hat", "v_hat", o.epsilonPlacement(), o.epsilon()) + "\n");
            case Adamax o -> rule(adam(o.learningRate(), o.beta1(), o.beta2(), o.epsilon()), "m = np.zeros_like(theta)\nu = np.zeros_like(theta)\n", """
                    m = beta1 * m + (1 - beta1) * g
                    u = np.maximum(beta2 * u, np.abs(g) + epsilon)
                    theta = theta - np.where(m == 0, 0, rate / (1 - beta1**t) * m / u)
                    """);
            case Nadam o -> rule(with(adam(o.learningRate(), o.beta1(), o.beta2(), o.epsilon()), "momentum_decay", o.momentumDecay()),
                    M_AND_V + "product = 1.0  # of all momenta so far\n", """
                    mu = beta1 * (1 - 0.5 * 0.96 ** (t * momentum_decay))
                    mu_next = beta1 * (1 - 0.5 * 0.96 ** ((t + 1) * momentum_decay))
                    product *= mu
                    m = m + (g - m) * (1 - beta1)
                    v = beta2 * v + (1 - beta2) * g * g
                    v_hat = v / (1 - beta2**t)
                    """ + "theta = theta - " + quotient("rate * (1 - mu) / (1 - product) * g", "v_hat", o.epsilonPlacement(), o.epsilon()) + "\n"
                    + "theta = theta - " + quotient("rate * mu_next / (1 - product * mu_next) * m", "v_hat", o.epsilonPlacement(), o.epsilon())
                    + "\n");
            case AmsGrad o -> rule(adam(o.learningRate(), o.beta1(), o.beta2(), o.epsilon()), M_AND_V + "v_max = np.zeros_like(theta)\n",
                    ADAM + """
                    v_max = np.maximum(v_max, v)
                    m_hat = m / (1 - beta1**t)
                    v_hat = v_max / (1 - beta2**t)
                    """ + "theta = theta - rate * " + quotient("m_hat", "v_hat", o.epsilonPlacement(), o.epsilon()) + "\n");
            case RAdam o -> rule(adam(o.learningRate(), o.beta1(), o.beta2(), o.epsilon()), M_AND_V, ADAM + """
                    rho_end = 2 / (1 - beta2) - 1
                    rho = rho_end - 2 * t * beta2**t / (1 - beta2**t)
                    if rho > 5:  # enough gradients were seen to trust their mean square
                        r = math.sqrt((rho - 4) * (rho - 2) * rho_end / ((rho_end - 4) * (rho_end - 2) * rho))
                        theta = theta - rate / (1 - beta1**t) * r * math.sqrt(1 - beta2**t) * np.where(m == 0, 0, m / (np.sqrt(v) + epsilon))
                    else:
                        theta = theta - rate / (1 - beta1**t) * m
                    """);
            case Lion o -> rule(with(with(with(rate(o.learningRate()), "beta1", o.beta1()), "beta2", o.beta2()), "weight_decay", o.weightDecay()),
                    "m = np.zeros_like(theta)\n", """
                    u = np.sign(beta1 * m + (1 - beta1) * g)
                    theta = theta - rate * (u + weight_decay * theta)
                    m = beta2 * m + (1 - beta2) * g
                    """);
            case Newton o -> new NumpyRule(BACKTRACK, rate(o.learningRate()), "", """
                    H = curvature(theta)
                    shift = 1e-3 * (np.abs(H).max() or 1)
                    tau = 0.0 if np.diag(H).min() > 0 else shift - np.diag(H).min()
                    p = -g
                    for _ in range(64):  # a multiple of the identity is added until the matrix is positive definite
                        try:
                            L = np.linalg.cholesky(H + tau * np.eye(theta.size))
                            if np.diag(L).min() ** 2 > 1e-12 * np.abs(H).max():
                                p = np.linalg.solve(L.T, np.linalg.solve(L, -g))
                                break
                        except np.linalg.LinAlgError:
                            pass
                        tau = max(2 * tau, shift)
                    if g @ p < 0:
                        theta = backtrack(theta, p, g @ p, rate)
                    """, true);
            case Bfgs o -> new NumpyRule(BACKTRACK, rate(o.learningRate()), "H = np.eye(theta.size)  # of the inverse Hessian\n", """
                    if step > 0:
                        s, y = theta - theta_old, g - g_old
                        ys = y @ s
                        if ys > 1e-10 * math.sqrt((y @ y) * (s @ s)):
                            if step == 1:
                                H = np.eye(theta.size) * ys / (y @ y)
                            Hy = H @ y
                            H = H + (1 / ys + (y @ Hy) / ys**2) * np.outer(s, s) - (np.outer(s, Hy) + np.outer(Hy, s)) / ys
                    p = -H @ g
                    if not g @ p < 0:
                        H = np.eye(theta.size)
                        p = -g
                    theta_old, g_old = theta, g
                    if g @ p < 0:
                        theta = backtrack(theta, p, g @ p, rate)
                    """, false);
            case ConjugateGradient o -> new NumpyRule(INTERPOLATE, rate(o.learningRate()), "p = np.zeros_like(theta)\ng_old = np.zeros_like(theta)\n", """
                    before = g_old @ g_old
                    beta = max(0.0, (g @ g - g @ g_old) / before) if before > 0 else 0.0
                    p = beta * p - g
                    if not g @ p < 0:
                        p = -g
                    g_old = g
                    if g @ p < 0:
                        theta, moved = interpolate(theta, p, g @ p, rate)
                        if not moved:
                            g_old = np.zeros_like(theta)
                    """, false);
            default -> throw new IllegalArgumentException("a path from a file follows no rule that could be written as code");
        };
    }

    private static NumpyRule rule(Map<String, String> settings, String memory, String step) {
        return new NumpyRule("", settings, memory, step, false);
    }

    private static Map<String, String> rate(double rate) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("learning_rate", number(rate));
        return settings;
    }

    private static Map<String, String> adam(double rate, double beta1, double beta2, double epsilon) {
        return with(with(with(rate(rate), "beta1", beta1), "beta2", beta2), "epsilon", epsilon);
    }

    private static Map<String, String> with(Map<String, String> settings, String name, double value) {
        settings.put(name, number(value));
        return settings;
    }

    /** The quotient; with an epsilon of 0 a coordinate that never felt a gradient must rest all the same. */
    private static String quotient(String m, String v, EpsilonPlacement place, double epsilon) {
        String divisor = place == EpsilonPlacement.OUTSIDE ? "(np.sqrt(" + v + ") + epsilon)" : "np.sqrt(" + v + " + epsilon)";
        return epsilon > 0 ? m + " / " + divisor : "np.where(" + m + " == 0, 0, " + m + " / " + divisor + ")";
    }
}
