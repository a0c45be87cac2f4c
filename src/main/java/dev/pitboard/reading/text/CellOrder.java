package dev.pitboard.reading.text;

/** In which order the cells of a table stand that were copied one to a line. */
enum CellOrder {
    LABEL_FIRST,
    TIME_FIRST,
    UNSURE
}
