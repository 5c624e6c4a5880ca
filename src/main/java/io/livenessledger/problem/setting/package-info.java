/**
 * Owns: which values a number, duration or switch among the settings may have. Any other keeps the
 * program from starting, in one line that names the key.
 *
 * <p>May import: nothing.
 *
 * <p>Never: knows a key.
 */
package io.livenessledger.problem.setting;
