package thalweg.data;

/** What the column to be predicted holds. */
public enum TargetKind { AUTO, CLASSES, NUMBER }
