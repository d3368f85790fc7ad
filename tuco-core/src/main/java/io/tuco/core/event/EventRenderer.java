package io.tuco.core.event;

/** Writes an event's body; the bytes are made once per event (webhook contract, section 2). */
@FunctionalInterface
public interface EventRenderer {

  String render(Event event);
}
