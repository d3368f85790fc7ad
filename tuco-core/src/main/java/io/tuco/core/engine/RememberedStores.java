package io.tuco.core.engine;

import io.tuco.core.store.DeviceStore;
import io.tuco.core.store.ForwardingStores;
import io.tuco.core.store.LaneStore;
import io.tuco.core.store.LeadListStore;
import io.tuco.core.store.LineStore;
import io.tuco.core.store.MemberStore;
import io.tuco.core.store.Stores;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Stores that do not ask for every call what changes seldom: lines, devices, first members and
 * Quick Sends lists, and lanes where they only inform. A change made through them holds at once;
 * one of another node within {@link #AGE}.
 */
public final class RememberedStores extends ForwardingStores {

  public static final Duration AGE = Duration.ofSeconds(1);

  private final MemberStore members;
  private final DeviceStore devices;
  private final LineStore lines;
  private final LeadListStore leadLists;
  private final LaneStore lanes;

  private RememberedStores(Stores stores, LongSupplier nanos) {
    super(stores);
    this.members = new RememberedMembers(stores.members(), AGE, nanos);
    this.devices = new RememberedDevices(stores.devices(), AGE, nanos);
    this.lines = new RememberedLines(stores.lines(), AGE, nanos);
    this.leadLists = new RememberedLists(stores.leadLists(), AGE, nanos);
    this.lanes = new RememberedLanes(stores.lanes(), AGE, nanos);
  }

  /**
   * @param nanos a monotonic clock
   */
  public static RememberedStores over(Stores stores, LongSupplier nanos) {
    return new RememberedStores(stores, nanos);
  }

  @Override
  public MemberStore members() {
    return members;
  }

  @Override
  public DeviceStore devices() {
    return devices;
  }

  @Override
  public LineStore lines() {
    return lines;
  }

  @Override
  public LeadListStore leadLists() {
    return leadLists;
  }

  @Override
  public LaneStore lanes() {
    return lanes;
  }
}
