package io.livenessledger.store.lease;

/** Another replica has taken the lease over; nothing may be written under it any more. */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLostException(Lease lease) {
    super("The lease " + lease.name() + " with token " + lease.token() + " was taken over");
  }
}
