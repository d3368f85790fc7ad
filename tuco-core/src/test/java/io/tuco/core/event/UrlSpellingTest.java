package io.tuco.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.tuco.core.event.UrlVerdict.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways to write a host, judged with http and every port allowed: only the host decides. */
final class UrlSpellingTest {

  private static final UrlRules RULES =
      new UrlRules(
          new UrlPolicy(
              true,
              true,
              IntStream.rangeClosed(1, 65_535).boxed().collect(Collectors.toSet()),
              List.of()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://example.com/",
        "HTTPS://EXAMPLE.COM/",
        "https://example.com.",
        "https://example.com:8443/hook",
        "https://example.com?x=1",
        "https://example.com/a/b;c=d/e@f:g?h=i/j?k[]=l|m",
        "https://example.com/%41%2f%00?%0d%0a",
        "https://example.com/../..//x",
        "https://hooks.eu-1.example.museum/x",
        "https://a.b",
        "https://intranet/hook",
        "https://1.example.com",
        "https://1.2.3.4.example.com",
        "https://127.0.0.1.nip.io/",
        "https://0x7f000001.example.com",
        "https://example.com/@127.0.0.1/",
        "https://example.com/http://127.0.0.1/",
        "https://example.com/?u=http://127.0.0.1/",
        "https://8.8.8.8/",
        "https://8.8.8.8:443/",
        "https://[2606:4700::1111]/",
        "https://[2606:4700:0:0:0:0:0:1111]:443/",
        "https://[::ffff:8.8.8.8]/",
        "https://xn--mnchen-3ya.de/",
        "https://münchen.de/",
        "https://MÜNCHEN.de/",
        "https://mu\u0308nchen.de/",
        "https://例え.テスト/",
        "https://пример.испытание/",
        "https://xn--a/",
        "https://999.example",
        "https://a1.b2c3/",
        "https://0xfg/",
        "https://notlocalhost/"
      })
  void takesPlainSpellingsOfPublicHosts(String url) {
    assertThat(RULES.judge(url).kind()).isEqualTo(Kind.ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://127.0.0.1:8080/",
        "https://127.255.255.254/",
        "https://10.0.0.1/",
        "https://172.16.0.1/",
        "https://192.168.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://100.100.100.200/",
        "https://192.0.0.192/",
        "https://168.63.129.16/",
        "https://0.0.0.0/",
        "https://255.255.255.255/",
        "https://localhost/",
        "https://LOCALHOST/",
        "https://localhost./",
        "https://localhost:8080/",
        "https://foo.localhost/",
        "https://2130706433/",
        "https://0/",
        "https://1/",
        "https://127.1/",
        "https://127.0.1/",
        "https://10.1/",
        "https://0177.0.0.1/",
        "https://0177.1/",
        "https://017700000001/",
        "https://127.0.0.01/",
        "https://127.000.000.001/",
        "https://0x7f.0.0.1/",
        "https://0x7f.1/",
        "https://0x7f000001/",
        "https://0X7F000001/",
        "https://0x7f.0x0.0x0.0x1/",
        "https://0x/",
        "https://127.0.0.0x1/",
        "https://127.0.0.0x/",
        "https://127.0.0.1./",
        "https://2130706433./",
        "https://127.1./",
        "https://256.256.256.256/",
        "https://127.0.0.256/",
        "https://1.2.3.4.5/",
        "https://8.8.8/",
        "https://8.8.8.8./",
        "https://08.8.8.8/",
        "https://134744072/",
        "https://4294967296/",
        "https://99999999999999999999/",
        "https://example.1/",
        "https://foo.0x1/",
        "https://１２７.0.0.1/",
        "https://１２７.０.０.１/",
        "https://127.0.0.１/",
        "https://２１３０７０６４３３/",
        "https://①②⑦.⓪.⓪.①/",
        "https://127。0。0。1/",
        "https://127．0．0．1/",
        "https://127｡0｡0｡1/",
        "https://0ｘ7f000001/",
        "https://ｌｏｃａｌｈｏｓｔ/",
        "https://ⓛocalhost/",
        "https://loca\u00adlhost/",
        "https://local\u200bhost/",
        "https://ｅxample.com/",
        "https://ex\u00adample.com/",
        "https://example。com/",
        "https://example．com/",
        "https://straße.de/",
        "https://faß-münchen.de/",
        "https://βόλος.gr/",
        "https://ﬁn.example/",
        "https://℡.example/",
        "https://[::1]/",
        "https://[::]/",
        "https://[0:0:0:0:0:0:0:1]/",
        "https://[0000:0000:0000:0000:0000:0000:0000:0001]/",
        "https://[::127.0.0.1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[::FFFF:7F00:0001]/",
        "https://[0:0:0:0:0:ffff:127.0.0.1]/",
        "https://[::ffff:169.254.169.254]/",
        "https://[64:ff9b::127.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[64:ff9b:1::1]/",
        "https://[2002:7f00:1::]/",
        "https://[2001::1]/",
        "https://[2001:db8::1]/",
        "https://[3fff::1]/",
        "https://[5f00::1]/",
        "https://[fc00::1]/",
        "https://[fd00:ec2::254]/",
        "https://[fe80::1]/",
        "https://[fec0::1]/",
        "https://[ff02::1]/",
        "https://[100::1]/",
        "https://user@example.com/",
        "https://user:password@example.com/",
        "https://@example.com/",
        "https://:@example.com/",
        "https://example.com@127.0.0.1/",
        "https://127.0.0.1@example.com/",
        "https://a@b@example.com/",
        "https://example.com%2f@127.0.0.1/",
        "https://user@[::1]/",
        "https://example.com/#fragment",
        "https://example.com#",
        "https://example.com#@127.0.0.1/",
        "https://127.0.0.1#@example.com/",
        "https://example.com/path#a#b",
        "ftp://example.com/",
        "file://example.com/etc/passwd",
        "gopher://example.com:70/",
        "ws://example.com/",
        "wss://example.com/",
        "httpss://example.com/",
        "unix://socket/"
      })
  void forbidsAddressesInAnySpelling(String url) {
    assertThat(RULES.judge(url).kind()).isEqualTo(Kind.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "example.com",
        "example.com:443/x",
        "//example.com/",
        "/hook",
        "https",
        "https:",
        "https:/",
        "https://",
        "https:///",
        "https:///example.com",
        "https:/example.com",
        "https:example.com",
        "https:\\\\example.com",
        "https://\\example.com",
        "https://example.com\\@127.0.0.1/",
        "https://127.0.0.1\\.example.com/",
        "https://example.com/a\\b",
        "https//example.com",
        "://example.com",
        "1https://example.com",
        "ht tps://example.com",
        "https ://example.com",
        " https://example.com",
        "https://example.com ",
        "https://example.com/a b",
        "https://exa mple.com/",
        "https://example.com/\n",
        "https://example.com\r\nHost: 127.0.0.1",
        "https://exam\tple.com/",
        "ht\ntps://example.com/",
        "https://example.com/\u0000",
        "https://example.com\u0000.evil.com/",
        "https://example.com/\u007f",
        "https://example.com/\u0085",
        "https://example.com/\u2028",
        "https://\u00a0example.com/",
        "https://exa\u3000mple.com/",
        "https://example.com/é",
        "https://example.com/?q=é",
        "https://example.com/<>",
        "https://example.com/\"",
        "https://example.com/`",
        "https://example.com/^",
        "https://example.com/{id}",
        "https://example.com/[1]",
        "https://example.com/%",
        "https://example.com/%2",
        "https://example.com/%zz",
        "https://example.com/?%u0041",
        "https://?x",
        "https://#x",
        "https://./",
        "https://../",
        "https://.example.com/",
        "https://example..com/",
        "https://example.com../",
        "https://-example.com/",
        "https://example-.com/",
        "https://exa_mple.com/",
        "https://exa*mple.com/",
        "https://*/",
        "https://exa%6dple.com/",
        "https://127%2e0.0.1/",
        "https://%31%32%37.0.0.1/",
        "https://example.com%00/",
        "jar://example.com!/",
        "https://example.com,127.0.0.1/",
        "https://127.0.0.1,example.com/",
        "https://-1/",
        "https://+127.0.0.1/",
        "https://example.com:/",
        "https://example.com:0/",
        "https://example.com:00/",
        "https://example.com:65536/",
        "https://example.com:99999/",
        "https://example.com:100000/",
        "https://example.com:4294967739/",
        "https://example.com:-443/",
        "https://example.com:+443/",
        "https://example.com:44a/",
        "https://example.com:４４３/",
        "https://example.com: 443/",
        "https://example.com:443:443/",
        "https://example.com::443/",
        "https://:443/",
        "https://::1/",
        "https://[::1/",
        "https://::1]/",
        "https://[]/",
        "https://[:]/",
        "https://[::1]x/",
        "https://x[::1]/",
        "https://[::1]]/",
        "https://[[::1]]/",
        "https://[::1].example.com/",
        "https://[::1].:443/",
        "https://[127.0.0.1]/",
        "https://[example.com]/",
        "https://[::1%eth0]/",
        "https://[fe80::1%25eth0]/",
        "https://[fe80::1%251]/",
        "https://[v1.fe80::1]/",
        "https://[1:2:3:4:5:6:7]/",
        "https://[::ffff:127.0.0.01]/",
        "https://[::ffff:0x7f.0.0.1]/",
        "https://[::１]/",
        "https://\uD83D/",
        "https://\uDE00example.com/",
        "javascript:alert(1)",
        "data:text/html,x",
        "mailto:ada@example.com",
        "file:/etc/passwd",
        "file:///etc/passwd",
        "urn:example:com"
      })
  void callsTheRestMalformed(String url) {
    assertThat(RULES.judge(url).kind()).isEqualTo(Kind.MALFORMED);
  }

  @Test
  void limitsTheLengthOfUrlAndHost() {
    var label = "a".repeat(63);
    var longest = label + "." + label + "." + label + "." + "a".repeat(61);
    var path = "a".repeat(4096 - "https://example.com/".length());

    assertThat(longest).hasSize(253);
    assertThat(RULES.judge("https://" + longest + "/").kind()).isEqualTo(Kind.ALLOWED);
    assertThat(RULES.judge("https://" + longest + "a/").kind()).isEqualTo(Kind.MALFORMED);
    assertThat(RULES.judge("https://a" + label + ".com/").kind()).isEqualTo(Kind.MALFORMED);
    assertThat(RULES.judge("https://example.com/" + path).kind()).isEqualTo(Kind.ALLOWED);
    assertThat(RULES.judge("https://example.com/" + path + "a").kind()).isEqualTo(Kind.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a.", "@", ":", "[", "é", "é.", "%41", "/", "?", "#", "-", "．"})
  void takesNoLongerThanItShouldOnHostileTexts(String part) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (int length = 1; length < 4096; length += 97) {
            RULES.judge("https://" + part.repeat(length));
            RULES.judge("https://example.com/" + part.repeat(length));
          }
        });
  }

  @Test
  void answersAnyTextWithAVerdict() {
    var random = new Random(19);
    var alphabet = "ahtps:/.@[]%#?\\0127xX-\u00e9\u0660\uff11\u3002\uD83D\uDE00\u200d\n ";
    for (int i = 0; i < 200_000; i++) {
      var text = new StringBuilder(random.nextBoolean() ? "https://" : "");
      for (int length = random.nextInt(20); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }

      assertThat(RULES.judge(text.toString())).isNotNull();
    }
  }

  @Test
  void letsNoCharacterOfTheBasicPlaneTurnIntoAnotherHost() {
    for (int c = 0x80; c <= Character.MAX_VALUE; c++) {
      var typed = "a" + (char) c + "b.example";

      if (RULES.judge("https://" + typed + "/") instanceof UrlVerdict.Allowed allowed) {
        assertThat(allowed.url().host())
            .satisfiesAnyOf(
                host -> assertThat(host).matches("xn--[a-z0-9-]+\\.example"),
                host -> assertThat(host).isEqualTo(typed.toLowerCase(Locale.ROOT)));
      }
    }
  }
}
