package io.tuco.core.store;

import io.tuco.core.message.Message;
import java.util.List;
import java.util.Optional;

/** Answers questions about many messages of a workspace, however many there are. */
public interface MessageArchive {

  /**
   * What comes after a place in the list, newest first by {@code createdAt}, then greatest id
   * first. Whoever goes on from the last message of each answer sees none twice, whatever is stored
   * meanwhile.
   *
   * @param place empty for the beginning
   */
  List<Message> after(
      String workspaceId, MessageFilter filter, Optional<MessagePlace> place, int limit);

  /**
   * How many messages there are of each status in each group, in no order; empty when they cannot
   * be counted in the time that a caller is willing to wait.
   */
  Optional<List<GroupCount>> counts(String workspaceId, MessageFilter filter, Grouping by);
}
