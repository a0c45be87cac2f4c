package dev.pitboard.importing;

import dev.pitboard.motorsport.SessionId;
import dev.pitboard.motorsport.Source;
import dev.pitboard.motorsport.Timetable;
import java.util.function.Predicate;

/**
 * What an import meets.
 *
 * @param timetable the one in force, with all circuits that are known
 * @param byHand whether a session's last change was made by hand
 * @param source what the import is as a source of facts
 */
record Present(Timetable timetable, Predicate<SessionId> byHand, Source source) {}
