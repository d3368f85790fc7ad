package io.tuco.core.store;

import io.tuco.core.line.Line;
import io.tuco.core.line.SenderHealth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Remembers lines. An address serves one line of a channel at a time, in any workspace. */
public interface LineStore {

  /** False, and nothing stored, when another line of the channel has its phone or e-mail. */
  boolean insert(Line line);

  Optional<Line> find(String workspaceId, String lineId);

  /** For the operator and the dispatcher, who work across workspaces. */
  Optional<Line> find(String lineId);

  /** Those of them that there are, in any order; many at once where the store can do that. */
  default List<Line> findAll(Collection<String> lineIds) {
    return lineIds.stream().flatMap(lineId -> find(lineId).stream()).toList();
  }

  /** Replaces it; false when there is none or its new address belongs to another line. */
  boolean update(Line line);

  /**
   * Stores what {@code change} makes of the line as it is now, as {@link #update} does; asked again
   * when somebody else has changed it meanwhile, so that no change is lost. What is returned
   * unchanged is not written. Answers what is stored; empty when it is gone or its new address
   * belongs to another line.
   */
  Optional<Line> change(String workspaceId, String lineId, UnaryOperator<Line> change);

  /** Replaces the health of its own account alone; false when it has none. */
  boolean updateHealth(String lineId, SenderHealth health);

  boolean delete(String lineId);

  /** Every line of the workspace, oldest first. */
  List<Line> ofWorkspace(String workspaceId);

  /** Every line of the device, in any workspace, oldest first. */
  List<Line> ofDevice(String deviceId);

  /** Every line with an account of its own, in any workspace, oldest first. */
  List<Line> withAccounts();

  /** Every line that sends through this Twilio account, in any workspace, oldest first. */
  List<Line> withAccount(String accountSid);

  /**
   * Hands out the workspace's next turn of a channel: 1, then one more than the last, over all
   * nodes.
   */
  long nextTurn(String workspaceId, String channel);

  /** The turn that was handed out last; 0 before the first. */
  long lastTurn(String workspaceId, String channel);

  /**
   * Counts an outage of the line, over all nodes: 1, then one more for each. The latest is not
   * counted again.
   */
  long noteOutage(String workspaceId, String lineId, String outageId);

  /** The latest outage that was counted; empty before the first. */
  Optional<String> latestOutage(String workspaceId, String lineId);
}
