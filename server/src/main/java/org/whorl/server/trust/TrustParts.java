package org.whorl.server.trust;

import java.time.Clock;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the doorkeeper at the doors. */
@Configuration(proxyBeanMethods = false)
class TrustParts {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor doorkeeper(
            ObjectProvider<PlatformTransactionManager> transactions, ObjectProvider<Logbook> logbook) {
        return new DefaultPointcutAdvisor(
                new AnnotationMatchingPointcut(Door.class, Needs.class), new Doorkeeper(transactions, logbook));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
