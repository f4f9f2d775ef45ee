/** How everything looks: the design tokens as looked-up colours, the sheets, the fonts. */
@NullMarked
package dev.chatcall.desktop.ui.theme;

import org.jspecify.annotations.NullMarked;
