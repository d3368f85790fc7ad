package io.tuco.core.crm;

/** Something a CRM tells us. */
public sealed interface CrmNotice {

  /** The same notice again has the same id. */
  String id();

  /** The account it is about. */
  String accountId();

  /** A contact is new or changed. */
  record ContactChanged(String id, String accountId, CrmContact contact) implements CrmNotice {}

  /** A contact is new or changed, and what it is now must be asked for. */
  record ContactTouched(String id, String accountId, String contactId) implements CrmNotice {}

  /** A contact is gone: the lead stays, its link goes. */
  record ContactRemoved(String id, String accountId, String contactId) implements CrmNotice {}

  /** The account has thrown us out. */
  record Uninstalled(String id, String accountId) implements CrmNotice {}

  /** Somebody there wants a message sent; it is answered with what that came to. */
  record SendWanted(String id, String accountId, SendOrder order) implements CrmNotice {}
}
