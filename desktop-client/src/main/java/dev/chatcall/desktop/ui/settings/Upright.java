package dev.chatcall.desktop.ui.settings;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Turns photographs as the camera was held: a JPEG file says that in its EXIF part (tag 0x0112, 1 to 8). */
final class Upright {
    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int EXIF_SEGMENT = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int EXIF = 0x45786966;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;

    private Upright() {}

    /** How the picture lies; 1, upright, for whatever says nothing. */
    static int orientationOf(byte[] file) {
        try {
            ByteBuffer data = ByteBuffer.wrap(file);
            if (u16(data) != START_OF_IMAGE) {
                return 1;
            }
            for (int marker = u16(data); marker != START_OF_SCAN; marker = u16(data)) {
                int length = u16(data) - 2;
                ByteBuffer segment = data.slice(data.position(), length);
                if (marker == EXIF_SEGMENT && segment.getInt() == EXIF) {
                    return ofExif(segment.position(6).slice());
                }
                data.position(data.position() + length);
            }
            return 1;
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException cutOff) {
            return 1;
        }
    }

    private static int ofExif(ByteBuffer tiff) {
        if (u16(tiff) == LITTLE_ENDIAN) {
            tiff.order(ByteOrder.LITTLE_ENDIAN);
        }
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int entry = 0; entry < entries; entry++) {
            int at = directory + 2 + entry * ENTRY_BYTES;
            if (tiff.getShort(at) == ORIENTATION_TAG) {
                int orientation = tiff.getShort(at + 8);
                return orientation >= 1 && orientation <= 8 ? orientation : 1;
            }
        }
        return 1;
    }

    private static int u16(ByteBuffer data) {
        return Short.toUnsignedInt(data.getShort());
    }

    static BufferedImage turned(BufferedImage picture, int orientation) {
        if (orientation == 1) {
            return picture;
        }
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lying = orientation >= 5;
        BufferedImage upright =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = upright.createGraphics();
        pen.drawImage(picture, transform(orientation, width, height), null);
        pen.dispose();
        return upright;
    }

    private static AffineTransform transform(int orientation, double width, double height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
