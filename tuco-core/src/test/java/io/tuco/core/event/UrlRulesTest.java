package io.tuco.core.event;

import static io.tuco.core.event.Addresses.address;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.core.event.UrlVerdict.Allowed;
import io.tuco.core.event.UrlVerdict.Forbidden;
import io.tuco.core.event.UrlVerdict.Kind;
import io.tuco.core.event.UrlVerdict.Malformed;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UrlRulesTest {

  private static final UrlRules WEBHOOKS = new UrlRules(UrlPolicy.strict());
  private static final UrlRules ATTACHMENTS = new UrlRules(UrlPolicy.web());
  private static final UrlRules LOOPBACK =
      new UrlRules(
          new UrlPolicy(
              true, true, Set.of(8443), List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("::1/128"))));

  @ParameterizedTest
  @CsvSource({
    "https://example.com/, ALLOWED, ALLOWED",
    "https://example.com:443/, ALLOWED, ALLOWED",
    "http://example.com/, FORBIDDEN, ALLOWED",
    "http://example.com:80/, FORBIDDEN, ALLOWED",
    "https://example.com:80/, FORBIDDEN, FORBIDDEN",
    "http://example.com:443/, FORBIDDEN, FORBIDDEN",
    "https://example.com:8443/, FORBIDDEN, FORBIDDEN",
    "https://example.com:22/, FORBIDDEN, FORBIDDEN",
    "ftp://example.com/, FORBIDDEN, FORBIDDEN",
    "https://user@example.com/, FORBIDDEN, FORBIDDEN",
    "https://example.com/#x, FORBIDDEN, FORBIDDEN",
    "https://127.0.0.1/, FORBIDDEN, FORBIDDEN",
    "https://127.1/, FORBIDDEN, FORBIDDEN",
    "https://localhost/, FORBIDDEN, FORBIDDEN",
    "https://[::1]/, FORBIDDEN, FORBIDDEN",
    "https://example.com:0/, MALFORMED, MALFORMED",
    "not a url, MALFORMED, MALFORMED",
  })
  void judgesWebhooksAndAttachments(String url, Kind webhook, Kind attachment) {
    assertThat(WEBHOOKS.judge(url).kind()).isEqualTo(webhook);
    assertThat(ATTACHMENTS.judge(url).kind()).isEqualTo(attachment);
  }

  @ParameterizedTest
  @CsvSource({
    "https://Example.COM, https, example.com, 443, /",
    "http://example.com./a?b=c, http, example.com, 80, /a?b=c",
    "https://example.com?b=c, https, example.com, 443, /?b=c",
    "https://example.com:8443/, https, example.com, 8443, /",
    "https://example.com:00443/, https, example.com, 443, /",
    "https://münchen.de/x, https, xn--mnchen-3ya.de, 443, /x",
    "https://8.8.8.8/, https, 8.8.8.8, 443, /",
    "https://[2606:4700::0001]/, https, 2606:4700:0:0:0:0:0:1, 443, /",
    "https://[::ffff:8.8.8.8]/, https, 8.8.8.8, 443, /",
  })
  void takesAUrlApartForTheClient(String url, String scheme, String host, int port, String path) {
    assertThat(LOOPBACK.judge(url))
        .isEqualTo(new Allowed(new GuardedUrl(scheme, host, port, path, url)));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:9999/hook, ALLOWED",
    "http://localhost:8080/, ALLOWED",
    "https://127.0.0.1:1/, ALLOWED",
    "ftp://127.0.0.1/, FORBIDDEN",
    "http://example.com/, FORBIDDEN",
    "https://example.com:8443/, FORBIDDEN",
    "http://10.0.0.1:80/, FORBIDDEN",
  })
  void isFreeOnlyWithinTheAllowedBlocks(String url, Kind verdict) {
    var demo =
        new UrlRules(new UrlPolicy(false, true, Set.of(), List.of(Cidr.parse("127.0.0.0/8"))));

    assertThat(demo.judge(url).kind()).isEqualTo(verdict);
  }

  @Test
  void takesThePortsTheOperatorLists() {
    var rules = new UrlRules(new UrlPolicy(false, false, Set.of(8443), List.of()));

    assertThat(rules.judge("https://example.com:8443/").kind()).isEqualTo(Kind.ALLOWED);
    assertThat(rules.judge("https://example.com/").kind()).isEqualTo(Kind.ALLOWED);
    assertThat(rules.judge("https://example.com:8444/")).isEqualTo(new Forbidden());
    assertThat(rules.judge("http://example.com:8443/")).isEqualTo(new Forbidden());
    assertThat(rules.judge("https://example.com:x/")).isEqualTo(new Malformed());
  }

  @Test
  void letsTheOperatorAllowBlocksButNoDisguise() {
    assertThat(LOOPBACK.judge("http://127.0.0.1:8080/hook").kind()).isEqualTo(Kind.ALLOWED);
    assertThat(LOOPBACK.judge("http://localhost:8080/hook").kind()).isEqualTo(Kind.ALLOWED);
    assertThat(LOOPBACK.judge("http://[::1]:8080/hook").kind()).isEqualTo(Kind.ALLOWED);
    assertThat(LOOPBACK.judge("http://[::ffff:127.0.0.1]/").kind()).isEqualTo(Kind.ALLOWED);
    assertThat(LOOPBACK.judge("http://127.1:8080/hook")).isEqualTo(new Forbidden());
    assertThat(LOOPBACK.judge("http://2130706433/")).isEqualTo(new Forbidden());
    assertThat(LOOPBACK.judge("http://10.0.0.1/")).isEqualTo(new Forbidden());
    assertThat(LOOPBACK.allows(address("127.0.0.2"))).isTrue();
    assertThat(LOOPBACK.allows(address("10.0.0.1"))).isFalse();
  }

  @Test
  void refusesThisMachineUnlessTheOperatorNamesIt() {
    var own = Set.of(address("8.8.8.8"));
    var named = new UrlPolicy(false, false, Set.of(), List.of(Cidr.parse("8.8.8.8/32")));

    assertThat(new UrlRules(UrlPolicy.strict(), own).allows(address("8.8.8.8"))).isFalse();
    assertThat(new UrlRules(UrlPolicy.strict(), own).allows(address("8.8.4.4"))).isTrue();
    assertThat(new UrlRules(UrlPolicy.strict(), own).judge("https://8.8.8.8/").kind())
        .isEqualTo(Kind.FORBIDDEN);
    assertThat(new UrlRules(named, own).allows(address("8.8.8.8"))).isTrue();
  }

  @Test
  void doesNotPrintPathAndQuery() {
    var verdict = (Allowed) WEBHOOKS.judge("https://example.com/hook/s3cret?token=s3cret");

    assertThat(verdict.toString()).contains("example.com").doesNotContain("s3cret");
  }
}
