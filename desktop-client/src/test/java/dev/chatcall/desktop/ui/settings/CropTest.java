package dev.chatcall.desktop.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CropTest {
    @Test
    void itBeginsWithTheLargestSquareInTheMiddle() {
        assertThat(Crop.centred(400, 200)).isEqualTo(new Crop(200, 100, 1));
        assertThat(Crop.centred(400, 200).sideOf(400, 200)).isEqualTo(200);
        assertThat(new Crop(0, 0, 2).sideOf(400, 200)).isEqualTo(100);
    }

    @Test
    void itStaysInsideThePicture() {
        assertThat(new Crop(-50, 0, 1).within(400, 200)).isEqualTo(new Crop(100, 100, 1));
        assertThat(new Crop(999, 999, 2).within(400, 200)).isEqualTo(new Crop(350, 150, 2));
        assertThat(new Crop(200, 100, 0.2).within(400, 200).zoom()).isEqualTo(1);
        assertThat(new Crop(200, 100, 50).within(400, 200).zoom()).isEqualTo(5);
    }
}
