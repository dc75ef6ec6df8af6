package io.generaldomo.gdp.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.generaldomo.gdp.ServiceName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRulesTest {
    private static final Optional<String> ALICE = Optional.of("alice");
    private static final Optional<String> BOB = Optional.of("bob");
    private static final ServiceName ECHO = ServiceName.of("echo");

    @ParameterizedTest
    @CsvSource({
        "echo, echo, true", "echo, echoes, false", "echo, Echo, false", "echo, echo.de, false",
        "print.*, print.a4, true", "print.*, print., true", "print.*, print, false", "print.*, printer, false",
        "*, echo, true", "*, mmi, true", "*, mmi.service, false", "*, mmi., false",
        "mmi.*, mmi.filter, true", "mmi.*, echo, false", "mmi.service, mmi.service, true", "mmi.service, mmi.services, false",
        "a*b, a*b, true", "a*b, axb, false",
    })
    void patternsMatch(String pattern, String service, boolean expected) {
        AccessRules rules = AccessRules.DENY_ALL.allowRequests("alice", pattern);
        assertThat(rules.mayRequest(ALICE, ServiceName.of(service))).isEqualTo(expected);
        assertThat(rules.mayServe(ALICE, ServiceName.of(service))).isFalse();
        assertThat(rules.mayRequest(BOB, ServiceName.of(service))).isFalse();
        assertThat(AccessRules.DENY_ALL.allowServing("alice", pattern).mayServe(ALICE, ServiceName.of(service))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "print*", ".*", "**", "print.**"})
    void otherPatternsAreRefused(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> AccessRules.DENY_ALL.allowRequests("alice", pattern));
    }

    @Test
    void rulesAddUp() {
        AccessRules rules = AccessRules.DENY_ALL.allowRequests("alice", "a").allowRequests("alice", "b", "c.*").allowRequests("bob", "d");
        assertThat(rules.mayRequest(ALICE, ServiceName.of("a"))).isTrue();
        assertThat(rules.mayRequest(ALICE, ServiceName.of("b"))).isTrue();
        assertThat(rules.mayRequest(ALICE, ServiceName.of("c.c"))).isTrue();
        assertThat(rules.mayRequest(ALICE, ServiceName.of("d"))).isFalse();
    }

    @Test
    void everybodyIsEveryUserAndWhoeverIsNotKnown() {
        AccessRules rules = AccessRules.DENY_ALL.allowRequests(AccessRules.EVERYBODY, "echo").allowServing("bob", "echo");
        assertThat(rules.mayRequest(ALICE, ECHO)).isTrue();
        assertThat(rules.mayRequest(Optional.empty(), ECHO)).isTrue();
        assertThat(rules.mayServe(Optional.empty(), ECHO)).isFalse();
        assertThat(rules.mayServe(BOB, ECHO)).isTrue();
    }

    @Test
    void allOrNothing() {
        ServiceName filter = ServiceName.of("mmi.filter");
        assertThat(AccessRules.ALLOW_ALL.mayRequest(Optional.empty(), filter)).isTrue();
        assertThat(AccessRules.ALLOW_ALL.mayRequest(ALICE, ECHO)).isTrue();
        assertThat(AccessRules.ALLOW_ALL.mayServe(ALICE, ECHO)).isTrue();
        assertThat(AccessRules.DENY_ALL.mayRequest(ALICE, ECHO)).isFalse();
        assertThat(AccessRules.DENY_ALL.mayServe(ALICE, ECHO)).isFalse();
    }
}
