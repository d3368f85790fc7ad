package io.tuco.core.message;

/** What a message's history says of things that have no reason in the API contract. */
public final class Happenings {

  public static final String ACCEPTED = "Accepted.";
  public static final String RECEIVED = "Received.";
  public static final String FOLLOWS = "It follows a message that did not reach the person.";
  public static final String OPTED_OUT = "The person opted out by this text.";
  public static final String OPTED_OUT_ALREADY = "The person had opted out before this text.";
  public static final String SUBSCRIBED = "The person subscribed again by this text.";
  public static final String NEEDS_REVIEW = "It may be an opt-out; a person must read it.";
  public static final String ANSWERS = "It answers a text of the person.";
  static final String BEGUN = "Attempt began.";
  static final String TAKEN = "The provider took it.";
  static final String PART_TAKEN = "The provider took one part of it.";
  static final String LEFT_EARLIER = "An earlier attempt has left after all.";
  static final String DELIVERED = "Delivered.";
  static final String READ = "Read.";
  static final String WAITS_AGAIN = "It waits again.";
  static final String MOVED = "Moved to another line.";
  static final String FOLLOWED = "A text follows it.";

  private Happenings() {}
}
