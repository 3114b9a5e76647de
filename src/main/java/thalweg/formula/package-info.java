/** Formulas as people write them: parsed, differentiated exactly, compiled, typeset. */
package thalweg.formula;
