/** The facade: everything that the screens know of the core. Nothing here or in what implements it imports JavaFX. */
@NullMarked
package dev.chatcall.desktop.client;

import org.jspecify.annotations.NullMarked;
