/** What people can choose and turn, described once: entries, knobs, and the syntax of specs. */
package thalweg.catalog;
