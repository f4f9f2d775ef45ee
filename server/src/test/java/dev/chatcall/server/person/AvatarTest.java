package dev.chatcall.server.person;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chatcall.server.bus.BusEvent;
import dev.chatcall.server.session.LocalAccounts;
import dev.chatcall.server.session.LocalAccounts.Answer;
import dev.chatcall.server.session.LocalAccounts.Member;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AvatarTest {
    private final LocalAccounts server = new LocalAccounts();
    private Member ada;

    @BeforeAll
    void start() {
        ada = server.register("ada");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void aPictureIsCroppedSquareAndDrawnAnew(String format) throws IOException {
        assertThat(upload(encoded(threeBars(900, 300), format)).status()).isEqualTo(204);

        Answer picture = picture();
        BufferedImage drawn =
                ImageIO.read(new ByteArrayInputStream(picture.response().body()));

        assertThat(picture.response().headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(picture.response().headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
        assertThat(picture.response().headers().firstValue("Cache-Control").orElseThrow())
                .contains("immutable");
        assertThat(drawn.getWidth()).isEqualTo(256);
        assertThat(drawn.getHeight()).isEqualTo(256);
        assertThat(isGreen(drawn.getRGB(5, 128)) && isGreen(drawn.getRGB(250, 128)))
                .isTrue();
    }

    @Test
    void aPictureThatLiesOnItsSideIsTurnedUpright() throws IOException {
        BufferedImage lying = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = lying.createGraphics();
        graphics.setColor(Color.GREEN);
        graphics.fillRect(0, 0, 150, 300);
        graphics.dispose();

        assertThat(upload(withOrientation(encoded(lying, "jpg"), 6)).status()).isEqualTo(204);

        BufferedImage drawn =
                ImageIO.read(new ByteArrayInputStream(picture().response().body()));
        assertThat(isGreen(drawn.getRGB(128, 10))).isTrue();
        assertThat(isGreen(drawn.getRGB(128, 245))).isFalse();
    }

    @Test
    void whatElseAFileHoldsIsNotServed() throws IOException {
        byte[] jpeg = encoded(threeBars(300, 300), "jpg");
        byte[] comment = "taken at 52.5 N, 13.4 E <script>".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(jpeg, 0, 2);
        file.write(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (comment.length + 2)});
        file.write(comment);
        file.write(jpeg, 2, jpeg.length - 2);
        file.write("trailing secret".getBytes(StandardCharsets.US_ASCII));

        assertThat(upload(file.toByteArray()).status()).isEqualTo(204);

        assertThat(new String(picture().response().body(), StandardCharsets.ISO_8859_1))
                .doesNotContain("13.4 E", "secret", "script");
    }

    @Test
    void noiseIsDrawnSmallerUntilItFits() throws IOException {
        BufferedImage noise = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
        Random random = new Random(1);
        for (int i = 0; i < 600 * 600; i++) {
            noise.setRGB(i % 600, i / 600, random.nextInt());
        }

        assertThat(upload(encoded(noise, "png")).status()).isEqualTo(204);

        assertThat(picture().response().body().length).isLessThanOrEqualTo(128 * 1024);
    }

    @Test
    void whatIsNoPictureIsUnreadable() throws IOException {
        byte[] good = encoded(threeBars(300, 300), "png");
        byte[] broken = good.clone();
        Arrays.fill(broken, 60, broken.length - 20, (byte) 7);
        for (byte[] file : List.of(
                new byte[0],
                "hello".getBytes(StandardCharsets.US_ASCII),
                "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".getBytes(StandardCharsets.US_ASCII),
                "GIF89a".getBytes(StandardCharsets.US_ASCII),
                "%PDF-1.4".getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOf(good, 8),
                Arrays.copyOf(good, 40),
                broken,
                bomb(30_000, 30_000, 1000),
                bomb(Integer.MAX_VALUE, Integer.MAX_VALUE, 10),
                bomb(0, 5, 10))) {
            Answer answer = upload(file);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("avatar.unreadable");
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefused() {
        assertThat(upload(new byte[8 * 1024 * 1024 + 1]).code()).isEqualTo("request.too_large");
    }

    @Test
    void anotherPictureTakesThePlaceOfTheOneBefore() throws IOException {
        upload(encoded(threeBars(300, 300), "png"));
        String before = avatarId();
        server.events.clear();

        upload(encoded(threeBars(300, 300), "png"));

        assertThat(avatarId()).isNotEqualTo(before);
        assertThat(server.get("/api/avatars/" + before, ada.access()).code()).isEqualTo("not_found");
        assertThat(server.events).contains(new BusEvent.PersonTouched(ada.id()), new BusEvent.AccountTouched(ada.id()));
        assertThat(server.delete("/api/account/avatar", ada.access()).status()).isEqualTo(204);
        assertThat(server.get("/api/account", ada.access())
                        .json()
                        .path("person")
                        .path("avatarId")
                        .isNull())
                .isTrue();
    }

    private Answer upload(byte[] file) {
        return server.send(
                server.request("/api/account/avatar", ada.access()).PUT(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    private String avatarId() {
        return server.get("/api/account", ada.access())
                .json()
                .path("person")
                .path("avatarId")
                .asString();
    }

    private Answer picture() {
        return server.get("/api/avatars/" + avatarId(), ada.access());
    }

    private static BufferedImage threeBars(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(width / 3 - 5, 0, width / 3 + 10, height);
        graphics.dispose();
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static boolean isGreen(int color) {
        Color parts = new Color(color);
        return parts.getGreen() > 180 && parts.getRed() < 90;
    }

    /** Puts the orientation of EXIF into a JPEG. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        ByteBuffer file = ByteBuffer.allocate(jpeg.length + exif.capacity());
        file.put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2);
        return file.array();
    }

    /** A PNG that says it has so many pixels, in a file that is tiny. */
    private static byte[] bomb(int width, int height, int rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(bytes);
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(width).putInt(height).put((byte) 8).put((byte) 2);
        chunk(png, "IHDR", header.array());
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(pixels, new Deflater(9))) {
            for (int row = 0; row < rows; row++) {
                deflated.write(new byte[1024]);
            }
        }
        chunk(png, "IDAT", pixels.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream png, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        png.writeInt(data.length);
        png.write(name);
        png.write(data);
        png.writeInt((int) checksum.getValue());
    }
}
