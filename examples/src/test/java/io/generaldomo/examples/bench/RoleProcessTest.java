package io.generaldomo.examples.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is said between the processes, with a shell in the place of a role. */
@DisabledOnOs(OS.WINDOWS)
class RoleProcessTest {
    @Test
    void saysWhereItIsAndWhatItCounted() throws Exception {
        try (RoleProcess role = shell("echo ready tcp://127.0.0.1:1; while read line; do [ $line = start ] || echo 'result {\"messages\":7}'; done")) {
            assertThat(role.endpoint()).isEqualTo("tcp://127.0.0.1:1");
            for (int i = 0; i < 2; i++) {
                role.start();
                role.stop();
                assertThat(role.result().number("messages")).hasValue(7);
            }
            assertThat(role.cpu()).isNotNull();
        }
    }

    @Test
    void endsWithItsInput() throws Exception {
        RoleProcess role = shell("echo ready; cat");
        ProcessHandle process = ProcessHandle.of(role.pid()).orElseThrow();
        role.close();
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void theProcessThatDoesTheWorkIsMeasured() throws Exception {
        try (RoleProcess role = shell("echo ready tcp://127.0.0.1:1 " + ProcessHandle.current().pid() + "; cat")) {
            assertThat(role.cpu()).isPositive();
        }
    }

    @Test
    void complaintsAreTold() {
        assertThatThrownBy(() -> shell("echo no such port >&2; exit 3"))
                .isInstanceOf(PeerException.class)
                .hasMessage("the echo ended: no such port");
    }

    @Test
    void otherWordsAreTold() {
        assertThatThrownBy(() -> shell("echo hello; cat")).isInstanceOf(PeerException.class).hasMessage("the echo says 'hello' instead of ready");
    }

    @Test
    void missingProgramIsTold() {
        assertThatThrownBy(() -> new RoleProcess(Role.ECHO, List.of("/nowhere/at/all"))).isInstanceOf(PeerException.class).hasMessageContaining("does not start");
    }

    private static RoleProcess shell(String script) throws InterruptedException {
        return new RoleProcess(Role.ECHO, List.of("sh", "-c", script));
    }
}
