package io.tuco.camel.standalone.store;

import java.sql.Connection;
import java.sql.SQLException;

/** A change of which collections there are, made inside the commit of a batch. */
@FunctionalInterface
interface CatalogChange {

  void apply(Connection connection) throws SQLException;
}
