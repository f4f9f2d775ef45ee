package dev.chatcall.desktop.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SquarePictureTest {
    /** Red on the left half, blue on the right. */
    private static BufferedImage halves(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return picture;
    }

    private static byte[] file(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, format, file);
        return file.toByteArray();
    }

    private static boolean isRed(int rgb) {
        Color color = new Color(rgb);
        return color.getRed() > 180 && color.getBlue() < 80;
    }

    private static boolean isBlue(int rgb) {
        Color color = new Color(rgb);
        return color.getBlue() > 180 && color.getRed() < 80;
    }

    @Test
    void aLargePictureIsCutSquareAndMadeSmall() throws IOException {
        BufferedImage read =
                SquarePicture.read(file(halves(3_000, 1_200), "png")).orElseThrow();
        byte[] square = SquarePicture.crop(read, Crop.centred(read.getWidth(), read.getHeight()));
        BufferedImage made = ImageIO.read(new ByteArrayInputStream(square));
        assertThat(made.getWidth()).isEqualTo(512);
        assertThat(made.getHeight()).isEqualTo(512);
        assertThat(isRed(made.getRGB(20, 256))).isTrue();
        assertThat(isBlue(made.getRGB(490, 256))).isTrue();
    }

    @Test
    void whatIsChosenIsWhatIsCutOut() throws IOException {
        BufferedImage picture = halves(400, 200);
        BufferedImage right =
                ImageIO.read(new ByteArrayInputStream(SquarePicture.crop(picture, new Crop(390, 100, 2))));
        assertThat(right.getWidth()).as("never made larger").isEqualTo(100);
        assertThat(isBlue(right.getRGB(2, 50))).isTrue();
    }

    @Test
    void whatIsNoPictureIsNotRead() {
        assertThat(SquarePicture.read("hello".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(SquarePicture.read(new byte[0])).isEmpty();
    }

    @Test
    void aPhotographIsTurnedAsTheCameraWasHeld() throws IOException {
        byte[] jpeg = file(halves(64, 32), "jpg");
        assertThat(Upright.orientationOf(jpeg)).isEqualTo(1);
        byte[] turned = withOrientation(jpeg, 6);
        assertThat(Upright.orientationOf(turned)).isEqualTo(6);
        BufferedImage upright = SquarePicture.read(turned).orElseThrow();
        assertThat(upright.getWidth()).isEqualTo(32);
        assertThat(upright.getHeight()).isEqualTo(64);
        assertThat(isRed(upright.getRGB(16, 4))).as("left becomes top").isTrue();
        assertThat(isBlue(upright.getRGB(16, 60))).isTrue();
    }

    /** Puts an EXIF part with the orientation behind the start of a JPEG file. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0);
        return ByteBuffer.allocate(jpeg.length + exif.capacity())
                .put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
