package io.tuco.connectors.hubspot.canary;

import java.net.http.HttpClient;

/** A connector that makes its own calls. */
public record CallsOut(HttpClient client) {}
