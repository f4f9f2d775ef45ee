/**
 * The database: PostgreSQL, either the one that ChatCall brings along and keeps in its data folder or one that the
 * operator names, migrated and behind a bounded connection pool.
 *
 * <p>Start reading at {@link dev.chatcall.server.database.Database}. The tables as jOOQ sees them are in
 * {@code dev.chatcall.server.database.generated}, made from the migrations.
 */
@NullMarked
package dev.chatcall.server.database;

import org.jspecify.annotations.NullMarked;
