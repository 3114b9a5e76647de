/**
 * One immutable record per update rule, and the schedules of the learning rate. Knows objectives, files of paths and the catalog; must not know runs,
 * pictures, clocks or chance.
 *
 * <p>To add a rule: write its record (with {@link thalweg.catalog.Entry} and {@link thalweg.catalog.Knob}; the compact constructor checks the knobs,
 * {@code advance} keeps the paper's letters; {@code lines} says the same as {@link thalweg.optimizer.Line}s), add its class to {@link
 * thalweg.optimizer.Optimizers}, run the tests. The contract test runs over the catalog; then add one test with the law that makes the rule this rule
 * to {@code LawTest}.
 *
 * <p>Decision: what changes during a run lives in the {@link thalweg.optimizer.State} that the run owns, instead of in the rule, because
 * then a step depends on nothing but its arguments: any moment can be taken up again, and views can draw every rule's memory.
 *
 * <p>Decision: defaults of the learning rate suit test functions of two parameters, instead of the papers' networks, because the first
 * picture must move; the help of each knob names the paper's value. All other defaults are the papers'.
 *
 * <p>Decision: a quotient whose numerator is 0 is 0, instead of 0/0, so an epsilon of 0 may be chosen to see the bare rule.
 *
 * <p>Decision: a rule describes its step as lines of text ({@code m = beta1*m + (1 - beta1)*g}) beside the loop that makes it, instead of one being
 * made from the other: the loop stays as fast and readable as its paper, and a test over the catalog holds the two together to the last bit.
 * Views typeset the lines, put numbers for letters and draw them; they know no rule ({@link thalweg.optimizer.Account}).
 *
 * <p>Decision: Newton, BFGS and conjugate gradients shorten their steps by a line search on J, instead of trusting the full step, because
 * without it they leave the window on every non-convex function. Noise on the gradient bends their
 * directions; the line search still sees the exact J.
 *
 * <p>Decision: a path that another program wrote is an optimizer ({@code recorded}) that goes where its file says, instead of a thing of its own, so
 * that every view, film and table shows it beside the rules. Price: this package reads files through {@code data}.
 *
 * <p>Decision: the rules of Adam's family each spell out their whole step, instead of sharing the update of the moments, because a record
 * is read beside its paper; what they share are the words and checks of their knobs.
 */
package thalweg.optimizer;
