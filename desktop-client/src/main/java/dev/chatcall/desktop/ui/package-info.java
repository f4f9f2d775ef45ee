/** What every screen is given, and the places of the program. */
@NullMarked
package dev.chatcall.desktop.ui;

import org.jspecify.annotations.NullMarked;
