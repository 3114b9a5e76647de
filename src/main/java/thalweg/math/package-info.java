/**
 * Numbers and arrays: ranges, vectors, grids, seeded chance, differences, the kernels that networks are made of, eigenvalues of large
 * operators and principal components. Knows nothing of cost functions.
 *
 * <p>Decision: the order of every operation of {@link thalweg.math.Kernels} is fixed and belongs to its contract, instead of a tolerance
 * between machines, because equal experiments must give equal pictures on every machine. Vector lanes lie along the columns of a product,
 * so that each element keeps its own sum in the order of p; fused multiply-add is used everywhere or nowhere; inner products have 16
 * stripes whatever the vector length; exp and tanh are our own, since {@code Math} may round differently from one processor to the next.
 * The tolerance between the Vector API's kernels and their scalar twin is therefore zero bits, and a test says so; which of the two runs
 * changes only the time. Price: {@code A B^T} transposes B into scratch first, as lanes along p would tie the sum to the vector length.
 *
 * <p>Decision: small products take the scalar twin even where vectors are there: the bits are the same, it is faster below some hundred
 * multiplications, and it is warm sooner.
 *
 * <p>Decision: {@code requires static jdk.incubator.vector}, resolved by {@code --add-modules} where speed matters, instead of a plain
 * requirement, because the module may be absent and Java greets its users with a warning on standard error.
 *
 * <p>Decision: Lanczos keeps its whole basis orthogonal and restarts it thickly, instead of running on without reorthogonalisation, because
 * then no eigenvalue shows twice by rounding and one that does occur twice can be counted; the price, a bounded number of vectors, is stated
 * at {@link thalweg.math.Lanczos}. EJML solves the small dense problems inside, and only those.
 *
 * <p>Decision: residuals are computed from a product with the finished vector, instead of being read off the recurrence, so that what stands
 * beside an eigenvalue is true even where the search was stopped early.
 */
package thalweg.math;
