package io.domainflow.process;

import io.domainflow.DomainflowTest;
import io.domainflow.process.transferlock.ChangedOrder;
import io.domainflow.process.transfersetup.CallingProcess;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** An application with further processes that do nothing but call one of ours. */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DomainflowTest
@Import({CallingProcess.class, ChangedOrder.class})
public @interface CallersTest {}
