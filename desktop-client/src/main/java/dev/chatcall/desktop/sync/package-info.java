/** This client's copy of what concerns its person: frames go in, state and effects come out. */
@NullMarked
package dev.chatcall.desktop.sync;

import org.jspecify.annotations.NullMarked;
