package io.livenessledger.paging;

import java.security.Key;

/** The key of page tokens, the same for all replicas on a database. */
public interface PageTokenKey {
  /** 256 bits for AES; always the same. Does not block. */
  Key get();
}
