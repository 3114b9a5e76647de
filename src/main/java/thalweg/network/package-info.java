/**
 * Models, their losses, and backpropagation: a network with data is an objective like any other. Knows nothing of optimizers and pictures;
 * must not read files.
 *
 * <p>Decision: linear regression, logistic regression, softmax and SVM are networks without hidden layers, instead of objectives of their
 * own, so that 2 parameters and 30,730 go through the same code and the same contract test.
 *
 * <p>Decision: the last layer has no activation; sigmoid and softmax belong to their losses, which take scores, so that 1,000 as a score
 * gives a number and the derivative is a plain difference.
 *
 * <p>Decision: samples run in blocks of 128 through scratch memory of fixed size, instead of all at once, so that memory does not grow with
 * the data; a cost is the sum of the blocks' sums in their order, everywhere, so that all ways to find it give the same bits.
 *
 * <p>Decision: several hands share a pass over all samples ({@link thalweg.network.SharedPass}) by dividing samples on the way forward and back, and
 * units where gradients are summed up, instead of summing parts of the samples apart: every sum keeps its order, so the bits are those of one hand,
 * and no number of cores shows in a result.
 *
 * <p>Decision: the penalty is {@code lambda / 2m} with the m of all data, on batches too, instead of the batch's own, so that a batch's
 * gradient is the whole gradient on average.
 *
 * <p>Decision: GELU is the form with tanh, instead of the error function, because tanh is a kernel of equal bits on every machine and Java
 * has no error function; the two differ by less than 0.001.
 *
 * <p>Decision: products with the Hessian are Pearlmutter's R-operator, exact and about as dear as a gradient, instead of differences of
 * gradients, whose rounding shows in the small eigenvalues. Kinks (ReLU, leaky ReLU, hinge) have slopes but no curvature: the Hessian is
 * that of the piece theta lies in.
 */
package thalweg.network;
