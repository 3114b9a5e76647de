package thalweg.data;

/** Whether the first line of a table names its columns. */
public enum Heading { AUTO, YES, NO }
