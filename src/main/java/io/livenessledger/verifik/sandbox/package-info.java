/**
 * Owns: a stand-in vendor for dev mode and tests, and its records under {@code /sandbox}.
 *
 * <p>May import: nothing of ours; the JDK's HTTP server and Jackson.
 *
 * <p>Never: listens beyond the loopback interface, holds data of a real person, or is reached by
 * packaged programs that have a vendor configured.
 */
package io.livenessledger.verifik.sandbox;
