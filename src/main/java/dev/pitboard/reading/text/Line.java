package dev.pitboard.reading.text;

/** A line of the input, counted from 1. */
record Line(int number, String text) {}
