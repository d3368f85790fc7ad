package io.tuco.core.crm;

import java.time.Instant;
import java.util.Optional;

/** Reading an account's contacts, page by page. */
public interface CrmImport {

  /**
   * One page.
   *
   * @param since the watermark of what is known, from which the connector steps back a little;
   *     empty for everything
   * @param cursor as the page before gave it; empty for the first page
   */
  Dialogue<ContactPage> page(CrmContext context, Optional<Instant> since, Optional<String> cursor);
}
