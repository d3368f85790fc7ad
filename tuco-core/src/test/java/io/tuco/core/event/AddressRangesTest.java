package io.tuco.core.event;

import static io.tuco.core.event.Addresses.address;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressRangesTest {

  /** The contract's list, written out again: a range lost from the code must be missed here. */
  static final List<String> REFUSED =
      List.of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "255.255.255.255/32",
          "168.63.129.16/32",
          "::/128",
          "::1/128",
          "::/96",
          "64:ff9b::/96",
          "64:ff9b:1::/48",
          "100::/64",
          "2001::/32",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20",
          "5f00::/16",
          "fc00::/7",
          "fe80::/10",
          "fec0::/10",
          "ff00::/8");

  @ParameterizedTest
  @FieldSource("REFUSED")
  void refusesTheFirstAndTheLastOfARange(String block) {
    assertThat(AddressRanges.isPublic(Addresses.first(block))).isFalse();
    assertThat(AddressRanges.isPublic(Addresses.last(block))).isFalse();
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void refusesTheNeighboursOfARangeOnlyWhereTheyAreInAnother(String block) {
    var neighbours =
        Stream.of(Addresses.before(Addresses.first(block)), Addresses.after(Addresses.last(block)))
            .flatMap(Optional::stream)
            .toList();

    assertThat(neighbours)
        .allSatisfy(
            neighbour ->
                assertThat(AddressRanges.isPublic(neighbour)).isNotEqualTo(isListed(neighbour)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "191.255.255.255",
        "192.0.1.0",
        "192.0.3.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "168.63.129.15",
        "168.63.129.17",
        "1.1.1.1",
        "8.8.8.8",
        "2606:4700::1111",
        "2001:1::",
        "2001:4860:4860::8888",
        "2003::",
        "64:ff9a:ffff::",
        "64:ff9b::1:0:0",
        "64:ff9b:2::",
        "100:0:0:1::",
        "3ffe:ffff::",
        "3fff:1000::",
        "5eff:ffff::",
        "5f01::",
        "fbff::",
        "fe00::",
        "::1:0:0"
      })
  void takesPublicNeighbours(String literal) {
    assertThat(AddressRanges.isPublic(address(literal))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254", "100.100.100.200", "192.0.0.192", "168.63.129.16", "fd00:ec2::254",
        "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "fe80::1", "fec0::1"
      })
  void refusesWhatTheJdkOrACloudHidesThere(String literal) {
    assertThat(AddressRanges.isPublic(address(literal))).isFalse();
  }

  @Test
  void judgesAMappedAddressAsTheOneInside() throws UnknownHostException {
    assertThat(AddressRanges.isPublic(mapped("10.0.0.1"))).isFalse();
    assertThat(AddressRanges.isPublic(mapped("8.8.8.8"))).isTrue();
  }

  @Test
  void agreesWithAnotherReadingOfTheListOnRandomAddresses() {
    var random = new Random(17);
    for (int i = 0; i < 20_000; i++) {
      var bytes = new byte[random.nextBoolean() ? 4 : 16];
      random.nextBytes(bytes);
      var address = Addresses.of(bytes);

      assertThat(AddressRanges.isPublic(address)).isNotEqualTo(isListed(address));
    }
  }

  private static boolean isListed(InetAddress address) {
    return REFUSED.stream()
        .anyMatch(
            block -> {
              var first = Addresses.first(block).getAddress();
              var last = Addresses.last(block).getAddress();
              var bytes = address.getAddress();
              return bytes.length == first.length
                  && Arrays.compareUnsigned(first, bytes) <= 0
                  && Arrays.compareUnsigned(bytes, last) <= 0;
            });
  }

  private static InetAddress mapped(String v4) throws UnknownHostException {
    var bytes = new byte[16];
    bytes[10] = -1;
    bytes[11] = -1;
    System.arraycopy(address(v4).getAddress(), 0, bytes, 12, 4);
    return Inet6Address.getByAddress("", bytes, 0);
  }
}
