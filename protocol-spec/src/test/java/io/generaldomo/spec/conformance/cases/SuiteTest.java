package io.generaldomo.spec.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.generaldomo.spec.conformance.ConformanceCase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for each case, whatever it is about. */
class SuiteTest {
    private static final List<ConformanceCase> CASES = Suite.all();

    @Test
    void idsAreUnique() {
        assertThat(CASES).extracting(ConformanceCase::id).doesNotHaveDuplicates();
    }

    @Test
    void idsAreProtocolVersionGroupAndName() {
        assertThat(CASES).extracting(ConformanceCase::id).allMatch(id -> id.matches("[a-z]+/[0-9.x]+[a-z0-9-]*(/[a-z0-9]+([-.][a-z0-9]+)*)+"));
    }

    @Test
    void eachHasAClauseAndATitle() {
        assertThat(CASES).allSatisfy(each -> {
            assertThat(each.clause()).matches("[0-9A-Za-z].+");
            assertThat(each.title()).isNotBlank();
        });
    }

    @Test
    void thereAreEnough() {
        assertThat(CASES).hasSizeGreaterThan(300);
    }
}
