/**
 * Owns: the roles, what each includes, and who the current caller is.
 *
 * <p>May import: problem.
 *
 * <p>Never: decides about a record; endpoints name the role they need.
 */
package io.livenessledger.security;
