package dev.chatcall.server.person;

import dev.chatcall.protocol.error.ErrorCode;
import dev.chatcall.server.error.ServiceException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.geometry.Positions;
import org.apache.tika.Tika;

/**
 * Draws an uploaded picture anew: the square in its middle, small, upright, and without anything else that the file
 * held, such as where a photo was taken.
 */
final class AvatarPainter {
    static final String CONTENT_TYPE = "image/png";
    /** Pixels a side; drawn at half of that or less. */
    static final int SIDE = 256;

    private static final int BYTES_MAX = 128 * 1024;
    /** A small file can unpack to a picture that fills all memory: its size is asked before any pixel is read. */
    private static final long PIXELS_MAX = 40_000_000;

    private static final Set<String> TYPES =
            Set.of("image/jpeg", "image/png", "image/gif", "image/bmp", "image/x-ms-bmp");
    private static final int[] SMALLER_SIDES = {SIDE, 192, 160, 128};

    private final Tika detector = new Tika();

    /** @throws ServiceException with {@code avatar.unreadable} when it is no picture, or one that is too large */
    byte[] paint(byte[] picture) {
        if (!TYPES.contains(detector.detect(picture))) {
            throw unreadable("This is no JPEG, PNG, GIF or BMP");
        }
        try {
            requireReasonable(picture);
            for (int side : SMALLER_SIDES) {
                byte[] image = png(picture, side);
                if (image.length <= BYTES_MAX) {
                    return image;
                }
            }
            throw unreadable("The picture does not get small enough");
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof ServiceException refused) {
                throw refused;
            }
            // The decoders of the JDK answer broken files with almost any exception.
            throw unreadable("The picture is broken");
        }
    }

    private static void requireReasonable(byte[] picture) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw unreadable("The picture is broken");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width < 1 || height < 1 || width * height > PIXELS_MAX) {
                    throw unreadable("The picture has more than " + PIXELS_MAX + " pixels");
                }
            } finally {
                reader.dispose();
            }
        }
    }

    /** Turns the picture as its EXIF data says. */
    private static byte[] png(byte[] picture, int side) throws IOException {
        BufferedImage square = Thumbnails.of(new ByteArrayInputStream(picture))
                .useExifOrientation(true)
                .crop(Positions.CENTER)
                .size(side, side)
                .imageType(BufferedImage.TYPE_INT_ARGB)
                .asBufferedImage();
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        ImageIO.write(square, "png", image);
        return image.toByteArray();
    }

    private static ServiceException unreadable(String reason) {
        return new ServiceException(ErrorCode.AVATAR_UNREADABLE, reason);
    }
}
