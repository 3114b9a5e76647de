/**
 * Formulas as people write them: parsed, differentiated exactly, compiled, typeset. Knows numbers only; must not know windows, objectives or knobs'
 * ranges.
 *
 * <h2>Notation</h2> {@code + - * / ^} (also {@code **}), parentheses or square brackets, numbers such as {@code 2}, {@code .5}, {@code 1e-3}; {@code
 * sin cos tan asin acos atan sinh cosh tanh exp ln log10 sqrt abs sign sigmoid relu softplus gauss} of one argument, {@code min max} of two or more;
 * {@code pi} and {@code e}; pasted signs {@code × · − ÷ ² ³ π θ₁ √}.
 * <ul>
 * <li>Powers bind first and to the right: {@code 2^3^2 = 2^9}, {@code -x^2 = -(x^2)}, {@code 2^-1 = 0.5}; {@code sin^2(x) = sin(x)^2}.
 * <li>Multiplication may go without a sign before a name or a parenthesis: {@code 3x}, {@code 2sin(x)}, {@code x y}, {@code (a)(b)}; one-letter
 *     names may touch: {@code 6xy}. It binds like the sign, so {@code 1/2x = (1/2) x}, as in most programs; Wolfram's language agrees, some pocket
 *     calculators do not.
 * <li>{@code log} is the natural logarithm, as in Python, MATLAB, C and R; {@code log10} is the other one. {@code gauss(u) = exp(-u^2)}, {@code
 *     sigmoid(u) = 1/(1 + exp(-u))}, {@code relu(u) = max(0, u)}, {@code softplus(u) = ln(1 + exp(u))}. {@code arcsin, arccos, arctan, sgn} are
 *     understood.
 * <li>{@code e} is Euler's number unless a knob or variable has that name. {@code 2e3} is 2000, {@code 2e} is 2 times e.
 * <li>Roots and powers are real: {@code x^(1/3)} of a negative number is not a number.
 * </ul>
 *
 * <h2>Where there is no derivative</h2> abs'(0) = sign' = relu'(0) = 0; min and max take their first argument's slope on ties. In a chain or product
 * of derivatives a zero factor wins over an infinite or missing one, so that sqrt(u) has slope 0 where both u and u' are 0 (Ackley at the origin) or
 * where abs says 0 (Bukin on its parabola). Signs that an even function swallows are taken away before differentiating (Schaffer N.4), and cos(c
 * sqrt(u)) is differentiated as the smooth function of u that it is (Drop-wave). What still comes out as "not a number" although the value is finite
 * becomes a difference quotient; where the value is not a number, neither is the gradient. An infinite slope, as of sqrt(x) at 0, stays infinite.
 *
 * <h2>Decisions</h2>
 * <ul>
 * <li>{@link java.lang.StrictMath}, not {@link java.lang.Math}: its bits are the same on every machine, so that equal experiments give equal
 *     pictures; the price is about a third of the time of transcendental functions. Sine, cosine and, on grids, powers are rewritten with the same
 *     bits: StrictMath's allocate (sine and cosine beyond |x| = 2^19 still do).
 * <li>Symbolic derivatives on a graph of shared nodes, not automatic differentiation: the student can read them, and common parts are computed once.
 * <li>Generated classes ({@code java.lang.classfile}), not an interpreter: an evaluation costs what hand-written code costs. Knobs are arguments, so
 * turning one compiles nothing.
 * <li>Grids are computed operation by operation for a block of places ({@link thalweg.formula.Along}) instead of place by place: what depends on
 *     x alone is computed once per grid, what depends on y alone once per row, and the loops serve all formulas, so that a new one is fast at once.
 *     The bits are the same. Not the Vector API, which is slower than anything until it is compiled, and the first grid is what people wait for.
 * <li>Integer powers up to 32 are products, x^0.5 is a root: faster than pow, and defined for the same arguments.
 * </ul>
 */
package thalweg.formula;
