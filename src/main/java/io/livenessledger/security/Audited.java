package io.livenessledger.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint whose every call, answered or refused, is an access event. No answer precedes the
 * commit of its event; {@code access} sees to it. It stands here, below all who have endpoints.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {
  Action value();
}
