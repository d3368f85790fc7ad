package io.tuco.camel.outbound;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** URLs that somebody would try to make us call our own machine or network. */
public final class SsrfVectors {

  private static final List<String> HOSTS =
      List.of(
          "127.0.0.1",
          "127.0.0.2",
          "127.255.255.254",
          "127.1",
          "127.0.1",
          "127.0.0.1.",
          "127.000.000.001",
          "0177.0.0.1",
          "0177.0.0.01",
          "00000177.0.0.1",
          "0x7f.0.0.1",
          "0x7f.0x0.0x0.0x1",
          "0x7f000001",
          "0x7F000001",
          "0x0000007f000001",
          "2130706433",
          "017700000001",
          "4294967295",
          "6425673729",
          "0",
          "0.0.0.0",
          "0.0",
          "0x0",
          "１２７.0.0.1",
          "127。0。0。1",
          "①②⑦.0.0.1",
          "127.0.0.1%00.example.com",
          "127.0.0.1%20",
          "%31%32%37.0.0.1",
          "localhost",
          "LOCALHOST",
          "localhost.",
          "a.localhost",
          "ⓛocalhost",
          "ｌｏｃａｌｈｏｓｔ",
          "loc\u00adalhost",
          "[::1]",
          "[0:0:0:0:0:0:0:1]",
          "[0000:0000:0000:0000:0000:0000:0000:0001]",
          "[::]",
          "[::ffff:127.0.0.1]",
          "[::ffff:7f00:1]",
          "[0:0:0:0:0:ffff:127.0.0.1]",
          "[::127.0.0.1]",
          "[::7f00:1]",
          "[64:ff9b::127.0.0.1]",
          "[64:ff9b::7f00:1]",
          "[64:ff9b:1::7f00:1]",
          "[2002:7f00:1::]",
          "[2001:0:7f00:1::]",
          "[fe80::1]",
          "[fe80::1%25lo]",
          "[::1%25lo]",
          "[::1%lo]",
          "[fc00::1]",
          "[fd00:ec2::254]",
          "[fec0::1]",
          "[ff02::1]",
          "10.0.0.1",
          "172.16.0.1",
          "172.31.255.255",
          "192.168.0.1",
          "169.254.169.254",
          "100.100.100.200",
          "192.0.0.192",
          "168.63.129.16",
          "198.18.0.1",
          "224.0.0.1",
          "255.255.255.255",
          "metadata.google.internal",
          "127.0.0.1.nip.io",
          "7f000001.example.com",
          "example.com",
          "xn--localhost",
          "public.example@127.0.0.1",
          "127.0.0.1@public.example",
          "user:pass@127.0.0.1",
          "user:pass@[::1]",
          "public.example#@127.0.0.1",
          "public.example\\@127.0.0.1",
          "public.example%40127.0.0.1",
          "127.0.0.1\\.public.example",
          "127.0.0.1\t",
          "127.0.0.1 ",
          "127.0.0.1\r\nHost: x",
          "\u0000127.0.0.1",
          "127.0.0.1\u3002");

  private static final List<String> SCHEMES =
      List.of("http", "https", "HTTP", "hTTps", "ftp", "gopher", "file", "jar:http", "ws");

  private static final List<String> ENDS = List.of("", "/", "/a.png?x=1", "#@public.example/");

  private SsrfVectors() {}

  /** More than five hundred, aimed at this port of this machine. */
  public static Set<String> on(int port) {
    var vectors = new LinkedHashSet<String>();
    for (var scheme : SCHEMES) {
      for (var host : HOSTS) {
        ENDS.forEach(end -> vectors.add(scheme + "://" + host + ":" + port + end));
      }
    }
    vectors.add("//127.0.0.1:" + port + "/");
    vectors.add("http:/127.0.0.1:" + port + "/");
    vectors.add("http:127.0.0.1:" + port + "/");
    vectors.add("http:///127.0.0.1:" + port + "/");
    vectors.add("http:\\\\127.0.0.1:" + port + "/");
    vectors.add("http://127.0.0.1:" + port + ":80/");
    vectors.add("http://127.0.0.1:0" + port + "/");
    vectors.add("http://127.0.0.1:" + (port + 65_536) + "/");
    return vectors;
  }
}
