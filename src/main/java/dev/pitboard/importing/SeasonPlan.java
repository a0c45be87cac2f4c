package dev.pitboard.importing;

import dev.pitboard.motorsport.Season;
import dev.pitboard.motorsport.Series;
import org.jspecify.annotations.Nullable;

/**
 * What an import makes of a season.
 *
 * @param series its facts, without seasons; of a new series those that were read
 * @param before the season on the timetable, null where there is none
 * @param after with everything that no open question decides about
 */
public record SeasonPlan(Series series, int year, @Nullable Season before, Season after) {}
