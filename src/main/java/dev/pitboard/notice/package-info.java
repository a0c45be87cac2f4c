/** What people are told when the timetable changes: who, whether it pings, and how it reads. */
@NullMarked
package dev.pitboard.notice;

import org.jspecify.annotations.NullMarked;
