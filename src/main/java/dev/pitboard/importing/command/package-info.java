/** {@code /import}: reading somebody else's timetable in a chat, answering what it asks, approving or dropping it. */
@NullMarked
package dev.pitboard.importing.command;

import org.jspecify.annotations.NullMarked;
