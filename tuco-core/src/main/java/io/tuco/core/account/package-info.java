/**
 * In whose name a provider is used: accounts, senders and sealed credentials.
 *
 * <p>Must not know who uses them (lines, workspaces) nor how a provider is spoken to.
 */
@NullMarked
package io.tuco.core.account;

import org.jspecify.annotations.NullMarked;
