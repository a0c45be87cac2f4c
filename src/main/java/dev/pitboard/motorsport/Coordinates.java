package dev.pitboard.motorsport;

/** WGS 84, in degrees: latitude -90..90 (north positive), longitude -180..180 (east positive). */
public record Coordinates(double latitude, double longitude) {}
