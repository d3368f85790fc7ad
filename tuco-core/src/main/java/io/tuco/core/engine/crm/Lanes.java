package io.tuco.core.engine.crm;

import java.util.Locale;

/** What must be told to a CRM in order. */
enum Lanes {
  /** What is logged of one message. */
  LOG,
  /** What is reported of one message. */
  REPORT,
  /** Whether one person may be written to. */
  PERSON,
  /** What one contact is. */
  CONTACT;

  String of(String id) {
    return name().toLowerCase(Locale.ROOT) + ":" + id;
  }
}
