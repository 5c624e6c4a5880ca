/**
 * Owns: how long a request may take to arrive. Who is slower loses the connection, and gets no
 * problem: there is nothing yet to answer.
 *
 * <p>May import: nothing.
 *
 * <p>Never: times the making of an answer.
 */
package io.livenessledger.problem.slow;
