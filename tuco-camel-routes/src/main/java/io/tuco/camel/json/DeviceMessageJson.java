package io.tuco.camel.json;

import io.tuco.core.intake.DeviceMessage;
import io.tuco.core.intake.DeviceMessage.Changes;
import io.tuco.core.intake.DeviceMessage.Context;
import io.tuco.core.intake.DeviceMessage.Reaction;
import io.tuco.core.intake.DeviceMessage.Receipts;
import io.tuco.core.intake.SendToken;
import io.tuco.core.message.ReceivedFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row of a device's message table, of a callback or an answer (relay contract, section 3).
 * Lenient: a field that is not as it should be reads as absent, so that a message is not lost for
 * it.
 */
public final class DeviceMessageJson {

  private static final String FILE_MARK = "\ufffc";
  private static final int GROUP = 43;
  private static final int LONGEST_GUID = 200;

  /** The numbers by which older devices name reactions; 1000 more takes one back. */
  private static final List<String> REACTIONS =
      List.of("love", "like", "dislike", "laugh", "emphasize", "question");

  private static final int FIRST_REACTION = 2000;
  private static final int FIRST_REMOVAL = 3000;
  private static final int LONGEST_WORD = 40;

  private final Map<?, ?> row;

  private DeviceMessageJson(Map<?, ?> row) {
    this.row = row;
  }

  /**
   * Empty for what is no message: a row without an id, or one that tells of a group's doings.
   *
   * @param now when a row that bears no date came
   */
  public static Optional<DeviceMessage> read(Map<?, ?> row, Instant now) {
    return new DeviceMessageJson(row).message(now);
  }

  private Optional<DeviceMessage> message(Instant now) {
    return text("guid")
        .filter(guid -> !guid.isBlank() && guid.length() <= LONGEST_GUID)
        .filter(guid -> number("itemType").orElse(0L) == 0)
        .map(guid -> message(guid, now));
  }

  private DeviceMessage message(String guid, Instant now) {
    var ours = flag("isFromMe");
    return new DeviceMessage(
        guid,
        ours,
        text("tempGuid").flatMap(SendToken::parse),
        ours ? Optional.empty() : sender(),
        text("text").orElse("").replace(FILE_MARK, ""),
        files(),
        millis("dateCreated").orElse(now),
        new Receipts(flag("isDelivered"), millis("dateDelivered"), millis("dateRead")),
        new Changes(millis("dateEdited"), millis("dateRetracted")),
        new Context(group(), text("threadOriginatorGuid"), reaction()),
        number("error").orElse(0L).intValue());
  }

  private Optional<String> sender() {
    var handle = object(row.get("handle"));
    return handle
        .flatMap(known -> new DeviceMessageJson(known).text("address"))
        .or(() -> chat("guid").filter(guid -> guid.contains(";-;")).map(DeviceMessageJson::last))
        .filter(address -> !address.isBlank());
  }

  private static String last(String chatGuid) {
    return chatGuid.substring(chatGuid.lastIndexOf(';') + 1);
  }

  private Optional<String> group() {
    var guid = chat("guid");
    var isGroup =
        chats().stream().anyMatch(chat -> chat.number("style").orElse(0L) == GROUP)
            || guid.filter(known -> known.contains(";+;")).isPresent();
    return isGroup ? guid.or(() -> Optional.of("unknown")) : Optional.empty();
  }

  private Optional<String> chat(String field) {
    return chats().stream().findFirst().flatMap(chat -> chat.text(field));
  }

  private List<DeviceMessageJson> chats() {
    return objects("chats");
  }

  private List<ReceivedFile> files() {
    return objects("attachments").stream().flatMap(file -> file.file().stream()).toList();
  }

  private Optional<ReceivedFile> file() {
    return text("guid")
        .map(
            guid ->
                new ReceivedFile(
                    guid,
                    text("transferName"),
                    text("mimeType"),
                    number("totalBytes").filter(bytes -> bytes >= 0)));
  }

  /** The id bears a prefix that says which part of the message is meant. */
  private Optional<Reaction> reaction() {
    var to = text("associatedMessageGuid").map(guid -> guid.replaceFirst("^(p:[0-9]+/|bp:)", ""));
    return to.flatMap(guid -> word().map(word -> reaction(guid, word)));
  }

  private static Reaction reaction(String guid, String word) {
    return word.startsWith("-")
        ? new Reaction(guid, word.substring(1), true)
        : new Reaction(guid, word, false);
  }

  private Optional<String> word() {
    var numbered = number("associatedMessageType");
    if (numbered.isPresent()) {
      return numbered.filter(code -> code != 0).map(DeviceMessageJson::named);
    }
    return text("associatedMessageType")
        .filter(word -> !word.isBlank() && !word.equals("0"))
        .map(word -> word.matches("[0-9]{4}") ? named(Long.parseLong(word)) : word)
        .map(word -> word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word);
  }

  private static String named(long code) {
    var removed = code >= FIRST_REMOVAL;
    var place = code - (removed ? FIRST_REMOVAL : FIRST_REACTION);
    var word =
        place >= 0 && place < REACTIONS.size() ? REACTIONS.get((int) place) : String.valueOf(code);
    return removed ? "-" + word : word;
  }

  private Optional<String> text(String field) {
    return row.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private boolean flag(String field) {
    return Boolean.TRUE.equals(row.get(field));
  }

  private Optional<Long> number(String field) {
    return row.get(field) instanceof Number number
        ? Optional.of(number.longValue())
        : Optional.empty();
  }

  /** Zero is a device's word for never. */
  private Optional<Instant> millis(String field) {
    return number(field)
        .filter(millis -> millis > 0 && millis <= JsonReader.LAST_MILLI)
        .map(Instant::ofEpochMilli);
  }

  private List<DeviceMessageJson> objects(String field) {
    return row.get(field) instanceof List<?> list
        ? JsonReader.items(list).stream()
            .flatMap(item -> object(item).stream())
            .map(DeviceMessageJson::new)
            .toList()
        : List.of();
  }

  private static Optional<Map<?, ?>> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
  }
}
