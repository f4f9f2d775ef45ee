/** The load generator: speaks the real protocol and measures what a person would feel. */
@NullMarked
package dev.chatcall.bench;

import org.jspecify.annotations.NullMarked;
