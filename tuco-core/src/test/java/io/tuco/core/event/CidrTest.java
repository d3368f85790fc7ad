package io.tuco.core.event;

import static io.tuco.core.event.Addresses.address;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CidrTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8, 127.0.0.0, true",
    "127.0.0.0/8, 127.255.255.255, true",
    "127.0.0.0/8, 126.255.255.255, false",
    "127.0.0.0/8, 128.0.0.0, false",
    "172.16.0.0/12, 172.31.255.255, true",
    "172.16.0.0/12, 172.32.0.0, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "10.1.2.3/32, 10.1.2.3, true",
    "10.1.2.3/32, 10.1.2.2, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, ::1, false",
    "::/0, ffff::ffff, true",
    "::/0, 127.0.0.1, false",
    "fc00::/7, fdff:ffff::1, true",
    "fc00::/7, fe00::, false",
    "::1/128, ::1, true",
    "127.0.0.0/8, ::ffff:127.0.0.1, true",
  })
  void containsItsOwnAddresses(String block, String address, boolean inside) {
    assertThat(Cidr.parse(block).contains(address(address))).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "127.0.0.1",
        "127.0.0.1/8",
        "127.0.0.0/33",
        "127.0.0.0/-1",
        "127.0.0.0/+8",
        "127.0.0.0/08",
        "127.0.0.0/",
        "127.0.0.0/8/8",
        "127.0.0.0 /8",
        "127/8",
        "localhost/8",
        "::1/129",
        "::1/127",
        "[::1]/128",
        "fe80::%1/10",
        "::ffff:127.0.0.0/104",
        "\u0661.0.0.0/8"
      })
  void refusesWhatIsNoBlock(String text) {
    assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isEqualByValue() {
    assertThat(Cidr.parse("fc00::/7")).isEqualTo(Cidr.parse("FC00:0::/7"));
    assertThat(Cidr.parse("10.0.0.0/8")).hasToString("10.0.0.0/8");
  }
}
