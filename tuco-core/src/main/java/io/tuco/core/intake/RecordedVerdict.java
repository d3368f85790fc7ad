package io.tuco.core.intake;

/**
 * What became of a {@link RecordedSend}.
 *
 * @param error why it was refused, for people; empty when it was not
 * @param code the same for programs
 */
public record RecordedVerdict(Kind kind, String error, String code) {

  /** What is to be done with the record. */
  public enum Kind {
    /** It is stored, now or by an earlier copy: done. */
    TAKEN,
    /** It will be refused however often it comes. */
    REFUSED,
    /** Another runs the same call: to be asked again. */
    LATER
  }

  public static RecordedVerdict taken() {
    return new RecordedVerdict(Kind.TAKEN, "", "");
  }

  public static RecordedVerdict later() {
    return new RecordedVerdict(Kind.LATER, "", "");
  }

  public static RecordedVerdict refused(String error, String code) {
    return new RecordedVerdict(Kind.REFUSED, error, code);
  }

  public boolean isRefused() {
    return kind == Kind.REFUSED;
  }

  public boolean isLater() {
    return kind == Kind.LATER;
  }
}
