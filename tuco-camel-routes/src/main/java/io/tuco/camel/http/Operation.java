package io.tuco.camel.http;

/**
 * Something a facade offers.
 *
 * @param path with places in braces, such as {@code /api/messages/{id}}
 */
public record Operation(String method, String path, String routeId) {}
