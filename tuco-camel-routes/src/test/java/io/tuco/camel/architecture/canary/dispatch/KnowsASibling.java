package io.tuco.camel.architecture.canary.dispatch;

import io.tuco.camel.architecture.canary.channel.Sibling;

/** A route package that knows its neighbour, the program and the time. */
public record KnowsASibling(Sibling sibling) {}
