package io.tuco.core.crm;

/** It is done, and there is nothing more to say. */
public enum CrmDone {
  DONE
}
