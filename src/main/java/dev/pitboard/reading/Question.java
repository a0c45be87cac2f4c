package dev.pitboard.reading;

/**
 * Something a person has to answer or confirm.
 *
 * @param line where the doubt arises, counted from 1; 0 when it is about the whole text
 * @param text one sentence for the person who imports
 */
public record Question(int line, Subject about, String text) {}
