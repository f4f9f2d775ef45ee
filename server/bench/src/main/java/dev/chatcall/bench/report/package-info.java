/** The table and the JSON file. */
@NullMarked
package dev.chatcall.bench.report;

import org.jspecify.annotations.NullMarked;
