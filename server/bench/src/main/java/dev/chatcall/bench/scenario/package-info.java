/** What is measured. */
@NullMarked
package dev.chatcall.bench.scenario;

import org.jspecify.annotations.NullMarked;
