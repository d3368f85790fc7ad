package io.tuco.core.engine;

import io.tuco.core.dispatch.Lane;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.line.Line;
import io.tuco.core.line.Places;
import io.tuco.core.message.Message;
import io.tuco.core.message.Send;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.CapDays;
import io.tuco.core.workspace.Workspace;
import java.time.Instant;

/**
 * Counts a message in its line's day whose place there was given back, because it seemed that
 * nothing had left. Counted before the news is stored: a crash between the two counts it twice at
 * worst, and no cap is exceeded.
 */
final class LateCounts {

  private static final int RIVALS = 20;

  private final Stores stores;
  private final RecentFacts facts;
  private final LaneDesks desks;

  LateCounts(Stores stores, RecentFacts facts, LaneDesks desks) {
    this.stores = stores;
    this.facts = facts;
    this.desks = desks;
  }

  void count(Message left) {
    var workspace = facts.workspace(left.workspaceId());
    var line = left.origin().lineId().flatMap(facts::line);
    var startedAt = left.progress().send().map(Send::startedAt);
    if (workspace.isPresent()
        && line.isPresent()
        && startedAt.isPresent()
        && !Sender.isByWorkspace(left.type(), line)) {
      count(line.get(), placesOf(line.get(), workspace.get(), startedAt.get()));
    }
  }

  private static Places placesOf(Line line, Workspace workspace, Instant at) {
    return new Places(line.id(), workspace.capDays().dayOf(at), CapDays.hourOf(at), false, 0);
  }

  private void count(Line line, Places places) {
    var desk = desks.of(line.laneId());
    synchronized (desk) {
      for (var rival = 0; rival < RIVALS; rival++) {
        var seen = stores.lanes().find(line.laneId()).orElseGet(() -> Lane.unused(line.laneId()));
        if (stores.lanes().replace(seen, seen.recounting(places))) {
          break;
        }
      }
      desk.forgetLane();
    }
  }
}
