/**
 * Owns: which values a number or duration among the settings may have. Any other keeps the program
 * from starting, in one line that names the key.
 *
 * <p>May import: nothing.
 *
 * <p>Never: knows a key.
 */
package io.livenessledger.problem.setting;
