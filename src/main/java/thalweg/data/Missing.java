package thalweg.data;

/** What to do with a line in which a value is missing. */
public enum Missing { REFUSE, SKIP }
