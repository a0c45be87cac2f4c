package dev.pitboard.seasons;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a key that must be in the file; it is still null where the value did not fit. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Required {}
