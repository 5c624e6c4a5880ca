/**
 * Owns: the vendor — its HTTP interface, fetching from it with fault tolerance, (in {@code
 * verifik.token}) its token, and (in {@code verifik.normal}) reading its answers.
 *
 * <p>May import: canonical problem.
 *
 * <p>Never: knows a table; classifies an answer by anything but its HTTP status.
 */
package io.livenessledger.verifik;
