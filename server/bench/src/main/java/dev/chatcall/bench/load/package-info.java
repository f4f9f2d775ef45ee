/** What is sent when, what became of it, and how long that took. */
@NullMarked
package dev.chatcall.bench.load;

import org.jspecify.annotations.NullMarked;
