package io.livenessledger.store.embedded;

/** Who logs in to the embedded server. The service name is the one of {@code pg_service.conf}. */
public enum Role {
  /** The program at run time: reads and appends. */
  APP("liveness_app", "app"),
  /** Owner of the database: runs the migrations. */
  OWNER("liveness_owner", "owner"),
  /** For a person who looks into things, and for tests that make databases. Never the program. */
  SUPERUSER("postgres", "superuser");

  private final String user;
  private final String service;

  Role(String user, String service) {
    this.user = user;
    this.service = service;
  }

  public String user() {
    return user;
  }

  String service() {
    return service;
  }
}
