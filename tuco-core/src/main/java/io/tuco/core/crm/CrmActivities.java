package io.tuco.core.crm;

/** What was said to a contact, and what became of what the CRM asked for. */
public interface CrmActivities {

  /**
   * Logs it once.
   *
   * @param mayBeLogged an earlier attempt was not heard of again: look before writing
   */
  Dialogue<LoggedActivity> log(CrmContext context, CrmActivity activity, boolean mayBeLogged);

  /**
   * Whether the CRM shows by itself, on the contact's timeline, what it had asked for: then it is
   * not logged, only reported.
   *
   * @param reference as the {@link SendOrder} gave it
   */
  default boolean showsByItself(String reference) {
    return false;
  }

  /**
   * Tells the CRM what became of a send it had asked for and waits for. Can be repeated; an order
   * the CRM no longer knows is done.
   *
   * @param reference as the {@link SendOrder} gave it
   */
  default Dialogue<CrmDone> report(CrmContext context, String reference, SendOutcome outcome) {
    return Dialogue.ended(CrmDone.DONE);
  }

  /**
   * Tells the CRM that the person has read what it had asked for. Can be repeated.
   *
   * @param reference as the {@link SendOrder} gave it
   */
  default Dialogue<CrmDone> reportRead(CrmContext context, String reference) {
    return Dialogue.ended(CrmDone.DONE);
  }
}
