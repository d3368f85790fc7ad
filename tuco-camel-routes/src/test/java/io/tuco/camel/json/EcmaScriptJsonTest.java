package io.tuco.camel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EcmaScriptJsonTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1.0, 1",
    "-1, -1",
    "100, 100",
    "0.1, 0.1",
    "-0.5, -0.5",
    "123.456, 123.456",
    "0.30000000000000004, 0.30000000000000004",
    "1e5, 100000",
    "1e20, 100000000000000000000",
    "123456789012345680000, 123456789012345680000",
    "999999999999999900000, 999999999999999900000",
    "1e21, 1e+21",
    "1.5e21, 1.5e+21",
    "123456789012345678901234, 1.2345678901234569e+23",
    "2e23, 2e+23",
    "1e-5, 0.00001",
    "0.000001, 0.000001",
    "1.5e-6, 0.0000015",
    "1e-7, 1e-7",
    "-1.25e-7, -1.25e-7",
    "1e300, 1e+300",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "4.9e-324, 5e-324",
    "9.9e-324, 1e-323",
    "1.5e-323, 1.5e-323",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "2.2250738585072011e-308, 2.225073858507201e-308",
    "9007199254740991, 9007199254740991",
    "9007199254740992, 9007199254740992",
    "9007199254740993, 9007199254740992",
    "9007199254740995, 9007199254740996",
    "9223372036854775807, 9223372036854776000",
    "-9223372036854775808, -9223372036854776000",
    "2.0e-3, 0.002",
    "1773356222892, 1773356222892",
    "1e400, null",
    "1e-400, 0",
  })
  void writesNumbersAsEcmaScriptDoes(BigDecimal number, String expected) {
    assertThat(EcmaScriptJson.stringify(number)).isEqualTo(expected);
    assertThat(EcmaScriptJson.stringify(number.doubleValue())).isEqualTo(expected);
  }

  @Test
  void takesEveryKindOfNumber() {
    assertThat(
            EcmaScriptJson.stringify(
                List.of(1, 9007199254740993L, 0.5, (short) 2, BigInteger.TEN.pow(30))))
        .isEqualTo("[1,9007199254740992,0.5,2,1e+30]");
    assertThat(EcmaScriptJson.stringify(List.of(Double.NaN, Double.NEGATIVE_INFINITY)))
        .isEqualTo("[null,null]");
  }

  @Test
  void escapesWhatMustBeEscapedAndNothingElse() {
    assertThat(EcmaScriptJson.stringify("\"\\/\b\t\n\f\r\u0000\u000b\u001f\u007f\u0085"))
        .isEqualTo("\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u000b\\u001f\u007f\u0085\"");
    assertThat(EcmaScriptJson.stringify("é\u2028\u2029\ufeff\uffff<>&'"))
        .isEqualTo("\"é\u2028\u2029\ufeff\uffff<>&'\"");
  }

  @Test
  void escapesLoneSurrogatesOnly() {
    assertThat(EcmaScriptJson.stringify("\ud83d\ude00")).isEqualTo("\"\ud83d\ude00\"");
    assertThat(EcmaScriptJson.stringify("a\ud83d")).isEqualTo("\"a\\ud83d\"");
    assertThat(EcmaScriptJson.stringify("\ude00\ud83d")).isEqualTo("\"\\ude00\\ud83d\"");
    assertThat(EcmaScriptJson.stringify("\ud83d\ud83d\ude00")).isEqualTo("\"\\ud83d\ud83d\ude00\"");
    assertThat(EcmaScriptJson.stringify(Map.of("\udfff", ""))).isEqualTo("{\"\\udfff\":\"\"}");
  }

  @Test
  void listsArrayIndexesFirstAndAscending() {
    var members = new LinkedHashMap<String, Object>();
    for (var key :
        List.of("b", "10", "4294967295", "01", "9", "-1", "4294967294", "0", "a", "1.0", "")) {
      members.put(key, 1);
    }

    assertThat(EcmaScriptJson.stringify(members))
        .isEqualTo(
            "{\"0\":1,\"9\":1,\"10\":1,\"4294967294\":1,"
                + "\"b\":1,\"4294967295\":1,\"01\":1,\"-1\":1,\"a\":1,\"1.0\":1,\"\":1}");
  }

  @Test
  void writesNothingBetweenTokens() {
    var members = new LinkedHashMap<String, Object>();
    members.put("list", Arrays.asList(1, null, true, false, List.of(), Map.of()));
    members.put("nothing", null);

    assertThat(EcmaScriptJson.stringify(members))
        .isEqualTo("{\"list\":[1,null,true,false,[],{}],\"nothing\":null}");
    assertThat(EcmaScriptJson.stringify(null)).isEqualTo("null");
  }

  @Test
  void refusesWhatJsonDoesNotHave() {
    assertThatThrownBy(() -> EcmaScriptJson.stringify(Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EcmaScriptJson.stringify(List.of('c')))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EcmaScriptJson.stringify(Map.of(1, "one")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EcmaScriptJson.stringify(Collections.singletonMap(null, "none")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysWhatTheTreeSays() throws Exception {
    var trees = new RandomTrees(23);
    var json = new ObjectMapper();
    for (int i = 0; i < 2_000; i++) {
      var tree = trees.object();

      var read = json.readTree(EcmaScriptJson.stringify(tree));

      assertThat(doubled(read)).isEqualTo(doubled(json.valueToTree(tree)));
    }
  }

  @Test
  void keepsTheValueOfEveryDouble() {
    var trees = new RandomTrees(29);
    for (int i = 0; i < 100_000; i++) {
      var value = trees.number().doubleValue();

      var text = EcmaScriptJson.stringify(value);

      assertThat(text.equals("null") ? 0 : Double.parseDouble(text))
          .isEqualTo(Double.isFinite(value) ? value + 0.0 : 0);
    }
  }

  /** The same tree with every number as the double ECMAScript would see. */
  private static JsonNode doubled(JsonNode node) {
    var nodes = JsonNodeFactory.instance;
    if (node.isNumber()) {
      var value = node.doubleValue() + 0.0;
      return Double.isFinite(value) ? nodes.numberNode(value) : nodes.nullNode();
    }
    if (node.isArray()) {
      var copy = nodes.arrayNode();
      node.forEach(item -> copy.add(doubled(item)));
      return copy;
    }
    if (node.isObject()) {
      var copy = nodes.objectNode();
      node.properties().forEach(member -> copy.set(member.getKey(), doubled(member.getValue())));
      return copy;
    }
    return node;
  }
}
