/** Pictures and tables in files. Must not know JavaFX. */
package thalweg.export;
