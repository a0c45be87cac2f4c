/** Reads tables with a row of headings: CSV, TSV and what spreadsheets copy. */
@NullMarked
package dev.pitboard.reading.table;

import org.jspecify.annotations.NullMarked;
