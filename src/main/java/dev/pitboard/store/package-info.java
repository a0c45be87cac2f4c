/** The ledger and the subscriptions in SQL, on SQLite and on PostgreSQL. */
@NullMarked
package dev.pitboard.store;

import org.jspecify.annotations.NullMarked;
