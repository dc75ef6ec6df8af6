package io.generaldomo.spec.peer;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that needs a {@link LibzmqPeer}. Where none can be started it is skipped, and the report tells the reason;
 * where the environment says {@code CI=true} it fails instead, so that nobody takes a skipped test for a passed one.
 *
 * <p>This is the only class of the module that needs JUnit, which is why JUnit is an optional dependency of it.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LibzmqCondition.class)
@SuppressWarnings("exports") // JUnit alone looks at the line above, by reflection
public @interface RequiresLibzmq {
}
