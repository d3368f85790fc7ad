package io.tuco.core.event;

import static io.tuco.core.event.Addresses.address;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IpLiteralTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "1.2.3.4",
        "255.255.255.255",
        "::",
        "::1",
        "1::",
        "1::8",
        "1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7::",
        "::2:3:4:5:6:7:8",
        "2001:DB8::a",
        "0001:02:003:4::",
        "::1.2.3.4",
        "::ffff:1.2.3.4",
        "64:ff9b::1.2.3.4",
        "1:2:3:4:5:6:1.2.3.4",
        "1:2:3::6:1.2.3.4"
      })
  void readsWhatTheJdkReadsToo(String text) {
    assertThat(IpLiteral.parse(text)).hasValue(address(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "1.2.3.04",
        "1.2.3.",
        ".1.2.3",
        "1.2.3.4 ",
        "1.2.3.-4",
        "0x1.2.3.4",
        ":",
        ":::",
        "1:",
        ":1",
        "1::2::3",
        "1:::2",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "1:2:3:4::5:6:7:8",
        "12345::",
        "g::",
        "::1.2.3",
        "::1.2.3.4:5",
        "1.2.3.4::",
        "1.2.3.4:1::",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::01.2.3.4",
        "fe80::1%eth0",
        "fe80::1%25",
        "[::1]",
        "::\uff11",
        "::1/64"
      })
  void refusesTheRest(String text) {
    assertThat(IpLiteral.parse(text)).isEmpty();
  }

  @Test
  void readsEveryAddressTheJdkPrints() {
    var random = new Random(13);
    for (int i = 0; i < 20_000; i++) {
      var bytes = new byte[random.nextBoolean() ? 4 : 16];
      random.nextBytes(bytes);
      var address = Addresses.of(bytes);

      assertThat(IpLiteral.parse(address.getHostAddress())).hasValue(address);
    }
  }

  @Test
  void unwrapsMappedAddressesOnly() throws UnknownHostException {
    var mapped = new byte[16];
    mapped[10] = -1;
    mapped[11] = -1;
    mapped[12] = 127;
    mapped[15] = 1;
    var wrapped = Inet6Address.getByAddress("", mapped, 0);

    assertThat(wrapped).isInstanceOf(Inet6Address.class);
    assertThat(IpLiteral.unmapped(wrapped))
        .isInstanceOf(Inet4Address.class)
        .isEqualTo(address("127.0.0.1"));
    assertThat(IpLiteral.unmapped(address("::127.0.0.1"))).isEqualTo(address("::127.0.0.1"));
    assertThat(IpLiteral.unmapped(address("127.0.0.1"))).isEqualTo(address("127.0.0.1"));
  }
}
