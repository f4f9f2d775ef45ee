/** The server that is measured: a process of its own or one that runs, its people, its CPU time and memory. */
@NullMarked
package dev.chatcall.bench.installation;

import org.jspecify.annotations.NullMarked;
