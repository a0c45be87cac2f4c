/** Commands written once: signatures, parsing of typed lines, routing, and a person's mistakes. */
@NullMarked
package dev.pitboard.command;

import org.jspecify.annotations.NullMarked;
