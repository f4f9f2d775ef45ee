package com.sun.javafx.font.freetype;

import com.sun.javafx.font.CharToGlyphMapper;
import com.sun.javafx.text.TextRun;

/** The signs of a run, with what JavaFX got wrong put right: see {@link RepairedFactory}. */
final class VisualOrder {
    private static final int SLOT_SHIFT = 24;

    private final TextRun run;
    private final int count;
    private final int[] glyphs;
    private final int[] indices;
    private final float[] positions;
    private int filled;

    private VisualOrder(TextRun run) {
        this.run = run;
        count = run.getGlyphCount();
        glyphs = new int[count];
        indices = new int[count];
        positions = new float[2 * count + 2];
    }

    static VisualOrder of(TextRun run) {
        VisualOrder order = new VisualOrder(run);
        if (run.isLeftToRight()) {
            order.take(0, order.count, 0);
        } else {
            order.takeFromTheEnd();
        }
        return order;
    }

    void shape(TextRun shaped) {
        shaped.shape(count, glyphs, positions, indices);
    }

    /**
     * The parts stand in the order in which they were written, numbered as if in the order in which they are read. Each is
     * one font's: where the font changes, another begins.
     */
    private void takeFromTheEnd() {
        int end = count;
        while (end > 0) {
            int start = end - 1;
            while (start > 0 && slot(start - 1) == slot(start)) {
                start--;
            }
            int before = start == 0 ? run.getLength() : lowest(0, start);
            int letters = before - lowest(start, end);
            int writtenAt = run.getLength() - before;
            take(start, end, writtenAt - (before - letters));
            end = start;
        }
    }

    private void take(int start, int end, int shift) {
        for (int at = start; at < end; at++) {
            float advance = run.getPosX(at + 1) - run.getPosX(at);
            glyphs[filled] = isMark(at, advance) ? CharToGlyphMapper.INVISIBLE_GLYPH_ID : run.getGlyphCode(at);
            indices[filled] = run.getCharOffset(at) + shift;
            positions[2 * filled + 2] = positions[2 * filled] + advance;
            filled++;
        }
    }

    /** The sign of what a font lacks, but without any width. */
    private boolean isMark(int at, float advance) {
        return run.getGlyphCode(at) == 0 && advance == 0;
    }

    private int slot(int at) {
        return run.getGlyphCode(at) >>> SLOT_SHIFT;
    }

    private int lowest(int start, int end) {
        int lowest = Integer.MAX_VALUE;
        for (int at = start; at < end; at++) {
            lowest = Math.min(lowest, run.getCharOffset(at));
        }
        return lowest;
    }
}
