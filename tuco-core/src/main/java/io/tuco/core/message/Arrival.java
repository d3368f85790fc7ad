package io.tuco.core.message;

import java.util.List;
import java.util.Optional;

/**
 * How what a person wrote came in.
 *
 * @param group the chat of several people it was said in; absent for what was said to us alone
 * @param answers the id of our message that it answers, as far as that is known
 * @param files what came with it and lies on the device
 * @param aliases other ids under which the provider may tell of it again
 * @param optOutWord the provider's own finding: {@code STOP}, {@code START} or {@code HELP}
 * @param heeded whether all that is to follow from it has followed
 */
public record Arrival(
    Optional<String> group,
    Optional<String> answers,
    List<ReceivedFile> files,
    List<String> aliases,
    Optional<String> optOutWord,
    boolean heeded) {

  private static final Arrival NONE =
      new Arrival(
          Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty(), false);

  public Arrival {
    files = List.copyOf(files);
    aliases = List.copyOf(aliases);
  }

  public static Arrival none() {
    return NONE;
  }

  /** Said in this chat of several; nothing follows from that (relay contract, section 6). */
  public Arrival inGroup(String chat) {
    return new Arrival(Optional.of(chat), answers, files, aliases, optOutWord, true);
  }

  public Arrival answering(Optional<String> messageId) {
    return new Arrival(group, messageId, files, aliases, optOutWord, heeded);
  }

  public Arrival with(List<ReceivedFile> came) {
    return new Arrival(group, answers, came, aliases, optOutWord, heeded);
  }

  public Arrival alsoKnownAs(List<String> ids) {
    return new Arrival(group, answers, files, ids, optOutWord, heeded);
  }

  public Arrival saying(Optional<String> word) {
    return new Arrival(group, answers, files, aliases, word, heeded);
  }

  Arrival beingHeeded() {
    return new Arrival(group, answers, files, aliases, optOutWord, true);
  }
}
