/** The settings, section by section. */
@NullMarked
package dev.chatcall.desktop.ui.settings;

import org.jspecify.annotations.NullMarked;
