/**
 * Owns: the table of problems (one enum), their one way onto the wire (RFC 9457), and the request
 * id that every answer, problem and log line carries.
 *
 * <p>May import: nothing of ours.
 *
 * <p>Never: knows what a feature is; a problem's detail names parameters and ids, never personal
 * data.
 */
package io.livenessledger.problem;
