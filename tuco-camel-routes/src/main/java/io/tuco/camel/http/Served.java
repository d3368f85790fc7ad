package io.tuco.camel.http;

import java.util.function.Function;

/** An operation and what answers it. */
public record Served(Operation operation, Function<HttpRequest, HttpAnswer> answer) {}
