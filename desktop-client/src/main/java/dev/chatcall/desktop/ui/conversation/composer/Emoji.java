package dev.chatcall.desktop.ui.conversation.composer;

import java.util.List;

/**
 * One emoji of the picker.
 *
 * @param skins the same in five skin tones, from light to dark; empty where there are none
 * @param words by which it is found, without case, its name first
 */
record Emoji(String sign, int group, String name, List<String> skins, String words) {
    /** @param tone 0: none; 1 to 5: from light to dark */
    String inTone(int tone) {
        return tone == 0 || skins.size() < tone ? sign : skins.get(tone - 1);
    }
}
