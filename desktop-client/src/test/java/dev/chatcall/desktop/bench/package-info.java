/** Measures the program as people get it: how fast it opens, what it takes, how smoothly it draws. */
@NullMarked
package dev.chatcall.desktop.bench;

import org.jspecify.annotations.NullMarked;
