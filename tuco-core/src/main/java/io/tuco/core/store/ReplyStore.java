package io.tuco.core.store;

import io.tuco.core.address.Address;
import io.tuco.core.message.Message;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what people have written back (API contract, section 10). Replies are messages of status
 * {@code received} and stored like any other; this finds them by person.
 */
public interface ReplyStore {

  /**
   * One row per person: the newest reply of theirs that the filter lets through. Newest first, then
   * greatest id first. A person is a lead, or an address that no lead has.
   */
  Page<Reply> page(String workspaceId, ReplyFilter filter, PageRequest request);

  /**
   * The row of one reply.
   *
   * @param lineIds only what went over these lines is seen; empty for all
   */
  Reply rowOf(Message reply, Set<String> lineIds);

  /** What one of these lines sent last to the address, in any workspace. */
  Optional<Message> lastSent(Collection<String> lineIds, Address to);

  /** What one of these lines heard last from the address itself, in any workspace. */
  Optional<Message> lastHeard(Collection<String> lineIds, Address from);
}
