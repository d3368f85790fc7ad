package io.tuco.core.dispatch;

/**
 * One of the sends that a lane may have in flight at once, as the wheel knows it: the lane's id for
 * the first, {@code lane#1} and so on for further ones.
 */
public record LaneSlot(String laneId, int number) {

  public static LaneSlot parse(String key) {
    var mark = key.lastIndexOf('#');
    return mark < 0
        ? new LaneSlot(key, 0)
        : new LaneSlot(key.substring(0, mark), Integer.parseInt(key.substring(mark + 1)));
  }

  public String key() {
    return number == 0 ? laneId : laneId + "#" + number;
  }
}
