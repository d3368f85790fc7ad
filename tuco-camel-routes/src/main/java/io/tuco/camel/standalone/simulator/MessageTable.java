package io.tuco.camel.standalone.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The messages of one device, by row, by guid and by conversation. */
final class MessageTable {

  private final NavigableMap<Long, MessageRow> rows = new TreeMap<>();
  private final Map<String, Long> byGuid = new HashMap<>();
  private final Map<String, List<Long>> byChat = new HashMap<>();
  private final Map<String, AttachmentRow> attachments = new HashMap<>();
  private final Map<String, Integer> chatIds = new HashMap<>();
  private long lastRowId;

  /** The number of the next row; asked once per row, whether or not the row gets written. */
  long nextRowId() {
    return ++lastRowId;
  }

  void add(MessageRow row) {
    lastRowId = Math.max(lastRowId, row.rowId());
    rows.put(row.rowId(), row);
    byGuid.put(row.guid(), row.rowId());
    byChat.computeIfAbsent(row.chat().key(), key -> new ArrayList<>()).add(row.rowId());
    row.body().attachments().forEach(file -> attachments.put(file.guid(), file));
    chatId(row.chat());
  }

  /** Puts a newer state of a row that is already there in its place. */
  void replace(MessageRow row) {
    rows.replace(row.rowId(), row);
  }

  Optional<MessageRow> find(String guid) {
    return Optional.ofNullable(byGuid.get(guid)).map(rows::get);
  }

  Optional<AttachmentRow> attachment(String guid) {
    return Optional.ofNullable(attachments.get(guid));
  }

  /** The number of a conversation, given out in the order in which they are first spoken of. */
  int chatId(ChatGuid chat) {
    return chatIds.computeIfAbsent(chat.key(), key -> chatIds.size() + 1);
  }

  List<MessageRow> matching(MessageQuery query) {
    return candidates(query)
        .filter(query::covers)
        .sorted(query.order())
        .skip(query.offset())
        .limit(query.limit())
        .toList();
  }

  /** How many rows a query covers, whatever its offset and limit. */
  long count(MessageQuery query) {
    return candidates(query).filter(query::covers).count();
  }

  int size() {
    return rows.size();
  }

  private Stream<MessageRow> candidates(MessageQuery query) {
    return query
        .chat()
        .map(chat -> byChat.getOrDefault(chat.key(), List.of()).stream().map(rows::get))
        .orElseGet(() -> rows.values().stream());
  }
}
