package dev.pitboard.revision.command;

import dev.pitboard.card.Action;
import dev.pitboard.revision.ChangeSet;

/**
 * What somebody wants to do, worked out against the timetable in force.
 *
 * @param look a button that shows what it is about
 * @param question such as "Move Race 1 · Barcelona?"
 * @param button the word that does it
 * @param done such as "Race 1 · Barcelona is moved"
 * @param line the command line that does it, without its confirmation
 */
record Intent(ChangeSet set, Action look, String question, String button, String done, String line) {}
