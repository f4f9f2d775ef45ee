package dev.chatcall.desktop.ui.settings;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Picture files in, small square pictures out. Slow: not for the JavaFX thread. */
public final class SquarePicture {
    /** Side of the square that is uploaded, in pixels; the server makes its own small pictures of it. */
    public static final int UPLOADED_PX = 512;

    /** A picture larger than this is scaled down when it is read, which is plenty for any crop of it. */
    private static final int READ_PX = 2_048;

    private SquarePicture() {}

    /** The picture of a JPEG, PNG, GIF or BMP file, upright; empty when it is none that can be read. */
    public static Optional<BufferedImage> read(byte[] file) {
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
            if (read == null) {
                return Optional.empty();
            }
            BufferedImage small = scaledDown(read, READ_PX);
            return Optional.of(Upright.turned(small, Upright.orientationOf(file)));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The chosen square as a PNG file, at most {@link #UPLOADED_PX} wide. */
    public static byte[] crop(BufferedImage picture, Crop crop) {
        Crop inside = crop.within(picture.getWidth(), picture.getHeight());
        int side = Math.max(1, (int) Math.floor(inside.sideOf(picture.getWidth(), picture.getHeight())));
        int left = Math.clamp(Math.round(inside.x() - side / 2.0), 0, picture.getWidth() - side);
        int top = Math.clamp(Math.round(inside.y() - side / 2.0), 0, picture.getHeight() - side);
        BufferedImage square = scaledDown(picture.getSubimage(left, top, side, side), UPLOADED_PX);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(square, "png", file);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return file.toByteArray();
    }

    /** Halved until it is less than twice too large, then once more to the size: one step alone would lose pixels. */
    private static BufferedImage scaledDown(BufferedImage picture, int max) {
        int larger = Math.max(picture.getWidth(), picture.getHeight());
        if (larger <= max) {
            return scaled(picture, 1);
        }
        BufferedImage now = picture;
        while (larger > 2 * max) {
            now = scaled(now, 0.5);
            larger = Math.max(now.getWidth(), now.getHeight());
        }
        return scaled(now, (double) max / larger);
    }

    private static BufferedImage scaled(BufferedImage picture, double by) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * by));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * by));
        BufferedImage next = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = next.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return next;
    }
}
