/** Pictures of every screen, and what must hold for each of them. */
@org.jspecify.annotations.NullMarked
package dev.chatcall.desktop.ui.gallery;
