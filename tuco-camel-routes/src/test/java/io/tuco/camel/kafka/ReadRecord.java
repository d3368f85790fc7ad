package io.tuco.camel.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as a reader of a topic sees it, as text. */
public record ReadRecord(
    String key, String value, Map<String, String> headers, int partition, long offset) {

  static ReadRecord of(ConsumerRecord<String, byte[]> read) {
    var headers = new LinkedHashMap<String, String>();
    read.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    var value = read.value() == null ? "" : new String(read.value(), UTF_8);
    return new ReadRecord(read.key(), value, headers, read.partition(), read.offset());
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
