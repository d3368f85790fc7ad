package io.tuco.core.crm;

import java.util.List;

/** What a call of a CRM is. */
public sealed interface HookReading {

  /** Not from the CRM, or not readable: nothing of it is kept. */
  record Refused(HookAnswer answer) implements HookReading {}

  /** From the CRM; what it says, in order. Empty when none of it concerns us. */
  record Heard(List<CrmNotice> notices) implements HookReading {

    public Heard {
      notices = List.copyOf(notices);
    }
  }
}
