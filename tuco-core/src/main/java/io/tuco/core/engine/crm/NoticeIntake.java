package io.tuco.core.engine.crm;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ConnectionStatus;
import io.tuco.core.crm.CrmJob;
import io.tuco.core.crm.CrmNotice;
import io.tuco.core.crm.CrmTask;
import io.tuco.core.store.Stores;
import java.time.Instant;
import java.util.List;

/**
 * Takes what a CRM tells, but for sends it asks for. All of it may be told twice; what was taken is
 * remembered for a day after that, so that nobody can tell it again later.
 */
public final class NoticeIntake {

  private final Stores stores;
  private final ContactTaking contacts;
  private final ContactRemovals removals;
  private final Runnable wake;

  NoticeIntake(Stores stores, ContactTaking contacts, ContactRemovals removals, Runnable wake) {
    this.stores = stores;
    this.contacts = contacts;
    this.removals = removals;
    this.wake = wake;
  }

  /** Everything that follows is stored when it returns. */
  public void take(Connection connection, CrmNotice notice, Instant now) {
    var hooks = stores.crmHooks();
    var workspaceId = connection.workspaceId();
    if (hooks.isTaken(workspaceId, connection.id(), notice.id())) {
      return;
    }
    heed(connection, notice, now);
    hooks.noteTaken(workspaceId, connection.id(), notice.id(), now);
  }

  private void heed(Connection connection, CrmNotice notice, Instant now) {
    if (notice instanceof CrmNotice.ContactChanged changed) {
      changed(connection, changed, now);
    } else if (notice instanceof CrmNotice.ContactTouched touched) {
      fetch(connection, touched.id(), touched.contactId(), now);
    } else if (notice instanceof CrmNotice.ContactRemoved removed) {
      removals.removed(connection, removed.contactId(), now);
    } else if (notice instanceof CrmNotice.Uninstalled) {
      stores
          .connections()
          .change(connection.id(), known -> known.standing(ConnectionStatus.UNAUTHORIZED));
    }
  }

  private void changed(Connection connection, CrmNotice.ContactChanged notice, Instant now) {
    if (ContactTaking.isSettled(connection, notice.contact())) {
      contacts.take(connection, notice.contact());
    } else {
      fetch(connection, notice.id(), notice.contact().id(), now);
    }
  }

  /** The CRM is asked by a job: it may be away, or at its limit. */
  private void fetch(Connection connection, String noticeId, String contactId, Instant now) {
    stores
        .crmJobs()
        .insertMissing(
            List.of(
                CrmJob.of(
                    noticeId,
                    connection,
                    CrmTask.FETCH,
                    contactId,
                    Lanes.CONTACT.of(contactId),
                    0,
                    now,
                    now)));
    wake.run();
  }
}
