/** Main and the wiring; the only package that names all the others. */
package thalweg.app;
