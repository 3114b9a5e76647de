/** What the user chose, as a value with a readable file form, and what it means. */
package thalweg.experiment;
