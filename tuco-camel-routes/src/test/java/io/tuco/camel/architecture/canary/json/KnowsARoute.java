package io.tuco.camel.architecture.canary.json;

import io.tuco.camel.architecture.canary.channel.Sibling;

/** Something shared that knows one of those who share it. */
public record KnowsARoute(Sibling sibling) {}
