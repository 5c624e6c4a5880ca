/**
 * Owns: the vendor's token — where it comes from, when it expires, what the vendor said of it, what
 * a person has to do about it, and how it is renewed.
 *
 * <p>May import: canonical problem.
 *
 * <p>Never: shows a token to anybody but the vendor, or any more of it than when it expires; judges
 * by itself whether a token is good; decides which replica renews, and when that is tried again.
 */
package io.livenessledger.verifik.token;
