package io.tuco.camel.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.Crms;
import io.tuco.core.engine.ContactIntake;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the contacts of the connections whose time it is. A connection is read by one node at a
 * time; what a crash left is gone on with, at the page that was not stored, as soon as that node's
 * duty ends.
 */
final class ContactReading {

  private static final int LOOKED_AT = 50;

  /** On this node; the others are still due at the next tick. */
  private static final int AT_A_TIME = 8;

  private final CrmParts parts;
  private final Crms crms;
  private final ContactIntake intake;
  private final Later later;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  ContactReading(CrmParts parts, Crms crms, Later later) {
    this.parts = parts;
    this.crms = crms;
    this.intake = new ContactIntake(parts.stores(), parts.ids());
    this.later = later;
  }

  /** Time has passed. */
  void look() {
    parts.stores().connections().syncDue(parts.clock().instant(), LOOKED_AT).forEach(this::begin);
  }

  private void begin(Connection due) {
    if (running.size() >= AT_A_TIME || !running.add(due.id())) {
      return;
    }
    var run = new ContactRun(parts, crms, intake, later, due.id(), () -> running.remove(due.id()));
    later.now(run::begin);
  }
}
